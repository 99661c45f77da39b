import { dateOfDay, dayNumber, isRealDate, weekdayOf } from './calendar.ts';
import { isCertainYear, settleDate, type DateOrder } from './dateOrder.ts';
import { directionOf, passesMidnight } from './direction.ts';
import type { DayShift, SeenDate, SeenEntry, SeenShift, SeenUnread, Sighting } from './sighting.ts';
import { wrongYear } from './misread.ts';
import type { CalendarDate, ClockTime, Slip, Timeline, TimelineDate } from './timeline.ts';
import { firstNear } from './unstatedYear.ts';

/** An entry with its day settled. */
export interface SettledEntry {
  readonly seen: SeenEntry;
  /** The numbers of its day and of the date that its own stamp writes. */
  readonly day: number | undefined;
  readonly stated: number | undefined;
  /** False where no year is known: then the days are of an arbitrary year. */
  readonly hasYear: boolean;
  /** True where only the clock says that a new day has begun. */
  readonly pastMidnight: boolean;
}

export interface Settled {
  readonly entries: readonly SettledEntry[];
  readonly unread: readonly SeenUnread[];
  readonly slips: readonly Slip[];
  readonly dates: readonly TimelineDate[];
  readonly order: Timeline['order'];
}

/** A sighting with a stamp, and the day that it writes. */
interface Dated {
  readonly seen: SeenEntry | SeenDate | SeenShift;
  /** Day number; undefined where it writes none. */
  readonly stated: number | undefined;
  readonly minutes: number | undefined;
}

/**
 * Gives each entry of one list its day: from its stamp, from the dates above it, else from the document. `declared` is the day
 * that the list says of all entries that give none, and `near` is where the year of dates without one is looked for where there
 * is no `base`. Without either they are set in order, and no day gets known.
 */
export function settleDays(
  sightings: readonly Sighting[],
  dates: DateOrder,
  base: CalendarDate | undefined,
  declared?: CalendarDate,
  near?: CalendarDate,
): Settled {
  const { dated, unread, slips } = statedDays(sightings, dates, base, near);
  const hasYear = (base ?? near) !== undefined;
  const order = directionOf(orderedPlaces(dated));
  const { days, turns } = carryDays(dated, order, base && dayNumber(base), declared && dayNumber(declared));
  const entries = dated.flatMap(({ seen, stated }, index): SettledEntry[] => {
    if (seen.kind !== 'entry') return [];
    return [{ seen, day: days[index], stated, hasYear, pastMidnight: turns.has(index) }];
  });
  const markers = dated.flatMap(({ seen, stated }): TimelineDate[] =>
    hasYear && seen.kind === 'date' && stated !== undefined
      ? [{ span: seen.span, form: seen.form, dateSpan: seen.stamp.date.span, day: dateOfDay(stated) }]
      : [],
  );
  return { entries, unread, slips, dates: markers, order };
}

function statedDays(
  sightings: readonly Sighting[],
  dates: DateOrder,
  base: CalendarDate | undefined,
  elsewhere: CalendarDate | undefined,
): { dated: Dated[]; unread: SeenUnread[]; slips: Slip[] } {
  const dated: Dated[] = [];
  const unread: SeenUnread[] = [];
  const slips: Slip[] = [];
  let above: CalendarDate | undefined;
  for (const seen of sightings) {
    if (seen.kind === 'unread') unread.push(seen);
    if (seen.kind === 'unread' || seen.kind === 'blank') continue;
    if (seen.kind === 'shift') {
      dated.push({ seen, stated: undefined, minutes: undefined });
      continue;
    }
    const written = seen.stamp.date;
    const near = above ?? firstNear(written, base, elsewhere);
    const year = seen.kind === 'entry' ? seen.year : undefined;
    const yearNear = year === undefined ? near : { year, month: near?.month ?? 6, day: near?.day ?? 15 };
    const dateNear =
      year !== undefined && written?.month !== undefined
        ? { ...yearNear, year, month: written.month, day: 15 }
        : yearNear;
    const date = written && settleDate(written, dates, dateNear);
    if (written?.yearSlip !== undefined && !date) {
      unread.push({ kind: 'unread', span: written.span, reason: wrongYear(written.yearSlip) });
      continue;
    }
    if (date && !isRealDate(date)) {
      unread.push({
        kind: 'unread',
        span: written.span,
        reason: 'The calendar has no such day; write the date as YYYY-MM-DD.',
      });
      continue;
    }
    const { clock } = seen.stamp;
    const { yearSlip, parts = [] } = written ?? {};
    const yearSpan = parts.find(({ kind }) => kind === 'year')?.span;
    if (date && yearSlip !== undefined && yearSpan)
      slips.push({ span: yearSpan, meant: String(date.year), isCertain: isCertainYear(date.year, yearSlip) });
    if (clock?.meant !== undefined) slips.push({ span: clock.span, meant: clock.meant, isCertain: true });
    dated.push({ seen, stated: date && dayNumber(date), minutes: clock && minutesOf(clock.time) });
    above = date ?? above;
  }
  return { dated, unread, slips };
}

function minutesOf({ hour, minute, second }: ClockTime): number {
  return hour * 60 + minute + second / 60;
}

function orderedPlaces(dated: readonly Dated[]): { day: number | undefined; minutes: number | undefined }[] {
  let day: number | undefined;
  return dated.flatMap(({ seen, stated, minutes }) => {
    day = stated ?? day;
    // Where a day is named without its date, what stands above and below can't be compared.
    const breaks = seen.kind === 'shift' || seen.stamp.daysLater !== undefined;
    if (breaks) return [{ day: undefined, minutes: undefined }];
    return seen.kind === 'entry' && seen.stamp.offset === undefined ? [{ day, minutes }] : [];
  });
}

interface CarriedDays {
  /** The day of each sighting; undefined where no date stands anywhere. */
  readonly days: (number | undefined)[];
  /** The sightings at which only the clock says that the day is another one. */
  readonly turns: ReadonlySet<number>;
}

function carryDays(
  dated: readonly Dated[],
  order: Timeline['order'],
  base: number | undefined,
  declared: number | undefined,
): CarriedDays {
  const step = order === 'ascending' ? 1 : -1;
  const days: (number | undefined)[] = [];
  const turns = new Set<number>();
  let day: number | undefined;
  let before: number | undefined;
  let leading = true;
  let run = 0;
  for (const [index, { seen, stated, minutes }] of dated.entries()) {
    if (seen.kind === 'shift') {
      day = shiftedDay(seen.shift, days, day ?? base, step);
      leading = false;
      before = undefined;
      days.push(day);
      continue;
    }
    const { weekday, daysLater } = seen.stamp;
    if (stated !== undefined) {
      if (leading) settleLeading(days, stated, base, order);
      leading = false;
      day = stated;
    } else if (weekday !== undefined && (day ?? base) !== undefined) {
      day = dayOfWeekday(weekday, day ?? base ?? 0, step);
    } else if (daysLater !== undefined && (day ?? base) !== undefined) {
      day = Math.max(day ?? 0, (firstDay(days) ?? base ?? 0) + daysLater);
    } else {
      day ??= leading ? base : undefined;
      // "All events are of 3 May" holds for what follows an entry of the day before with its own date, and the document's
      // date for what follows one that is told without a time.
      const above = dated[index - 1];
      const since = declared ?? (above?.minutes === undefined ? base : undefined);
      if (since !== undefined && day !== undefined && above?.seen.kind === 'entry' && above.stated !== undefined)
        if ((since - day) * step > 0) {
          day = since;
          before = undefined;
        }
      const next = dated[index + 1];
      const following = next?.stated === undefined ? next?.minutes : undefined;
      if (before !== undefined && minutes !== undefined && passesMidnight(before, minutes, following, order)) {
        if (day !== undefined) day += step;
        run += step;
        turns.add(index);
      }
    }
    days.push(day);
    before = seen.kind === 'date' ? undefined : (minutes ?? before);
    if (stated !== undefined && minutes === undefined) before = undefined;
  }
  // Newest first without any date: the document's date is that of the oldest entry, which stands last.
  return { days: leading && order === 'descending' ? days.map((found) => found && found - run) : days, turns };
}

/** The day that a name like "Day 2" means; undefined where no day is known to count from. */
function shiftedDay(
  shift: DayShift,
  days: readonly (number | undefined)[],
  above: number | undefined,
  step: number,
): number | undefined {
  if (above === undefined) return undefined;
  if ('weekday' in shift) return dayOfWeekday(shift.weekday, above, step);
  return shift.from === 'first' ? (firstDay(days) ?? above) + shift.days : above + shift.days;
}

function firstDay(days: readonly (number | undefined)[]): number | undefined {
  return days.find((day) => day !== undefined);
}

/** Entries before the first date in the list: the document's date if it fits before that date, else that date. */
function settleLeading(
  days: (number | undefined)[],
  first: number,
  base: number | undefined,
  order: Timeline['order'],
): void {
  const last = days.at(-1);
  const fits = base !== undefined && last !== undefined && (order === 'ascending' ? last <= first : last >= first);
  if (fits) return;
  const shift = last === undefined ? undefined : first - last;
  for (const [index, day] of days.entries())
    days[index] = shift === undefined || day === undefined ? first : day + shift;
}

function dayOfWeekday(weekday: number, from: number, step: number): number {
  for (let ahead = 0; ahead < 7; ahead++) {
    const day = from + ahead * step;
    if (weekdayOf(dateOfDay(day)) === weekday) return day;
  }
  return from;
}
