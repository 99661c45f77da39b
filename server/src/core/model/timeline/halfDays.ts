import type { Knowledge } from '../../text/knowledge.ts';
import type { SeenEntry, Sighting } from './sighting.ts';
import type { WrittenDate } from './writtenDate.ts';

/** In minutes; less is an error of order. */
const longWayBack = 6 * 60;

/**
 * Reads times of a twelve-hour clock whose half of the day nobody wrote: after 12:16 comes 1:52, and that is 13:52. Only
 * where all such times of a list could be halves, none is written 01:52, and the step from before noon to a small hour or
 * a time that says its half is there.
 */
export function withAfternoons(
  sightings: readonly Sighting[],
  { recall }: Pick<Knowledge, 'recall'>,
): readonly Sighting[] {
  const timed = sightings.filter((seen): seen is SeenEntry => seen.kind === 'entry' && seen.stamp.clock !== undefined);
  const open = timed.filter(({ stamp }) => stamp.clock?.meridiem === '');
  if (open.length < 3 || !open.every(couldBeHalf)) return sightings;
  let afternoon = false;
  let before = 0;
  let day = '';
  return sightings.map((seen) => {
    const date = seen.kind === 'entry' || seen.kind === 'date' ? seen.stamp.date : undefined;
    if (date && nameOf(date) !== day) {
      day = nameOf(date);
      afternoon = false;
      before = 0;
    }
    const clock = seen.kind === 'entry' ? seen.stamp.clock : undefined;
    if (seen.kind !== 'entry' || !clock) return seen;
    const { hour, minute } = clock.time;
    const minutes = hour * 60 + minute;
    if (clock.meridiem !== '') {
      afternoon = hour >= 12;
      before = 0;
      return seen;
    }
    afternoon ||= before >= 10 * 60 && before - minutes >= longWayBack;
    before = minutes;
    if (!afternoon || hour === 12) return seen;
    return recall(inAfternoon, seen);
  });
}

function inAfternoon(seen: SeenEntry): SeenEntry {
  const { clock } = seen.stamp;
  if (!clock) return seen;
  return {
    ...seen,
    stamp: { ...seen.stamp, clock: { ...clock, time: { ...clock.time, hour: clock.time.hour + 12 } } },
  };
}

function couldBeHalf({ stamp: { clock } }: SeenEntry): boolean {
  if (clock?.separator !== ':') return false;
  const { hour } = clock.time;
  return hour >= 1 && hour <= 12 && (hour >= 10 || !clock.padded);
}

function nameOf({ year, month, day, numbers }: WrittenDate): string {
  return [year, month, day, ...(numbers ?? [])].join('-');
}
