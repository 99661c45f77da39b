import type { Span } from '../../text/span.ts';
import { monthName, monthNumber, shortWeekdayEnd, weekdayAt } from './calendarNames.ts';
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
  /** A year with a digit too many or too few, as it is written: `20202`; then `year` is undefined. */
  readonly yearSlip?: string;
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** `05/06`: day and month in an order that only the whole document can tell; then `month` and `day` are undefined. */
  readonly numbers: readonly [number, number] | undefined;
  /** True for `12-05` and `15th`, which are dates only beside a time or alone in their place. */
  readonly short: boolean;
  readonly parts: readonly DatePart[];
}

/** "3rd", "1er", "1º" */
const ordinal = '(?:st|nd|rd|th|er|º)';
const year = '(?:19|20)\\d{2}';
/** The rest of a range of days: `14-19`, `14th – 19th`. */
const toDay = `(?:\\s?[\\-–]\\s?\\d{1,2}${ordinal}?(?![\\d:.]))?`;
/** The same before the month: `14 and 19 March`, `14. bis 19. März`. */
const toDayBefore = `(?:\\.?\\s?(?:[\\-–→/&]|to|and|bis|und)\\s?\\d{1,2}(?:${ordinal}|\\.(?=\\s))?(?![\\d:.]))?`;

const yearFirst = /(?<year>\d{4})(?<sep>[-/.\u2010\u2011])(?<month>\d{1,2})\k<sep>(?<day>\d{1,2})(?!\d|\k<sep>\d)/dy;
const packed = /(?<year>20\d{2})(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\d|3[01])(?![\d-])/dy;
const yearLast =
  /(?<first>\d{1,2})(?:[-–→]\d{1,2}(?=[/.]))?(?<sep>[-/.])(?<second>\d{1,2})\k<sep>(?<year>\d{4}|\d{2})(?!\d|\k<sep>?\d)/dy;
const shortNumbers = /(?<first>\d{1,2})(?<sep>[-/])(?<second>\d{1,2})(?![\d/.:%-])/dy;
const shortDotted = /(?<first>\d{1,2})\.(?<second>\d{1,2})\.(?=\s)/dy;
const dayFirst = new RegExp(
  `(?<day>\\d{1,2})(?:${ordinal}|\\.)?${toDayBefore}(?:\\s+(?:of|de))?[\\-\\s]{0,2}(?<name>${monthName})\\.?(?:(?:[\\-,]?\\s{0,2}|\\s+del?\\s+)(?:'(?<short>\\d{2})|(?<year>${year}))(?!\\d|:\\d))?`,
  'diuy',
);
const monthFirst = new RegExp(
  `(?<name>${monthName})\\.?[\\-\\s]{1,2}(?:the\\s+)?(?<day>\\d{1,2})${ordinal}?(?!\\w|:\\d)${toDay}(?:(?:,?\\s{0,2}|,?\\s+del?\\s+)(?:'(?<short>\\d{2})|(?<year>${year}))(?!\\d|:\\d)|-(?<tail>${year})(?!\\d))?`,
  'diuy',
);
/** As web servers log it: `15/Jan/2024`. */
const logged = new RegExp(`(?<day>\\d{1,2})/(?<name>${monthName})/(?<year>${year})(?!\\d)`, 'diuy');
const yearMonthDay = new RegExp(
  `(?<year>${year})[\\-\\s](?<name>${monthName})[\\-\\s](?<day>\\d{1,2})${ordinal}?(?!\\d)`,
  'diuy',
);
const dayOnly = new RegExp(`(?:the\\s+)?(?<day>\\d{1,2})${ordinal}\\b`, 'diy');

/** With a digit too many or too few in the year. */
const slippedFirst =
  /(?<slip>\d{3}(?=-\d{2}-\d{2})|\d{5})(?<sep>[-/.])(?<month>\d{1,2})\k<sep>(?<day>\d{1,2})(?!\d|\k<sep>\d)/dy;
const slippedLast = /(?<first>\d{1,2})(?<sep>[-/])(?<second>\d{1,2})\k<sep>(?<slip>\d{3}|\d{5})(?!\d|\k<sep>?\d)/dy;
const slipped = [slippedFirst, slippedLast];

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

/** The date that stands at a place, a weekday's name before it included. */
export function dateAt(text: string, at: number, end: number): WrittenDate | undefined {
  return dateIn(patterns, text, at, end);
}

/** The date that stands at a place and has a digit too many or too few in its year. */
export function mistypedDateAt(text: string, at: number, end: number): WrittenDate | undefined {
  return dateIn(slipped, text, at, end);
}

/** The date in one of some forms. */
function dateIn(forms: readonly RegExp[], text: string, at: number, end: number): WrittenDate | undefined {
  const behind = weekdayAt(text, at, end)?.end ?? shortWeekdayEnd(text, at, end);
  const start = behind ?? at;
  if (!isDateStart(text.charCodeAt(start))) return undefined;
  for (const pattern of forms) {
    const match = matchAt(pattern, text, start, end);
    const date = match && read(match, at, start > at);
    if (date) return date;
  }
  return undefined;
}

/** A digit, or a letter with which a month or "the" begins. */
function isDateStart(code: number): boolean {
  return (code >= 48 && code <= 57) || 'jfmasondet'.includes(String.fromCharCode(code | 32));
}

function read(match: RegExpExecArray, at: number, hasWeekday: boolean): WrittenDate | undefined {
  const groups = match.groups ?? {};
  const places = match.indices?.groups ?? {};
  const name = groups['name'];
  const written = groups['year'] ?? groups['tail'] ?? groups['short'];
  // "5 may have failed", "14:00 march" and "2 out of 3" are no dates; a month is sure there beside its year.
  if (name !== undefined && written === undefined && isOtherWord(name)) return undefined;
  if (groups['sep'] === '.' && groups['year']?.length === 2 && groups['second']?.length !== 2) return undefined;

  const parts: DatePart[] = [];
  const add = (kind: DatePart['kind'], group: string): void => {
    const place = places[group];
    if (place) parts.push({ kind, span: { start: place[0], end: place[1] } });
  };
  if (hasWeekday) parts.push({ kind: 'weekday', span: { start: at, end: match.index } });
  for (const group of ['year', 'short', 'tail', 'slip']) add('year', group);
  add('month', 'month');
  add('month-name', 'name');
  add('day', 'day');
  add('first', 'first');
  add('second', 'second');

  const number = (group: string): number | undefined =>
    groups[group] === undefined ? undefined : Number(groups[group]);
  const first = number('first');
  const second = number('second');
  const yearNumber = written === undefined ? undefined : Number(written) + (written.length === 2 ? 2000 : 0);
  return {
    span: { start: at, end: match.index + match[0].length },
    year: yearNumber,
    ...(groups['slip'] === undefined ? {} : { yearSlip: groups['slip'] }),
    month: name === undefined ? number('month') : monthNumber(name),
    day: number('day'),
    numbers: first !== undefined && second !== undefined ? [first, second] : undefined,
    short: yearNumber === undefined && groups['slip'] === undefined && name === undefined,
    parts: parts.toSorted((a, b) => a.span.start - b.span.start),
  };
}

/** Whether a month's name is a word of English too; "May" is none, in a sentence. */
function isOtherWord(name: string): boolean {
  return /^(?:ma(?:y|r|rch)|[sS]et|[oO]ut|[aA]go)$/.test(name);
}
