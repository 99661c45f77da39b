import { dayNumber } from '../model/timeline/calendar.ts';
import { entryGroups, type EntryGroup } from '../model/timeline/order.ts';
import type { Timeline, TimelineDate, TimelineEntry } from '../model/timeline/timeline.ts';
import type { StampContent } from './stampForm.ts';

/** Between which entries of a timeline a new one belongs, in reading order. */
export interface EntryPlace {
  /** The list that it joins. */
  readonly group: EntryGroup;
  /** Before which of the list's entries it belongs. */
  readonly index: number;
  readonly above: TimelineEntry | undefined;
  readonly below: TimelineEntry | undefined;
  /** The date by itself that stands between the two, if one does. */
  readonly date: TimelineDate | undefined;
}

/**
 * Where an entry belongs by its time: behind those of the same time, before them where the newest stands first. Undefined
 * for a timeline without entries. Times are in ms since 1970 UTC.
 */
export function placeFor(timeline: Timeline, at: number, clock: StampContent): EntryPlace | undefined {
  const group = mainGroup(timeline);
  if (!group) return undefined;
  const { entries, order } = group;
  const index =
    order === 'ascending'
      ? entries.findLastIndex((entry) => isUpTo(entry, at, clock)) + 1
      : indexOrEnd(
          entries.findIndex((entry) => isUpTo(entry, at, clock)),
          entries.length,
        );
  const above = entries[index - 1];
  const below = entries[index];
  const from = above ? above.stamp.span.end : timeline.anchor.end;
  const to = below ? below.stamp.span.start : Infinity;
  const date = below && timeline.dates.findLast(({ dateSpan }) => dateSpan.start >= from && dateSpan.end <= to);
  return { group, index, above, below, date };
}

/** The list with the most entries that begin with their stamp; of equally long ones the last. */
function mainGroup(timeline: Timeline): EntryGroup | undefined {
  return entryGroups(timeline)
    .filter(({ entries }) => entries.length > 0)
    .reduce<EntryGroup | undefined>((best, group) => (best && sizeOf(best) > sizeOf(group) ? best : group), undefined);
}

function sizeOf({ entries }: EntryGroup): number {
  const stampFirst = entries.filter(({ stamp, textSpan }) => textSpan.end > stamp.span.start).length;
  return stampFirst * 1000 + entries.length;
}

function indexOrEnd(index: number, end: number): number {
  return index < 0 ? end : index;
}

/**
 * Whether an entry happened no later. A day without a time counts from its first moment on; without any date the clock
 * alone decides.
 */
function isUpTo({ at: moment, day, stamp }: TimelineEntry, at: number, { date, time }: StampContent): boolean {
  if (moment !== undefined) return moment <= at;
  if (day) return dayNumber(day) <= dayNumber(date);
  if (!stamp.time) return true;
  return stamp.time.hour * 60 + stamp.time.minute <= time.hour * 60 + time.minute;
}
