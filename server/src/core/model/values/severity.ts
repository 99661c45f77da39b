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
}

/** Reads `SEV-2`, `sev2`, `Sev 2`, `S2`, `P2`, `Severity 2`, `2`, `High`; undefined for anything else. */
export function readSeverity(text: string): StatedSeverity | undefined {
  const words = text.trim();
  const numbered = /^(?:sev(?:erity)?|s|p)?[\s-]*([0-9])(?=$|[\s(:,.;/–—-])/i.exec(words);
  const known = severities.find(
    ({ name, words: others }) => name.endsWith(`-${numbered?.[1] ?? ' '}`) || others.test(words),
  );
  return known && { name: known.name, canonical: new RegExp(`^${known.name}(?=$|[\\s(:,.;/–—])`).test(words) };
}

/** The names of the severities, gravest first. */
export const severityNames: readonly string[] = severities.map(({ name }) => name);
