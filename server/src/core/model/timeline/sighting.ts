import type { Span } from '../../text/span.ts';
import type { WrittenStamp } from './stamp.ts';
import type { EntryForm, StatedZone } from './timeline.ts';
import type { WrittenDate } from './writtenDate.ts';

/** A stamp as it is kept from one reading of a document to the next: what moves with the text is in spans. */
export type PlacedStamp = Omit<WrittenStamp, 'textStart'>;

/** What was seen at a place of a timeline, before dates and zones are settled. */
export type Sighting = SeenEntry | SeenDate | SeenShift | SeenUnread | SeenBlank;

export interface SeenEntry {
  readonly kind: 'entry';
  readonly form: EntryForm;
  readonly span: Span;
  readonly stamp: PlacedStamp;
  readonly text: Span;
  /** The label of `**Detected:** 14:05, by a customer`, where it is not the text itself. */
  readonly label: Span | undefined;
  /** What the header of a table's column states: `Date (2021)`, `Time (UTC)`. */
  readonly year: number | undefined;
  readonly zone: StatedZone | undefined;
}

/** A date that holds for what follows it. */
export interface SeenDate {
  readonly kind: 'date';
  readonly form: EntryForm;
  readonly span: Span;
  readonly stamp: PlacedStamp & { readonly date: WrittenDate };
}

/** A day that is named without its date, and holds for what follows it. */
export interface SeenShift {
  readonly kind: 'shift';
  readonly span: Span;
  readonly shift: DayShift;
}

/** `Day 2` counts from the first day of the timeline, `Next day` and `Tuesday` from the day above. */
export type DayShift =
  | { readonly from: 'first'; readonly days: number }
  | { readonly from: 'above'; readonly days: number }
  | { readonly from: 'above'; readonly weekday: number };

export interface SeenUnread {
  readonly kind: 'unread';
  readonly span: Span;
  readonly reason: string;
}

/** A template's entry that nobody has filled in. */
export interface SeenBlank {
  readonly kind: 'blank';
  readonly form: EntryForm;
  readonly span: Span;
}
