import type { Knowledge } from '../../text/knowledge.ts';
import type { Section } from '../../parse/outline.ts';
import type { CalendarDate, StatedZone } from './timeline.ts';

/** What the reading of a timeline depends on beside the document's text. */
export interface TimelineContext {
  /** The sections that the template calls a timeline; without any, headings that mean one are looked for. */
  readonly sections: readonly Section[];
  /** The date of the document, for entries that give a time alone: from its fields, title or file name. */
  readonly documentDate: CalendarDate | undefined;
  /** The year of the document where nothing more of its date is known: from its title or path. */
  readonly documentYear?: number | undefined;
  /** The zone that a field of the document states. */
  readonly statedZone: StatedZone | undefined;
  /** The zone of entries for which the document states none: an IANA name. */
  readonly defaultZone: string;
  /** Whether a run of entries counts as a timeline though no heading or label says so. */
  readonly unnamed: boolean;
  /** What is known from earlier readings. */
  readonly knowledge?: Knowledge;
}
