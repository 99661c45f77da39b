import type { Span } from '../../text/span.ts';
import { matchAt } from './lexing.ts';

/** One piece of a written date: what an edit replaces to write another date in the same form. */
export interface DatePart {
  readonly kind: 'year' | 'month' | 'month-name' | 'day' | 'first' | 'second' | 'weekday';
  readonly span: Span;
}

/** A date as it is written; what it leaves open is settled by the rest of the document. */
export interface WrittenDate {
  readonly span: Span;
  readonly year: number | undefined;
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** `05/06`: day and month in an order that only the whole document can tell; then `month` and `day` are undefined. */
  readonly numbers: readonly [number, number] | undefined;
  /** True for `12-05` and `15th`, which are dates only beside a time or alone in their place. */
  readonly short: boolean;
  readonly parts: readonly DatePart[];
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const month =
  '(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)';
const ordinal = '(?:st|nd|rd|th)';
const year = '(?:19|20)\\d{2}';
/** The rest of a range of days: `14-19`, `14th – 19th`. */
const toDay = `(?:\\s?[-–]\\s?\\d{1,2}${ordinal}?(?![\\d:.]))?`;

const weekdayPattern = /(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|nes|r|rs|ur)?(?:day)?\b\.?,?\s*(?:the\s+)?/iy;
const yearFirst = /(?<year>\d{4})(?<sep>[-/.\u2010\u2011])(?<month>\d{1,2})\k<sep>(?<day>\d{1,2})(?!\d|\k<sep>\d)/dy;
const packed = /(?<year>20\d{2})(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?![\d-])/dy;
const yearLast = /(?<first>\d{1,2})(?<sep>[-/.])(?<second>\d{1,2})\k<sep>(?<year>\d{4}|\d{2})(?!\d|\k<sep>?\d)/dy;
const shortNumbers = /(?<first>\d{1,2})(?<sep>[-/])(?<second>\d{1,2})(?![\d/.:%-])/dy;
const shortDotted = /(?<first>\d{1,2})\.(?<second>\d{1,2})\.(?=\s)/dy;
const dayFirst = new RegExp(
  `(?<day>\\d{1,2})(?:${ordinal}|\\.)?(?:\\s+of)?[-\\s]{0,2}(?<name>${month})\\b\\.?(?:[-,]?\\s{0,2}(?:'(?<short>\\d{2})|(?<year>${year}))(?!\\d|:\\d))?`,
  'diy',
);
const monthFirst = new RegExp(
  `(?<name>${month})\\b\\.?[-\\s]{1,2}(?:the\\s+)?(?<day>\\d{1,2})${ordinal}?(?!\\w|:\\d)${toDay}(?:,?\\s{0,2}(?:'(?<short>\\d{2})|(?<year>${year}))(?!\\d|:\\d)|-(?<tail>${year})(?!\\d))?`,
  'diy',
);
/** As web servers log it: `15/Jan/2024`. */
const logged = new RegExp(`(?<day>\\d{1,2})/(?<name>${month})/(?<year>${year})(?!\\d)`, 'diy');
const yearMonthDay = new RegExp(
  `(?<year>${year})[-\\s](?<name>${month})\\b[-\\s](?<day>\\d{1,2})${ordinal}?(?!\\d)`,
  'diy',
);
const dayOnly = new RegExp(`(?:the\\s+)?(?<day>\\d{1,2})${ordinal}\\b`, 'diy');

/** Longest and surest first. */
const patterns = [
  yearFirst,
  packed,
  yearLast,
  logged,
  yearMonthDay,
  monthFirst,
  dayFirst,
  shortDotted,
  shortNumbers,
  dayOnly,
];

/** The weekday that is named at a place, with what follows it up to the date: 0 is Sunday. */
export function weekdayAt(
  text: string,
  at: number,
  end: number,
): { readonly day: number; readonly end: number } | undefined {
  const match = matchAt(weekdayPattern, text, at, end);
  if (!match) return undefined;
  const day = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].indexOf((match[1] ?? '').toLowerCase());
  return { day, end: at + match[0].length };
}

/** The date that stands at a place, a weekday's name before it included. */
export function dateAt(text: string, at: number, end: number): WrittenDate | undefined {
  const weekday = weekdayAt(text, at, end);
  const start = weekday?.end ?? at;
  if (!isDateStart(text.charCodeAt(start))) return undefined;
  for (const pattern of patterns) {
    const match = matchAt(pattern, text, start, end);
    const date = match && read(match, at, weekday !== undefined);
    if (date) return date;
  }
  return undefined;
}

/** A digit, or a letter with which a month or "the" begins. */
function isDateStart(code: number): boolean {
  return (code >= 48 && code <= 57) || 'jfmasondt'.includes(String.fromCharCode(code | 32));
}

function read(match: RegExpExecArray, at: number, hasWeekday: boolean): WrittenDate | undefined {
  const groups = match.groups ?? {};
  const places = match.indices?.groups ?? {};
  const name = groups['name'];
  // "5 may have failed" and "14:00 march" are no dates; a month is written with a capital letter there.
  if (name !== undefined && /^ma(?:y|r|rch)$/.test(name)) return undefined;
  if (groups['sep'] === '.' && groups['year']?.length === 2 && groups['second']?.length !== 2) return undefined;

  const parts: DatePart[] = [];
  const add = (kind: DatePart['kind'], group: string): void => {
    const place = places[group];
    if (place) parts.push({ kind, span: { start: place[0], end: place[1] } });
  };
  if (hasWeekday) parts.push({ kind: 'weekday', span: { start: at, end: match.index } });
  for (const group of ['year', 'short', 'tail']) add('year', group);
  add('month', 'month');
  add('month-name', 'name');
  add('day', 'day');
  add('first', 'first');
  add('second', 'second');

  const written = groups['year'] ?? groups['tail'] ?? groups['short'];
  const number = (group: string): number | undefined =>
    groups[group] === undefined ? undefined : Number(groups[group]);
  const first = number('first');
  const second = number('second');
  const yearNumber = written === undefined ? undefined : Number(written) + (written.length === 2 ? 2000 : 0);
  return {
    span: { start: at, end: match.index + match[0].length },
    year: yearNumber,
    month: name === undefined ? number('month') : monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1,
    day: number('day'),
    numbers: first !== undefined && second !== undefined ? [first, second] : undefined,
    short: yearNumber === undefined && name === undefined,
    parts: parts.toSorted((a, b) => a.span.start - b.span.start),
  };
}
