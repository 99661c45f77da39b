import type { Span } from '../../text/span.ts';

/** What an entry says has happened; durations and metrics come from pairs of these. */
export type Milestone =
  'impact-started' | 'detected' | 'acknowledged' | 'declared' | 'mitigated' | 'resolved' | 'closed';

/** How an entry stands in the document. */
export type EntryForm = 'bullet' | 'paragraph' | 'table-row' | 'heading' | 'html';

/** The calendar date that a stamp or its surroundings name. */
export interface CalendarDate {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
}

/** A wall-clock time. */
export interface ClockTime {
  /** 0 to 23. */
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

/** A time zone as a timeline states it. */
export interface StatedZone {
  /** As it is written: `UTC`, `PST`, `Europe/Berlin`, `+02:00`. */
  readonly name: string;
  /** Where it is written. */
  readonly span: Span;
  /** What date-time arithmetic uses: an IANA name or an offset; undefined for an ambiguous one (`IST`). */
  readonly id: string | undefined;
  /** Whether the document or the team says which of several zones is meant by the name. */
  readonly isCertain?: true;
}

/** The moment that an entry names, as far as it is written there. */
export interface Stamp {
  readonly span: Span;
  readonly date: CalendarDate | undefined;
  readonly time: ClockTime | undefined;
  /** The end of a range: `14:00 – 14:20`. */
  readonly until: ClockTime | undefined;
  readonly zone: StatedZone | undefined;
  /** True for `~14:00`, `approx. 14:00`, `around 14:00`. */
  readonly approximate: boolean;
  /** `T+5m`: ms after the start that the timeline counts from; then date and time are undefined. */
  readonly offset: number | undefined;
}

export interface TimelineEntry {
  /** The whole entry with its bullet and nested blocks, without the last line ending. */
  readonly span: Span;
  readonly form: EntryForm;
  readonly stamp: Stamp;
  /** The moment, in ms since 1970 UTC; undefined where it can't be known. */
  readonly at: number | undefined;
  /** Why `at` is undefined, as a sentence for the reader. */
  readonly unknown: string | undefined;
  /**
   * The day on which it happened, in the entry's own zone: from the stamp, or from what stands above it; undefined where no
   * day can be known.
   */
  readonly day: CalendarDate | undefined;
  /** Where its date has no year that is known, its day in an arbitrary one: only the order of such days means anything. */
  readonly nominal: NominalDay | undefined;
  /** True for the first entry of another day when only the clock, which starts anew, says so. */
  readonly pastMidnight: boolean;
  /** Which of the timeline's lists it stands in, from 0: a document may have "Key events" and a full account; order holds within one. */
  readonly region: number;
  /** The entry's words without stamp and separator, Markdown as written. */
  readonly text: string;
  readonly textSpan: Span;
  readonly milestone: Milestone | undefined;
}

export interface NominalDay {
  /** The day's number. */
  readonly day: number;
  /** True where the entry's own stamp writes it. */
  readonly isStated: boolean;
}

/** Something that stands where an entry should and has no stamp that can be read. */
export interface UnreadEntry {
  readonly span: Span;
  /** What is wrong and what would be right, as a sentence for the reader. */
  readonly reason: string;
}

/** A time or year of an entry that was mistyped, and is read as what is meant: "14;22", "20202-01-16". */
export interface Slip {
  readonly span: Span;
  /** What would be right in its place. */
  readonly meant: string;
  /** True where nothing else near can be meant: "202" may be 2023 as well as 2024. */
  readonly isCertain: boolean;
}

/** A date that stands by itself and holds for the entries behind it: a sub-heading, a line, a bullet with nested ones. */
export interface TimelineDate {
  /** With all that stands below it. */
  readonly span: Span;
  readonly form: EntryForm;
  /** The date alone. */
  readonly dateSpan: Span;
  readonly day: CalendarDate;
}

/** The timeline of a document, in document order. */
export interface Timeline {
  /** The heading, field label or other place that introduces it. */
  readonly anchor: Span;
  /** Everything from the first entry to the last. */
  readonly span: Span;
  readonly entries: readonly TimelineEntry[];
  /** When each milestone was reached, in ms since 1970 UTC, as far as an entry with a known time says so. */
  readonly reached: Readonly<Partial<Record<Milestone, number>>>;
  readonly unread: readonly UnreadEntry[];
  readonly slips: readonly Slip[];
  readonly dates: readonly TimelineDate[];
  /** Entries of the template that nobody has filled in: `- **HH:MM** - [event]`. */
  readonly blanks: readonly Span[];
  /** The zone that holds for all entries that state none. */
  readonly zone: StatedZone | undefined;
  /** The zone of times for which nothing states one: the team's, an IANA name. */
  readonly defaultZone: string;
  /** `descending` where the newest entry stands first. */
  readonly order: 'ascending' | 'descending';
}

/** The zone in which a timeline's times are written: the stated one, UTC for one that may mean several, else the team's. */
export function zoneOfTimes(timeline: Timeline | undefined): string {
  return timeline?.zone ? (timeline.zone.id ?? 'UTC') : (timeline?.defaultZone ?? 'UTC');
}
