import type { SettledRule } from './configuration/levels.ts';
import type { Finding, Fix, Level, PlaceElsewhere, RelatedPlace } from './rules/rule.ts';
import type { Span } from './text/span.ts';

/** What a finding becomes once its level is settled; the edges turn it into LSP or into lines of text. */
export interface Diagnostic {
  /** The rule's id. */
  readonly rule: string;
  readonly level: Level;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  /** Places in other documents. */
  readonly elsewhere?: readonly PlaceElsewhere[];
  readonly fix: Fix | undefined;
}

/** A rule's findings at their levels: the one that the team has chosen, else the finding's own, else the rule's. */
export function toDiagnostics(
  rule: string,
  { level, isChosen }: SettledRule,
  findings: readonly Finding[],
): Diagnostic[] {
  if (level === 'off') return [];
  return findings.map((finding) => ({
    rule,
    level: (isChosen ? undefined : finding.level) ?? level,
    span: finding.span,
    message: finding.message,
    related: finding.related ?? [],
    ...(finding.elsewhere ? { elsewhere: finding.elsewhere } : {}),
    fix: finding.fix,
  }));
}

/** Diagnostics in the order of the text. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.toSorted((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}
