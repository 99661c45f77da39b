import { isoDate, isRealDate } from '../timeline/calendar.ts';
import { dateAt } from '../timeline/writtenDate.ts';

/** A date as a document states it. */
export interface StatedDate {
  /** `2024-01-15`; undefined where the calendar has no such day, or the words leave open which day is meant. */
  readonly iso: string | undefined;
  /** Whether it is written as ISO 8601 has it, a remark or a time behind it aside. */
  readonly canonical: boolean;
  /** The days that the words may mean: two where they are ambiguous, none where they mean none for certain. */
  readonly readings: readonly string[];
  /** Why `iso` is undefined: 2024-02-30 is `impossible`, 05/06/2024 `ambiguous`, "Jan 20" lacks its year. */
  readonly problem: 'impossible' | 'ambiguous' | 'no-year' | undefined;
  /** What the date itself covers of the text, from its beginning. */
  readonly length: number;
}

/** Two signs between digits: meant as a date, whatever the digits are. */
const datelike = /^\d{1,5}([-/.])\d{1,4}\1\d{1,5}(?!\d)/;

/**
 * Reads the date with which a text begins: "2024-01-15", "15 January 2024", "Jan 15, 2024", "25/01/2024". Of dates in
 * figures only those are certain that can be read in one way. Undefined for words that are no date ("next sprint").
 */
export function readDate(text: string): StatedDate | undefined {
  const date = dateAt(text, 0, text.length);
  if (!date || date.short) {
    const meant = datelike.exec(text);
    return meant ? ofShortYear(meant[0]) : undefined;
  }
  const { year, span } = date;
  if (year === undefined) return uncertain('no-year', [], span.end);
  const readings = (date.numbers ? orders(date.numbers, text.includes('.')) : [date]).flatMap(({ day, month }) => {
    const whole = day === undefined || month === undefined ? undefined : { year, month, day };
    return whole && isRealDate(whole) ? [isoDate(whole)] : [];
  });
  const [iso, other] = [...new Set(readings)];
  if (iso === undefined) return uncertain('impossible', [], span.end);
  if (other !== undefined) return uncertain('ambiguous', [iso, other], span.end);
  const canonical = /^\d{4}-\d{2}-\d{2}(?!\d)/.test(text);
  return { iso, canonical, readings: [iso], problem: undefined, length: span.end };
}

/** "14.9.26", "9/14/26": a day of this century, where its figures leave only one. */
function ofShortYear(written: string): StatedDate {
  const [, first = '', separator = '', second = '', year = ''] =
    /^(\d{1,2})([-/.])(\d{1,2})\2(\d{2})$/.exec(written) ?? [];
  if (year === '') return uncertain('impossible', [], written.length);
  const readings = orders([Number(first), Number(second)], separator === '.').flatMap(({ day, month }) => {
    const whole = { year: 2000 + Number(year), month, day };
    return isRealDate(whole) ? [isoDate(whole)] : [];
  });
  const [iso, other] = [...new Set(readings)];
  if (iso === undefined) return uncertain('impossible', [], written.length);
  if (other !== undefined) return uncertain('ambiguous', [iso, other], written.length);
  return { iso, canonical: false, readings: [iso], problem: undefined, length: written.length };
}

function uncertain(problem: StatedDate['problem'], readings: readonly string[], length: number): StatedDate {
  return { iso: undefined, canonical: false, readings, problem, length };
}

/** Day and month of two figures; with dots the day is always first. */
function orders(
  [first, second]: readonly [number, number],
  dotted: boolean,
): { readonly day: number; readonly month: number }[] {
  const dayFirst = { day: first, month: second };
  return dotted ? [dayFirst] : [dayFirst, { day: second, month: first }];
}
