import { addDays, middleOf, nominalYear } from './calendar.ts';
import { settleDate, type DateOrder } from './dateOrder.ts';
import type { Sighting } from './sighting.ts';
import type { CalendarDate } from './timeline.ts';
import type { WrittenDate } from './writtenDate.ts';

/** How many days before the document's date the middle of what it tells of lies at most: little of it comes long after. */
const daysBefore = 92;

/**
 * Near what the first date is looked for that leaves its year or month open: near the document's date, else near another date,
 * else in an arbitrary year. A mistyped year has to be near a known one.
 */
export function firstNear(
  written: WrittenDate | undefined,
  documentDate: CalendarDate | undefined,
  elsewhere: CalendarDate | undefined,
): CalendarDate | undefined {
  const known = documentDate ?? elsewhere;
  if (written?.yearSlip !== undefined) return known;
  if (!known) return middleOf(nominalYear);
  const hasMonth = (written?.month ?? written?.numbers) !== undefined;
  return documentDate && hasMonth ? addDays(documentDate, -daysBefore) : known;
}

/** The first date of timelines that has its year, else the middle of the year that a column's header or the document states. */
export function nearestDate(
  sightings: readonly Sighting[],
  written: readonly WrittenDate[],
  order: DateOrder,
  documentYear: number | undefined,
): CalendarDate | undefined {
  const full = written.find(({ year }) => year !== undefined);
  const date = full && settleDate(full, order, undefined);
  if (date) return date;
  const ofColumn = sightings.flatMap((seen) => (seen.kind === 'entry' ? (seen.year ?? []) : []))[0];
  const year = ofColumn ?? documentYear;
  return year === undefined ? undefined : middleOf(year);
}
