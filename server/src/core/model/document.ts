import type { FrontMatter } from '../parse/frontMatter.ts';
import type { Outline, Section } from '../parse/outline.ts';
import type { Alignment } from '../schema/align.ts';
import type { Likeness } from '../schema/classify.ts';
import type { FieldSchema, FieldStyle, Template } from '../schema/template.ts';
import type { DocumentKind } from '../schema/vocabulary.ts';
import type { Knowledge } from '../text/knowledge.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import type { Passage } from './prose.ts';
import type { Declarations } from './steps/declarations.ts';
import type { StepParameter } from './steps/parameters.ts';
import type { Timeline } from './timeline/timeline.ts';

/**
 * A document of one of the kinds, read once; rules, edits, reports and the editor all read this and never the text. It knows
 * what was made of the same things in earlier readings of the document.
 */
export interface IncidentDocument<K extends DocumentKind = DocumentKind> extends Knowledge {
  readonly kind: K;
  /** Absolute path with forward slashes; for an unsaved document its name alone. */
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly outline: Outline;
  readonly frontMatter: FrontMatter;
  readonly template: Template;
  /** Which section of the document stands for which section of the template. */
  readonly alignment: Alignment;
  /** How surely the document means to be of the template's form. */
  readonly likeness: Likeness;
  readonly title: Title | undefined;
  readonly fields: readonly Field[];
  readonly timeline: Timeline | undefined;
  readonly actionItems: readonly ActionItem[];
  /** The parameters that the document says it has, and what is wrong with what it says. */
  readonly declarations: Declarations;
  readonly steps: readonly Step[];
  /** Indented code: it shows what a person may type, and is no step. */
  readonly shownCode: readonly Step[];
  readonly links: readonly Link[];
  /** What the author says in words of their own. */
  readonly prose: readonly Passage[];
  /** Template words that nobody has replaced. */
  readonly placeholders: readonly Placeholder[];
  /** `final` once the status says so; `draft` before; `unstated` in a document without a status. */
  readonly stage: 'draft' | 'final' | 'unstated';
}

export interface Title {
  readonly span: Span;
  /** The title's words without the kind's prefix. */
  readonly subject: string;
  readonly subjectSpan: Span;
}

export interface Field {
  /** The label as the document writes it, without mark-up and colon. */
  readonly label: string;
  readonly labelSpan: Span;
  readonly value: string;
  /** Where the value stands, trimmed; empty, at the place for it, where there is none. */
  readonly valueSpan: Span;
  readonly style: FieldStyle;
  /** The section that holds it; undefined for the header and the front matter. */
  readonly section: Section | undefined;
  /** The template's field that it stands for. */
  readonly schema: FieldSchema | undefined;
  /** What it is called in the template, else here, as labels are compared. */
  readonly name: string;
}

export interface ActionItem {
  readonly span: Span;
  readonly text: string;
  readonly textSpan: Span;
  readonly owner: ActionDetail | undefined;
  readonly due: ActionDetail | undefined;
  readonly status: ActionDetail | undefined;
  /** Where its work is followed: a link to an issue, or an issue's number. */
  readonly ticket: ActionDetail | undefined;
  /** The row's cell for it, with nothing in it, or a dash. */
  readonly ticketPlace: Span | undefined;
  /** What it says that it is for: `prevent`, "Detection". */
  readonly type: ActionDetail | undefined;
  /** `done` and `dropped` want nothing more of anybody; an action that says nothing is open. */
  readonly state: 'open' | 'done' | 'dropped';
  readonly form: 'table-row' | 'bullet' | 'task';
  /** The header row of the table that holds it; undefined in a list. */
  readonly header: Span | undefined;
  /** How many bullets below it say what it consists of. */
  readonly parts: number;
}

/** A cell or a marked word of an action item; its value is empty where the place is there and nothing stands in it. */
export interface ActionDetail {
  readonly value: string;
  readonly span: Span;
}

/** A shell block, or another block that can be run. */
export interface Step {
  /** Stable while the block's place among the headings and its words stay the same. */
  readonly id: string;
  /** The heading above, or the first words before the block. */
  readonly title: string;
  /** The fence's language in lower case; empty where it has none. */
  readonly language: string;
  /** The whole block, fences included. */
  readonly span: Span;
  /** The opening fence: `` ```bash ``; empty for indented code. */
  readonly fenceSpan: Span;
  /** What stands between the fences. */
  readonly contentSpan: Span;
  /** The same without the indentation of what contains the block. */
  readonly content: string;
  /** Exactly what runs: indentation of the container, prompts and output removed. */
  readonly command: string;
  /** What a person must fill in before it can run. */
  readonly parameters: readonly StepParameter[];
  readonly section: Section | undefined;
  /** True for a language that a shell runs. */
  readonly runnable: boolean;
}

export interface Link {
  readonly span: Span;
  /** As it is written: `postmortems/2024-01-15-api-latency.md#impact`. */
  readonly target: string;
  readonly targetSpan: Span;
  readonly style: 'inline' | 'reference' | 'definition' | 'image' | 'wiki' | 'autolink' | 'html';
  /** Whether the target is there; undefined for what lies outside the workspace and is never asked for. */
  readonly resolves: boolean | undefined;
  /** What is missing: the file, or the heading in it. */
  readonly missing: 'file' | 'anchor' | undefined;
  /** The path of the file that the target names, from the workspace's folder on; undefined for what lies elsewhere. */
  readonly lookedFor: string | undefined;
  /** The heading's anchor that was most likely meant where the written one is missing. */
  readonly nearestAnchor: string | undefined;
}

export interface Placeholder {
  readonly span: Span;
  readonly text: string;
}
