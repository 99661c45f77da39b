/** The kinds of timeline entry that a person can choose from: the milestones, and what is done, decided and said between them. */
export const entryKinds: readonly string[] = [
  'detected',
  'acknowledged',
  'declared',
  'action',
  'decision',
  'communication',
  'mitigated',
  'resolved',
  'closed',
];

/** The words of an entry of a kind, which stands before them as a label: `Detected: automated alert`. */
export function labelled(text: string, kind: string): string {
  const label = `${kind.charAt(0).toUpperCase()}${kind.slice(1)}:`;
  return text.trimStart().toLowerCase().startsWith(label.toLowerCase()) ? text : `${label} ${text}`;
}
