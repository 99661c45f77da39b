/** Status words of documents, as teams write them, and whether each closes the document. Sources: S1, Google SRE, Atlassian. */
const words: readonly { readonly name: string; readonly final: boolean }[] = [
  { name: 'Draft', final: false },
  { name: 'In Review', final: false },
  { name: 'In Progress', final: false },
  { name: 'Under Review', final: false },
  { name: 'Open', final: false },
  { name: 'Ongoing', final: false },
  { name: 'Active', final: false },
  { name: 'Investigating', final: false },
  { name: 'Identified', final: false },
  { name: 'Monitoring', final: false },
  { name: 'Mitigated', final: false },
  { name: 'Reviewed', final: true },
  { name: 'Final', final: true },
  { name: 'Finalized', final: true },
  { name: 'Complete', final: true },
  { name: 'Completed', final: true },
  { name: 'Published', final: true },
  { name: 'Approved', final: true },
  { name: 'Done', final: true },
  { name: 'Resolved', final: true },
  { name: 'Closed', final: true },
];

/** A document's status; what follows the word ("Complete, action items in progress") is a remark. */
export interface StatedStatus {
  /** As the vocabulary writes it. */
  readonly name: string;
  readonly final: boolean;
  readonly canonical: boolean;
}

/** The last of the statuses that a field tells one after the other: "Investigating → Resolved". */
export function latestStatus(text: string): string {
  return text.slice((/^.*(?:→|⇒|[-=]>)(?=.*\p{L})/su.exec(text)?.[0] ?? '').length).trim();
}

/** Reads a status by its first words; undefined for what no vocabulary knows. The longest name that fits is meant. */
export function readStatus(text: string, vocabulary: readonly string[] = []): StatedStatus | undefined {
  const plain = latestStatus(text).replace(/^[^\p{L}]+/u, '');
  const names = [...vocabulary, ...statusNames].filter((name) => begins(plain, name));
  const [name] = names.toSorted((a, b) => b.length - a.length);
  if (name === undefined) return undefined;
  return {
    name,
    final: words.find((word) => word.name.toLowerCase() === name.toLowerCase())?.final ?? false,
    canonical: plain.startsWith(name),
  };
}

/** The status words that every team understands, as the vocabulary writes them. */
export const statusNames: readonly string[] = words.map(({ name }) => name);

/** Whether a text begins with a word of a vocabulary, which a team may write as it likes: "In Review", "in-review", "Done (verified)". */
function begins(text: string, name: string): boolean {
  const written = text.toLowerCase();
  let at = 0;
  for (const letter of name.toLowerCase()) {
    const isGap = gap.test(letter);
    if (isGap ? gap.test(written.charAt(at)) : written.startsWith(letter, at)) at += letter.length;
    else if (!isGap) return false;
  }
  return !/^[\p{L}\d]/u.test(written.slice(at, at + 2));
}

const gap = /^[-\s]$/;
