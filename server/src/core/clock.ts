import { addDays } from './model/timeline/calendar.ts';
import { momentOf, wallClockAt } from './model/timeline/moment.ts';
import type { CalendarDate } from './model/timeline/timeline.ts';

/** The clock that "overdue" and "future" go by. It notes for how long what it was asked keeps its answer. */
export interface Clock {
  /** Whether a moment, in ms since 1970 UTC, is reached. */
  hasCome(moment: number): boolean;
  /** How many whole days have passed since a moment in ms since 1970 UTC; negative before it. */
  daysSince(moment: number): number;
  /** How many whole minutes have passed since a moment in ms since 1970 UTC; negative before it. */
  minutesSince(moment: number): number;
  /** The beginning of this minute, in ms since 1970 UTC: what is written down of the time of day. */
  minute(): number;
  /** The day in a zone; undefined for a zone that nobody knows. */
  readonly dayIn: (zone: string) => CalendarDate | undefined;
  /** The day in UTC: `2024-01-18`. */
  today(): string;
  /** Whether a day in UTC, `2024-01-18`, is over. */
  isOver(day: string): boolean;
  /** When all answers so far would be the same. */
  readonly answersHold: Period;
}

/** Moments in ms since 1970 UTC, the last one not included. */
export interface Period {
  readonly from: number;
  readonly until: number;
}

/** At whatever time. */
export const always: Period = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };

const minuteMs = 60_000;
const dayMs = 86_400_000;
const midnight = { hour: 0, minute: 0, second: 0 };

/** Whether a moment lies in a period. */
export function isWithin({ from, until }: Period, moment: number): boolean {
  return from <= moment && moment < until;
}

/** When both of two periods are. */
export function overlapOf(a: Period, b: Period): Period {
  return { from: Math.max(a.from, b.from), until: Math.min(a.until, b.until) };
}

/** A clock that stands at a moment, in ms since 1970 UTC. */
export function clockAt(now: number): Clock {
  let answersHold = always;
  const narrow = (from: number, until: number): void => {
    answersHold = overlapOf(answersHold, { from, until });
  };
  const countSince = (moment: number, unit: number): number => {
    const count = Math.floor((now - moment) / unit);
    narrow(moment + count * unit, moment + (count + 1) * unit);
    return count;
  };
  const daysSince = (moment: number): number => countSince(moment, dayMs);
  const minutesSince = (moment: number): number => countSince(moment, minuteMs);
  const dayIn = (zone: string): CalendarDate | undefined => {
    const date = wallClockAt(now, zone)?.date;
    const from = date && momentOf(date, midnight, zone);
    const until = date && momentOf(addDays(date, 1), midnight, zone);
    if (from !== undefined && until !== undefined) narrow(from, until);
    return date;
  };
  const hasCome = (moment: number): boolean => {
    if (now >= moment) narrow(moment, Number.POSITIVE_INFINITY);
    else narrow(Number.NEGATIVE_INFINITY, moment);
    return now >= moment;
  };
  return {
    hasCome,
    daysSince,
    minutesSince,
    minute: () => minutesSince(0) * minuteMs,
    dayIn,
    today: () => new Date(daysSince(0) * dayMs).toISOString().slice(0, 10),
    isOver: (day) => hasCome(Date.parse(day) + dayMs),
    get answersHold() {
      return answersHold;
    },
  };
}
