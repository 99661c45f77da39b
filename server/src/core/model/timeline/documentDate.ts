import { isRealDate } from './calendar.ts';
import { dateOrderOf, settleDate } from './dateOrder.ts';
import { monthStart } from './calendarNames.ts';
import type { CalendarDate } from './timeline.ts';
import type { Span } from '../../text/span.ts';
import { dateAt, type WrittenDate } from './writtenDate.ts';

/** Where a date may begin: at a digit, a month or a weekday that is no part of a longer word or number. */
const start = new RegExp(
  `(?<![\\p{L}\\p{N}.])(?=\\d|(?:${monthStart}|mon|tue|wed|thu|fri|sat|sun)\\p{L}*[ .,-])`,
  'giu',
);
/** Beyond this nobody looks for a date. */
const longest = 400;

/** The first date with a year in a piece of text, as written. */
export function dateWithin(text: string, within: Span): WrittenDate | undefined {
  const end = Math.min(within.end, within.start + longest);
  for (const { index } of text.slice(within.start, end).matchAll(start)) {
    const date = dateAt(text, within.start + index, end);
    if (date?.year !== undefined) return date;
  }
  return undefined;
}

/**
 * The first date that a text states with day, month and year: a field's value ("January 14-19, 2026"), a title
 * ("Incident on 2020-02-12"); undefined where there is none. Numbers that leave the order open are taken day first.
 */
export function readDate(text: string): CalendarDate | undefined {
  const written = dateWithin(text, { start: 0, end: text.length });
  const date = written && settleDate(written, dateOrderOf([written], undefined), undefined);
  return date && isRealDate(date) ? date : undefined;
}

/** The date in a document's title: "Website Outage 5-26-21", "May 30th, 2019 Prow Flakiness". */
export function dateFromTitle(title: string): CalendarDate | undefined {
  return readDate(title);
}

/**
 * The date in a document's path: `2024-01-15-api-latency.md`, `incidents/2024/01/15/cache.md`,
 * `2023-04/04-25-account.md`; undefined where there is none.
 */
export function dateFromPath(path: string): CalendarDate | undefined {
  const parts = path.split('/');
  const file = (parts.at(-1) ?? '').replace(/\.[a-z.]+$/i, '').replaceAll('_', '-');
  const named = readDate(file) ?? packedDate(file);
  if (named) return named;
  const tail = [...parts.slice(-4, -1), file].join('-');
  const match = /(?<!\d)(20\d{2})-(\d{2})(?:-\2)?-(\d{2})(?!\d)/.exec(tail);
  if (!match) return undefined;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isRealDate(date) ? date : undefined;
}

/** The year in a title or path that has no more of a date: `postmortems/2021/cache.md`, `PM2020-003.md`. */
export function yearWithin(words: string): number | undefined {
  const year = /(?<!\d)(?:19|20)\d{2}(?!\d)/.exec(words)?.[0];
  return year === undefined ? undefined : Number(year);
}

function packedDate(file: string): CalendarDate | undefined {
  const match = /(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)/.exec(file);
  const date = match && { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return date && isRealDate(date) ? date : undefined;
}

/** A file's name with another date in the place of its own, in the form that it has there; undefined where it is in words. */
export function renamedTo(name: string, { year, month, day }: CalendarDate): string | undefined {
  const written = /(?<!\d)20\d{2}([-_.]?)\d{2}\1\d{2}(?!\d)/.exec(name);
  if (!written) return undefined;
  const [old, separator = ''] = written;
  const digits = [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')];
  return name.slice(0, written.index) + digits.join(separator) + name.slice(written.index + old.length);
}
