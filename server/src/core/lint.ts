import type { IncidentDocument } from './model/document.ts';
import type { Fix, Level, RelatedPlace } from './rules/rule.ts';
import type { Template } from './schema/template.ts';
import type { Span } from './text/span.ts';
import type { Workspace } from './workspace.ts';

/** What a finding becomes once its level is settled; the edges turn it into LSP or into lines of text. */
export interface Diagnostic {
  /** The rule's id. */
  readonly rule: string;
  readonly level: Level;
  readonly span: Span;
  readonly message: string;
  readonly related: readonly RelatedPlace[];
  readonly fix: Fix | undefined;
}

/** A text to be read, and where it stands. */
export interface Source {
  /** Absolute path with forward slashes; for an unsaved document its name alone. */
  readonly path: string;
  readonly text: string;
}

/** All that the reading of a document depends on, beside the document. */
export interface Environment {
  readonly workspace: Workspace;
  /** The built-in templates and the team's own, which come first. */
  readonly templates: readonly Template[];
  /** The clock, in ms since 1970 UTC. */
  readonly now: number;
}

/** What the linter says of a text. */
export interface Analysis {
  /** The model; undefined for Markdown that is none of our documents, and then there are no diagnostics. */
  readonly document: IncidentDocument | undefined;
  /** In document order. */
  readonly diagnostics: readonly Diagnostic[];
}
