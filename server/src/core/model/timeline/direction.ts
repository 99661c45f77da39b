import type { Timeline } from './timeline.ts';

const halfDay = 12 * 60;

/** What the direction of a timeline is judged by: the days and times that stand in it, as far as they are known. */
export interface OrderedPlace {
  /** Day number; undefined where none is written here or above. */
  readonly day: number | undefined;
  /** Minutes since midnight; undefined for a date without a time. */
  readonly minutes: number | undefined;
}

/**
 * Whether the newest entry stands first. A single step back is an error of order, or midnight; a document is newest-first
 * when at least two steps lead back and more than twice as many as lead forward.
 */
export function directionOf(places: readonly OrderedPlace[]): Timeline['order'] {
  let forward = 0;
  let back = 0;
  for (const [index, next] of places.entries()) {
    const before = places[index - 1];
    const step = before && stepOf(before, next);
    if (step === undefined) continue;
    if (step > 0) forward++;
    if (step < 0) back++;
  }
  return back >= 2 && back > 2 * forward ? 'descending' : 'ascending';
}

function stepOf(from: OrderedPlace, to: OrderedPlace): number | undefined {
  if (from.day !== undefined && to.day !== undefined && from.day !== to.day) return to.day - from.day;
  if (from.minutes === undefined || to.minutes === undefined) return undefined;
  const step = to.minutes - from.minutes;
  // Without dates a long way back is midnight, a long way forward may be midnight backwards.
  return Math.abs(step) < halfDay ? step : undefined;
}

/**
 * Whether the clock passed midnight between two times without a date, in minutes since midnight. A long way back from the
 * evening to the morning, or from the day into the small hours, is a new day; a short one is an error of order, and so is one that the next time takes back
 * (14:00, 02:05, 14:10).
 */
export function passesMidnight(
  before: number,
  now: number,
  next: number | undefined,
  order: Timeline['order'],
): boolean {
  const sign = order === 'ascending' ? 1 : -1;
  const back = (before - now) * sign;
  const [evening, morning] = order === 'ascending' ? [before, now] : [now, before];
  const isNight = (evening >= 15 * 60 && morning < halfDay) || (evening >= 9 * 60 && morning < 4 * 60);
  if (!(back >= halfDay || (back >= 6 * 60 && isNight))) return false;
  const onward = next === undefined ? undefined : (next - before) * sign;
  return onward === undefined || onward < 0 || onward >= 4 * 60;
}
