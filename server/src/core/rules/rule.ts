import type { IncidentDocument } from '../model/document.ts';
import type { DocumentKind } from '../schema/vocabulary.ts';
import type { Span } from '../text/span.ts';

/** How grave a finding is; `off` never runs unless a configuration turns it on. */
export type Level = 'error' | 'warning' | 'information' | 'hint';

/** One check. Rule, fixtures and page share the name. */
export interface Rule<K extends DocumentKind = DocumentKind> {
  /** A kebab-case fact: `timeline-order`. */
  readonly id: string;
  readonly kinds: readonly K[];
  /** What it finds, in one line. */
  readonly summary: string;
  readonly level: Level | 'off';
  /** Whether it offers a correction. */
  readonly fixable: boolean;
  check(document: IncidentDocument<K>, context: RuleContext): Iterable<Finding>;
}

/** What a rule may know beyond the document. */
export interface RuleContext {
  /** The clock that "overdue" and "future" go by, in ms since 1970 UTC. */
  readonly now: number;
}

/** What a rule found, and how to mend it. */
export interface Finding {
  readonly span: Span;
  /** What is wrong and what would be right, in one sentence. */
  readonly message: string;
  /** Where it differs from the rule's own level: graver in a final document, lighter in a draft. */
  readonly level?: Level;
  readonly related?: readonly RelatedPlace[];
  readonly fix?: Fix;
}

export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
}

/** A correction of the document itself; when it has been made, the rule has nothing left to say there. */
export interface Fix {
  /** What it does, in the imperative: `Add the section "Impact"`. */
  readonly title: string;
  /** In document order, not overlapping. */
  readonly edits: readonly Edit[];
}

/** The replacement of a span of the text. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

/** Declares a rule; gives its `check` the document type of its kinds. */
export function defineRule<K extends DocumentKind>(rule: Rule<K>): Rule {
  return rule as unknown as Rule;
}

/** All kinds, for rules that hold everywhere. */
export const everyKind: readonly DocumentKind[] = ['runbook', 'incident', 'postmortem'];
