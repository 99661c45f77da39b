import { written } from '../../shapes/describe.ts';
import type { Shape } from '../../shapes/shape.ts';

/** The days of the week, Monday first, as ISO 8601 counts them. */
export const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** A moment of each week on a wall clock. */
export interface WeekdayTime {
  /** 1 is Monday, 7 is Sunday, as in ISO 8601. */
  readonly weekday: number;
  /** `09:00`, on a clock of 24 hours. */
  readonly time: string;
}

/** A day of the week and a time of day. */
export function weekdayTime(meaning: string): Shape<WeekdayTime> {
  return written<WeekdayTime>(meaning, {
    expected: 'a weekday and a time such as "Monday 09:00"',
    pattern: new RegExp(String.raw`(${weekdays.join('|')}) ([01]\d|2[0-3]):([0-5]\d)`),
    examples: ['Monday 09:00', 'Wednesday 10:00', 'Friday 17:00'],
    read([, weekday, hour, minute]) {
      return { value: { weekday: weekdays.findIndex((name) => name === weekday) + 1, time: `${hour}:${minute}` } };
    },
    write: ({ weekday, time }) => `${weekdays[weekday - 1] ?? ''} ${time}`,
  });
}

/** A time zone of the IANA database. */
export function timeZone(meaning: string): Shape<string> {
  return written(meaning, {
    expected: 'a time zone such as "UTC" or "Europe/Berlin"',
    pattern: /[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+)*/,
    examples: ['UTC', ...Intl.supportedValuesOf('timeZone')],
    read: ([name]) => (isTimeZone(name) ? { value: name } : undefined),
    write: (value) => value,
  });
}

/** A day: `2026-01-05`. */
export function date(meaning: string): Shape<string> {
  return written(meaning, {
    expected: 'a date such as "2026-01-05"',
    pattern: /\d{4}-\d{2}-\d{2}/,
    examples: [],
    read: ([day]) => (isDay(day) ? { value: day } : undefined),
    write: (value) => value,
  });
}

/** A day and a time on the wall clock, as `2026-01-05T09:00`; a day alone is its beginning. */
export function wallClock(meaning: string): Shape<string> {
  return written(meaning, {
    expected: 'a date and time such as "2026-01-05 09:00"',
    pattern: /(\d{4}-\d{2}-\d{2})(?:[ T]((?:[01]\d|2[0-3]):[0-5]\d))?/,
    examples: [],
    read: ([, day = '', time = '00:00']) => (isDay(day) ? { value: `${day}T${time}` } : undefined),
    write: (value) => value.replace('T', ' '),
  });
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** Whether the calendar has a day: it has no 31 February, which the platform would take for 3 March. */
function isDay(day: string): boolean {
  const moment = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(day);
}
