import { Temporal } from 'temporal-polyfill';
import { dateOfDay } from './calendar.ts';
import type { CalendarDate, ClockTime } from './timeline.ts';

const dayMs = 86_400_000;

/**
 * The moment of a wall-clock time in a zone, in ms since 1970 UTC. A time that the clocks skip is taken after the gap, one
 * that they show twice as the first. Undefined for a zone that nobody knows.
 */
export function momentOf(date: CalendarDate, time: ClockTime, zone: string): number | undefined {
  const wall = Date.UTC(date.year, date.month - 1, date.day, time.hour, time.minute, time.second);
  const offset = fixedOffset(zone);
  if (offset !== undefined) return wall - offset;
  try {
    return Temporal.PlainDateTime.from({ ...date, ...time }).toZonedDateTime(zone, { disambiguation: 'compatible' })
      .epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What calendar and clock of a zone show at a moment; undefined for a zone that nobody knows. */
export function wallClockAt(
  ms: number,
  zone: string,
): { readonly date: CalendarDate; readonly time: ClockTime } | undefined {
  const offset = fixedOffset(zone);
  if (offset !== undefined) {
    const wall = ms + offset;
    const day = Math.floor(wall / dayMs);
    const seconds = Math.floor((wall - day * dayMs) / 1000);
    return {
      date: dateOfDay(day),
      time: { hour: Math.floor(seconds / 3600), minute: Math.floor(seconds / 60) % 60, second: seconds % 60 },
    };
  }
  try {
    const { year, month, day, hour, minute, second } =
      Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
    return { date: { year, month, day }, time: { hour, minute, second } };
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** In ms; undefined for a zone whose offset depends on the date. Most timelines are in UTC and need no more than this. */
function fixedOffset(zone: string): number | undefined {
  if (zone === 'UTC') return 0;
  const match = /^([+-])(\d{2}):(\d{2})$/.exec(zone);
  if (!match) return undefined;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3])) * 60_000;
}
