import type { Clock } from '../clock.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { Edit } from '../edits/edit.ts';
import type { IncidentDocument } from '../model/document.ts';
import type { DocumentIndex } from '../model/documentIndex.ts';
import type { DocumentFacts, FactRange } from '../model/facts.ts';
import type { Template } from '../schema/template.ts';
import type { DocumentKind } from '../schema/vocabulary.ts';
import type { Fields, RecordOf, Shape } from '../shapes/shape.ts';
import type { Span } from '../text/span.ts';

/** How grave a finding is; `off` never runs unless a configuration turns it on. */
export type Level = 'error' | 'warning' | 'information' | 'hint';

/** The options of a rule that has none. */
export type NoOptions = Readonly<Record<string, Shape<never>>>;

/** One check. Rule, fixtures and page share the name. */
export interface Rule<K extends DocumentKind = DocumentKind, O extends Fields = Fields> {
  /** A kebab-case fact: `timeline-order`. */
  readonly id: string;
  readonly kinds: readonly K[];
  /** What it finds, in one line. */
  readonly summary: string;
  readonly level: Level | 'off';
  /** Whether it offers a correction. */
  readonly fixable: boolean;
  /** What a team can set of it, each with what holds otherwise. */
  readonly options?: O;
  /**
   * There only in a rule that looks at the workspace's other documents too: whether they have a part in what it says of a
   * document; where they are not known yet, whether they could have. What a document without it is told depends on no other.
   */
  readonly concerns?: (facts: DocumentFacts, index: DocumentIndex | undefined) => boolean;
  check(document: IncidentDocument<K>, context: RuleContext<O>): Iterable<Finding>;
}

/** What a rule may know beyond the document. */
export interface RuleContext<O extends Fields = Fields> {
  readonly clock: Clock;
  /** The rule's own options, as they hold for this document. */
  readonly options: RecordOf<O>;
  /** What the team has settled. */
  readonly configuration: Configuration;
  /** The built-in templates and the team's own, which come first. */
  readonly templates: readonly Template[];
  /** What is known of the workspace's documents, this one perhaps among them; none as long as nobody has looked. */
  readonly index: DocumentIndex;
}

/** What a rule found, and how to mend it. */
export interface Finding {
  readonly span: Span;
  /** What is wrong and what would be right, in one sentence. */
  readonly message: string;
  /** Where it differs from the rule's own level: graver in a final document, lighter in a draft. */
  readonly level?: Level;
  readonly related?: readonly RelatedPlace[];
  /** Places in other documents. */
  readonly elsewhere?: readonly PlaceElsewhere[];
  readonly fix?: Fix;
}

export interface RelatedPlace {
  readonly span: Span;
  readonly message: string;
}

export interface PlaceElsewhere {
  /** The other document's absolute path. */
  readonly path: string;
  readonly range: FactRange;
  readonly message: string;
}

/** A correction of the document itself; when it has been made, the rule has nothing left to say there. */
export interface Fix {
  /** What it does, in the imperative: `Add the section "Impact"`. */
  readonly title: string;
  /** In document order, not overlapping. */
  readonly edits: readonly Edit[];
  /** The name that the document's file gets in its folder; the links of other documents to it are to follow. */
  readonly rename?: string;
  /** True for one that writes words of a template where nobody asked for any: it is left out when all is fixed at once. */
  readonly onRequest?: boolean;
}

/** Declares a rule; gives its `check` the document type of its kinds and the types of its options. */
export function defineRule<K extends DocumentKind, O extends Fields = NoOptions>(rule: Rule<K, O>): Rule {
  return rule;
}

/** All kinds, for rules that hold everywhere. */
export const everyKind: readonly DocumentKind[] = ['runbook', 'incident', 'postmortem'];
