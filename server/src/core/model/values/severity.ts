/** The severities of S1, gravest first, with what else teams write for each. */
const severities: readonly { readonly name: string; readonly words: RegExp }[] = [
  { name: 'SEV-1', words: /^(?:critical|blocker|major incident)\b/i },
  { name: 'SEV-2', words: /^(?:high|major)\b/i },
  { name: 'SEV-3', words: /^(?:medium|moderate|minor)\b/i },
  { name: 'SEV-4', words: /^(?:low|cosmetic|trivial)\b/i },
];

/** A severity as a document states it. */
export interface StatedSeverity {
  /** `SEV-2` */
  readonly name: string;
  /** Whether it is written as the vocabulary has it, a remark behind it aside: `SEV-2 (High)`. */
  readonly canonical: boolean;
  /** What it covers of the text, from its beginning. */
  readonly length: number;
}

/** Reads `SEV-2`, `sev2`, `Sev 2`, `S2`, `P2`, `Severity 2`, `2`, `High` at the beginning of a text; undefined for anything else. */
export function readSeverity(text: string): StatedSeverity | undefined {
  const numbered = /^(?:sev(?:erity)?|s|p)?[\s\u2010\u2011-]*([0-9])(?=$|[\s(:,.;/–—-])/i.exec(text);
  for (const { name, words } of severities) {
    const written = numbered ? (name.endsWith(`-${numbered[1]}`) ? numbered[0] : undefined) : words.exec(text)?.[0];
    if (written !== undefined) return { name, canonical: written === name, length: written.length };
  }
  return undefined;
}

/**
 * The word of a vocabulary that a severity at the beginning of a text stands for, and what it covers of the text: its own
 * word, else the one of the same number, so that `sev2`, `P2` and `High` are all the `SEV-2` of the default severities.
 */
export function severityIn(
  text: string,
  vocabulary: readonly string[],
): { readonly name: string; readonly length: number } | undefined {
  const own = vocabulary.find((word) => startsWithWord(text, word));
  if (own !== undefined) return { name: own, length: own.length };
  const stated = readSeverity(text);
  const name = stated && vocabulary.find((word) => word.includes(stated.name.slice(-1)));
  return name === undefined ? undefined : { name, length: stated?.length ?? 0 };
}

function startsWithWord(text: string, word: string): boolean {
  return text.toLowerCase().startsWith(word.toLowerCase()) && !/^[\p{L}\p{N}]/u.test(text.slice(word.length));
}

/** The names of the severities, gravest first. */
export const severityNames: readonly string[] = severities.map(({ name }) => name);
