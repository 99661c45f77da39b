import type { CalendarDate } from './timeline.ts';

const dayMs = 86_400_000;

/** The number of a day, counted from 1970-01-01; two dates compare and subtract by it. */
export function dayNumber(date: CalendarDate): number {
  return Math.round(Date.UTC(date.year, date.month - 1, date.day) / dayMs);
}

/** The date of a day number. */
export function dateOfDay(day: number): CalendarDate {
  const moment = new Date(day * dayMs);
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() + 1, day: moment.getUTCDate() };
}

/** The date so many days later; earlier for a negative number. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return days === 0 ? date : dateOfDay(dayNumber(date) + days);
}

/** Whether the calendar has such a day: 2024-02-30 is none. Years run from 1900 to 2199. */
export function isRealDate(date: CalendarDate): boolean {
  if (date.year < 1900 || date.year > 2199 || date.month < 1 || date.month > 12 || date.day < 1) return false;
  return date.day <= new Date(Date.UTC(date.year, date.month, 0)).getUTCDate();
}

/** Any leap year, for dates of which only the order is wanted. */
export const nominalYear = 2000;

/** The day to which all days of its year are nearer than those of other years. */
export function middleOf(year: number): CalendarDate {
  return { year, month: 7, day: 2 };
}

/** The weekday of a date: 0 is Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return (((dayNumber(date) + 4) % 7) + 7) % 7;
}

/** `2024-01-15` */
export function isoDate(date: CalendarDate): string {
  return `${String(date.year).padStart(4, '0')}-${two(date.month)}-${two(date.day)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
