import { monthLike, weekdayLike } from '../model/timeline/calendarNames.ts';
import { weekdayOf } from '../model/timeline/calendar.ts';
import type { WrittenClock } from '../model/timeline/clock.ts';
import type { WrittenStamp } from '../model/timeline/stamp.ts';
import type { CalendarDate, ClockTime } from '../model/timeline/timeline.ts';
import type { DatePart, WrittenDate } from '../model/timeline/writtenDate.ts';
import { slice } from '../text/slice.ts';
import type { Span } from '../text/span.ts';

/** What a stamp is to say. */
export interface StampContent {
  readonly date: CalendarDate;
  readonly time: ClockTime;
}

/** How a timeline writes its stamps, beyond what one stamp shows. */
export interface StampHabits {
  /** Whether `05/06` is the fifth of June. */
  readonly dayFirst: boolean;
  /** Whether some hour is written without a leading zero: `9:05`. */
  readonly bareHours: boolean;
  /** Whether 13:52 is written as 1:52 without a half of the day. */
  readonly halfDays: boolean;
}

/** Another stamp in the form of one that is there: same order, separators, names and zone; no range, no "about". */
export function stampLike(text: string, model: WrittenStamp, content: StampContent, habits: StampHabits): string {
  const pieces: { readonly span: Span; readonly written: string }[] = [];
  if (model.date) {
    pieces.push({ span: model.date.span, written: dateLike(text, model.date, content.date, habits.dayFirst) });
  }
  if (model.clock) pieces.push({ span: model.clock.span, written: clockLike(model.clock, content.time, habits) });
  if (model.zone) pieces.push({ span: model.zone.span, written: model.zone.name });
  const sorted = pieces.toSorted((a, b) => a.span.start - b.span.start);
  const last = sorted.at(-1)?.span.end ?? model.span.end;
  const closing = /^[)\]]*/.exec(text.slice(last, model.span.end))?.[0] ?? '';
  return (
    sorted
      .map(({ span, written }, index) => {
        const before = sorted[index - 1];
        return (before ? jointOf(text.slice(before.span.end, span.start)) : '') + written;
      })
      .join('') + closing
  );
}

/** What stands between date, time and zone, without words such as "approximately". */
function jointOf(written: string): string {
  return /^(?:\s*(?:T|at|on|um|à|às|a las|@|[,:;|/(_[\]*`-]|–|—)?\s*)*$/.test(written) ? written : ' ';
}

/** A date in the form of one that is there. */
export function dateLike(text: string, model: WrittenDate, date: CalendarDate, dayFirst: boolean): string {
  const numeric = model.parts.filter(({ kind }) => kind !== 'month-name' && kind !== 'weekday' && kind !== 'year');
  const named = model.parts.some(({ kind }) => kind === 'month-name');
  // `11/5` leaves zeros away; of `15 March` one can't tell, and nobody writes `05 March` otherwise.
  const padded = named
    ? numeric.some(({ span }) => text[span.start] === '0')
    : numeric.every(({ span }) => span.end - span.start === 2);
  let result = '';
  let position = model.span.start;
  for (const part of model.parts) {
    const written = slice(text, part.span);
    result += text.slice(position, part.span.start) + partLike(part, written, date, { dayFirst, padded });
    position = part.span.end;
    if (part.kind !== 'day') continue;
    const ordinal = /^(?:(?:st|nd|rd|th|er)\b|º)/i.exec(text.slice(position, model.span.end));
    if (ordinal) {
      result += ordinalLike(ordinal[0], date.day);
      position += ordinal[0].length;
    }
    // The rest of a range of days: `14-19`.
    position +=
      /^\s?[-–]\s?\d{1,2}(?:st|nd|rd|th)?(?![\d:.-])/i.exec(text.slice(position, model.span.end))?.[0].length ?? 0;
  }
  const rest = text.slice(position, model.span.end);
  return result + (/\d/.test(rest) ? '' : rest);
}

interface DateHabits {
  readonly dayFirst: boolean;
  readonly padded: boolean;
}

function partLike({ kind }: DatePart, written: string, date: CalendarDate, { dayFirst, padded }: DateHabits): string {
  const number = (value: number): string => String(value).padStart(padded ? 2 : 1, '0');
  if (kind === 'year') return written.length === 2 ? two(date.year % 100) : String(date.year);
  if (kind === 'month-name') {
    return monthLike(written, date.month);
  }
  if (kind === 'weekday') {
    const word = /^[\p{L}-]+/u.exec(written)?.[0] ?? '';
    return weekdayLike(word, weekdayOf(date)) + written.slice(word.length);
  }
  const isDay = kind === 'day' || kind === (dayFirst ? 'first' : 'second');
  return number(isDay ? date.day : date.month);
}

function ordinalLike(written: string, day: number): string {
  // Of the days only the first has one in French and Portuguese.
  if (/^(?:er|º)$/i.test(written)) return day === 1 ? written : '';

  if (day >= 11 && day <= 13) return 'th';
  return ['th', 'st', 'nd', 'rd'][day % 10] ?? 'th';
}

function clockLike(model: WrittenClock, time: ClockTime, { bareHours, halfDays }: StampHabits): string {
  const half = model.meridiem !== '';
  const hour = half || halfDays ? time.hour % 12 || 12 : time.hour;
  const bare = bareHours || ((half || halfDays) && !model.padded);
  const separator = model.separator ?? ':';
  const padded = separator === '' || !bare;
  return [
    padded ? two(hour) : String(hour),
    separator,
    two(time.minute),
    model.hasSeconds ? `${separator}${two(time.second)}` : '',
    half ? halfLike(model.meridiem, time.hour) : '',
  ].join('');
}

/** ` PM` and `a` as the other half. */
function halfLike(model: string, hour: number): string {
  const letter = hour < 12 ? 'a' : 'p';
  return model.replace(/[ap]/i, (written) => (written === written.toUpperCase() ? letter.toUpperCase() : letter));
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
