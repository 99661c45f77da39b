import type { Configuration } from './configuration/configuration.ts';
import type { DocumentIndex } from './model/documentIndex.ts';
import type { Template } from './schema/template.ts';
import type { Workspace } from './workspace.ts';

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
  /** What the team has settled; the defaults where it has not. */
  readonly configuration: Configuration;
  /** The clock, in ms since 1970 UTC. */
  readonly now: number;
  /** What is known of the workspace's documents; undefined as long as nobody has looked at them. */
  readonly index?: DocumentIndex | undefined;
}
