import { dayNumber, isRealDate, middleOf, nominalYear } from './calendar.ts';
import type { CalendarDate } from './timeline.ts';
import type { WrittenDate } from './writtenDate.ts';

/** Whether `05/06` is the fifth of June or May the sixth. */
export type DateOrder = 'day-first' | 'month-first';

/**
 * The order in which a document writes day and month in numbers: what its unambiguous dates show; else the one that
 * brings them closer together and to the document's own date; else day first, as most of the world writes.
 */
export function dateOrderOf(dates: readonly WrittenDate[], near: CalendarDate | undefined): DateOrder {
  let dayFirst = 0;
  let monthFirst = 0;
  for (const { numbers } of dates) {
    if (!numbers) continue;
    if (numbers[0] > 12 && numbers[1] <= 12) dayFirst++;
    if (numbers[1] > 12 && numbers[0] <= 12) monthFirst++;
  }
  if (dayFirst !== monthFirst) return dayFirst > monthFirst ? 'day-first' : 'month-first';
  const spread = (order: DateOrder): number => {
    const days = dates.flatMap((date) => {
      const settled = date.numbers && settleDate(date, order, near ?? middleOf(nominalYear));
      return settled ? [dayNumber(settled)] : [];
    });
    if (near) days.push(dayNumber(near));
    const latest = days.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
    return latest - days.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  };
  return spread('month-first') < spread('day-first') ? 'month-first' : 'day-first';
}

/**
 * A written date with its gaps filled: numbers by the document's order, a missing year or month so that the date lies
 * closest to `near`. Undefined where it can't be told, as of a year that was mistyped and can't be any near; the result may still be a day that no calendar has.
 */
export function settleDate(
  written: WrittenDate,
  order: DateOrder,
  near: CalendarDate | undefined,
): CalendarDate | undefined {
  let { month, day } = written;
  if (written.numbers) {
    const [first, second] = written.numbers;
    // A number over 12 is the day, whatever the others do.
    const dayFirst = first > 12 || (order === 'day-first' && second <= 12);
    [day, month] = dayFirst ? [first, second] : [second, first];
  }
  if (day === undefined) return undefined;
  if (written.year !== undefined && month !== undefined) return { year: written.year, month, day };
  if (!near) return undefined;
  const candidates = [-1, 0, 1].map((step): CalendarDate => {
    if (month !== undefined) return { year: near.year + step, month, day };
    const months = near.year * 12 + near.month - 1 + step;
    return { year: Math.floor(months / 12), month: (months % 12) + 1, day };
  });
  const { yearSlip } = written;
  if (yearSlip !== undefined)
    return closest(
      candidates.filter(({ year }) => isMeantBy(year, yearSlip)),
      near,
    );
  return closest(candidates, near) ?? candidates[1];
}

function closest(candidates: readonly CalendarDate[], near: CalendarDate): CalendarDate | undefined {
  const gap = (date: CalendarDate): number => Math.abs(dayNumber(date) - dayNumber(near));
  return candidates.filter(isRealDate).toSorted((a, b) => gap(a) - gap(b))[0];
}

/** Whether a mistyped year can be this one alone, and neither the one before nor the one after. */
export function isCertainYear(year: number, written: string): boolean {
  return !isMeantBy(year - 1, written) && !isMeantBy(year + 1, written);
}

/** Whether a year is what remains of another number without one of its digits, or the other way round. */
function isMeantBy(year: number, written: string): boolean {
  const [long, short] = written.length > 4 ? [written, String(year)] : [String(year), written];
  return Array.from(long).some((_, index) => long.slice(0, index) + long.slice(index + 1) === short);
}
