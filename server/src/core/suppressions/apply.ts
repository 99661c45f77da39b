import type { LineIndex } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import type { Suppression } from './read.ts';

/** What can be suppressed. */
export interface Suppressible {
  readonly rule: string;
  readonly span: Span;
}

/** What is left when suppressing comments have been heeded. */
export interface Heeded<T> {
  readonly kept: readonly T[];
  /** What kept something back: a comment, with the rule that it names or without any where it means all. */
  readonly used: ReadonlySet<Suppression | Suppression['rules'][number]>;
}

/** Heeds suppressing comments; a finding stands where it begins. */
export function heedSuppressions<T extends Suppressible>(
  findings: readonly T[],
  suppressions: readonly Suppression[],
  lines: LineIndex,
): Heeded<T> {
  const used = new Set<Suppression | Suppression['rules'][number]>();
  const kept = findings.filter((finding) => {
    const suppression = suppressionOf(finding, suppressions, lines);
    if (suppression) used.add(nameIn(suppression, finding.rule) ?? suppression);
    return !suppression;
  });
  return { kept, used };
}

/** The comment that keeps a finding back: one for its line, else the range around it, else one for the file. */
function suppressionOf(
  { rule, span }: Suppressible,
  suppressions: readonly Suppression[],
  lines: LineIndex,
): Suppression | undefined {
  const concerning = suppressions.filter((suppression) => concerns(suppression, rule));
  if (concerning.length === 0) return undefined;
  const line = lines.lineAt(span.start);
  const forLine = concerning.find(
    (suppression) => /^disable-(?:next-)?line$/.test(suppression.directive) && suppression.line === line,
  );
  if (forLine) return forLine;
  const range = concerning.findLast(
    (suppression) => /^(?:dis|en)able$/.test(suppression.directive) && suppression.span.start <= span.start,
  );
  if (range?.directive === 'disable') return range;
  return concerning.find(({ directive }) => directive === 'disable-file');
}

/** Whether a comment speaks of a rule: by its name, or because it names none. */
export function concerns(suppression: Suppression, rule: string): boolean {
  return suppression.rules.length === 0 || nameIn(suppression, rule) !== undefined;
}

function nameIn({ rules }: Suppression, rule: string): Suppression['rules'][number] | undefined {
  return rules.find(({ id }) => id === rule);
}
