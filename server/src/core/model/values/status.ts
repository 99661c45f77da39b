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

/** Reads a status by its first words; undefined for what no vocabulary knows. */
export function readStatus(text: string, vocabulary: readonly string[] = []): StatedStatus | undefined {
  const plain = text.replace(/^[^\p{L}]+/u, '');
  const names = vocabulary.length === 0 ? longestFirst : inOrder([...vocabulary.map(named), ...longestFirst]);
  const name = names.find(({ begins }) => begins.test(plain))?.name;
  if (name === undefined) return undefined;
  return {
    name,
    final: words.find((word) => word.name.toLowerCase() === name.toLowerCase())?.final ?? false,
    canonical: plain.startsWith(name),
  };
}

/** The status words that every team understands, as the vocabulary writes them. */
export const statusNames: readonly string[] = words.map(({ name }) => name);

interface NamedStatus {
  readonly name: string;
  readonly begins: RegExp;
}

function named(name: string): NamedStatus {
  return { name, begins: new RegExp(`^${pattern(name)}(?![\\p{L}\\d])`, 'iu') };
}

function inOrder(statuses: readonly NamedStatus[]): readonly NamedStatus[] {
  return statuses.toSorted((a, b) => b.name.length - a.name.length);
}

const longestFirst = inOrder(words.map(({ name }) => named(name)));

/** A word of a vocabulary, which a team may write as it likes: "In Review", "in-review", "Done (verified)". */
function pattern(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replace(/[-\s]/g, '[-\\s]?');
}
