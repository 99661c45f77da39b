import { stampAt, type WrittenStamp } from '../model/timeline/stamp.ts';
import type { StatedZone, Timeline, TimelineEntry } from '../model/timeline/timeline.ts';
import type { Span } from '../text/span.ts';
import { writesDayFirst } from './dateForm.ts';
import type { StampHabits } from './stampForm.ts';

/** The entry that serves as a model for another one: the nearest to a place in its list that is plainly written. */
export function modelEntry(
  text: string,
  entries: readonly TimelineEntry[],
  index: number,
  zone: StatedZone | undefined,
  wantsDate: boolean,
): TimelineEntry | undefined {
  const costs = entries.map((entry, place) => ({
    entry,
    cost: faultsOf(text, entry, zone, wantsDate) * 1000 + Math.abs(place + 0.5 - index),
  }));
  return costs.toSorted((a, b) => a.cost - b.cost)[0]?.entry;
}

/** How much of an entry would not hold for another one. */
function faultsOf(text: string, entry: TimelineEntry, zone: StatedZone | undefined, wantsDate: boolean): number {
  const { stamp, textSpan, form } = entry;
  const between = text.slice(stamp.span.end, Math.max(stamp.span.end, textSpan.start));
  const faults: readonly (readonly [fault: boolean, weight: number])[] = [
    [stamp.time === undefined, 8],
    [stamp.until !== undefined, 2],
    [stamp.approximate, 2],
    [wantsDate && !stamp.date, 1],
    [stamp.zone !== undefined && zone !== undefined && stamp.zone.name !== zone.name, 2],
    [/[\p{L}\p{N}]/u.test(between), 2],
    [form === 'bullet' && between.includes('\n'), 2],
    [textSpan.start === textSpan.end, 1],
  ];
  return faults.reduce((sum, [fault, weight]) => sum + (fault ? weight : 0), 0);
}

/** How the entries of a list write their stamps, beyond what one of them shows. */
export function habitsOf(text: string, timeline: Timeline, entries: readonly TimelineEntry[]): StampHabits {
  return {
    dayFirst: writesDayFirst(text, timeline),
    bareHours: entries.some(({ stamp }) => /(?<![\d:.])\d[:.]\d{2}/.test(text.slice(stamp.span.start, stamp.span.end))),
    halfDays: entries.some(({ stamp, form }) => {
      const clock = form === 'table-row' ? undefined : writtenStamp(text, stamp.span)?.clock;
      return clock?.meridiem === '' && clock.time.hour < (stamp.time?.hour ?? 0);
    }),
  };
}

/** A stamp with the parts that it is written in. */
export function writtenStamp(text: string, span: Span): WrittenStamp | undefined {
  return stampAt(text, span, { packed: true, alone: true });
}
