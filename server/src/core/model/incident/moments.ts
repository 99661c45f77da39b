import type { Field, IncidentDocument } from '../document.ts';
import { momentOf, wallClockAt } from '../timeline/moment.ts';
import { stampAt, type WrittenStamp } from '../timeline/stamp.ts';
import type { CalendarDate, TimelineEntry } from '../timeline/timeline.ts';
import { readDate } from '../values/date.ts';

/** A date and time that a field states. */
export interface StatedMoment {
  /** In ms since 1970 UTC. */
  readonly at: number;
  readonly stamp: WrittenStamp;
  /** The zone that it is in: its own, else the timeline's, else UTC. */
  readonly zone: string;
}

/** The day that it is in a zone; undefined for a zone that nobody knows. */
export type DayIn = (zone: string) => CalendarDate | undefined;

/** The day in each zone at a moment, in ms since 1970 UTC. */
export function dayAt(moment: number): DayIn {
  return (zone) => wallClockAt(moment, zone)?.date;
}

/** The moment that a field states: `2024-01-15 14:23 UTC`; `14:23` alone is one of `day`. */
export function statedMoment(document: IncidentDocument, field: Field, day: DayIn): StatedMoment | undefined {
  const { text, timeline } = document;
  const stamp = stampAt(text, field.valueSpan, { packed: true, alone: true });
  if (!stamp?.clock) return undefined;
  const zone = stamp.zone?.id ?? timeline?.zone?.id ?? 'UTC';
  const date = stamp.date
    ? calendarDate(readDate(text.slice(stamp.date.span.start, stamp.date.span.end))?.iso)
    : day(zone);
  const at = date && momentOf(date, stamp.clock.time, zone);
  return at === undefined ? undefined : { at, stamp, zone };
}

/** The entry that happened last, by the clock. */
export function latestEntry(document: IncidentDocument): (TimelineEntry & { readonly at: number }) | undefined {
  return entriesByTime(document).at(-1);
}

/** The entries whose moment is known, earliest first. */
export function entriesByTime(document: IncidentDocument): (TimelineEntry & { readonly at: number })[] {
  const timed = entriesInOrder(document).flatMap((entry) =>
    entry.at === undefined ? [] : [{ ...entry, at: entry.at }],
  );
  return timed.toSorted((a, b) => a.at - b.at);
}

/** All entries, the oldest first, as the timeline is ordered. */
export function entriesInOrder({ timeline }: IncidentDocument): readonly TimelineEntry[] {
  const entries = timeline?.entries ?? [];
  return timeline?.order === 'descending' ? entries.toReversed() : entries;
}

function calendarDate(iso: string | undefined): CalendarDate | undefined {
  const [year, month, day] = (iso ?? '').split('-').map(Number);
  return year && month && day ? { year, month, day } : undefined;
}
