import type { Span } from '../../text/span.ts';
import type { Field, IncidentDocument } from '../document.ts';
import { headerField } from '../fields.ts';
import { momentOf, wallClockAt } from '../timeline/moment.ts';
import { stampAt, type WrittenStamp } from '../timeline/stamp.ts';
import { zoneOfTimes, type CalendarDate, type TimelineEntry } from '../timeline/timeline.ts';
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
  return momentIn(document, field.valueSpan, day);
}

/** When stakeholders are told to hear next, and where. */
export interface PromisedUpdate {
  readonly moment: StatedMoment;
  readonly span: Span;
}

const promise =
  /\bnext (?:status )?update(?:s|:| is| will be| will follow| comes?)*(?: due| expected| planned| promised| scheduled)?[\s:*_–—-]*(?:(?:at|by|around|before|no later than)\s+)?(?=\d)/gi;

/** The next update that a document promises: its field "Next Update", else the latest that is promised in words. */
export function promisedUpdate(document: IncidentDocument, day: DayIn): PromisedUpdate | undefined {
  const field = headerField(document.fields, 'Next Update');
  const stated = field && statedMoment(document, field, day);
  if (stated) return { moment: stated, span: field.valueSpan };
  const { text, lines } = document;
  const promised = [...text.matchAll(promise)].flatMap(({ 0: words, index }): PromisedUpdate[] => {
    const start = index + words.length;
    const moment = momentIn(document, { start, end: lines.contentSpan(lines.lineAt(start)).end }, day);
    return moment ? [{ moment, span: { start: index, end: moment.stamp.span.end } }] : [];
  });
  return promised.toSorted((a, b) => a.moment.at - b.moment.at).at(-1);
}

function momentIn({ text, timeline }: IncidentDocument, place: Span, day: DayIn): StatedMoment | undefined {
  const stamp = stampAt(text, place, { packed: true, alone: true });
  if (!stamp?.clock) return undefined;
  const zone = stamp.zone?.id ?? zoneOfTimes(timeline);
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
