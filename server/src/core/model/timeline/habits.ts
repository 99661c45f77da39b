import type { Span } from '../../text/span.ts';
import type { Reading } from './lineReadings.ts';
import type { Place } from './places.ts';
import type { Sighting } from './sighting.ts';

/** How the entries of a timeline are mostly written; what differs from it is rather prose. */
export interface Habits {
  /** At least two entries are bullets, rows or headings with a time. */
  readonly structured: boolean;
  /** At least two entries do not begin like a sentence. */
  readonly plain: boolean;
  /** Labels with a stamp behind are entries. */
  readonly labels: boolean;
  /** No entry begins with its stamp, and two or more paragraphs begin with a name and a time, as chats are copied. */
  readonly spoken: boolean;
  /** Times are written 14:23: from this depth on "1.20 was bad" begins with a version. */
  readonly versionDepth: number;
  readonly lists: ReadonlyMap<object, ListHabit>;
}

export interface ListHabit {
  readonly stamped: number;
  readonly bare: number;
  /** Offsets of the first and the last bullet with a stamp. */
  readonly first: number;
  readonly last: number;
}

/** What the readings of one timeline and the rows of its tables have in common. */
export function habitsOf(
  readings: readonly Reading[],
  tables: ReadonlyMap<Place, readonly Sighting[]>,
  text: string,
): Habits {
  const timed = readings.filter(({ stamp }) => stamp?.clock ?? stamp?.offset !== undefined);
  const rows = [...tables.values()].flat().filter((seen) => seen.kind === 'entry').length;
  const labelled = readings.filter((item) => item.labelled);
  const lists = new Map<object, ListHabit>();
  for (const { place, stamp, misread } of readings) {
    if (place.form !== 'bullet' || !place.list) continue;
    const habit = lists.get(place.list) ?? { stamped: 0, bare: 0, first: Infinity, last: -1 };
    const { start } = place.span;
    lists.set(
      place.list,
      stamp || misread
        ? { ...habit, stamped: habit.stamped + 1, first: Math.min(habit.first, start), last: start }
        : { ...habit, bare: habit.bare + 1 },
    );
  }
  return {
    structured: timed.filter(({ place }) => place.form !== 'paragraph').length + rows >= 2,
    plain: timed.filter(({ sentence }) => !sentence).length + rows >= 2,
    labels: labelled.length >= 2,
    spoken: timed.length + rows === 0 && labelled.filter((item) => isSpeaker(item, text)).length >= 2,
    versionDepth: versionDepth(timed),
    lists,
  };
}

/** One below the outermost entries, if most of their times have a colon. */
function versionDepth(timed: readonly Reading[]): number {
  const depth = timed.reduce((least, item) => Math.min(least, depthOf(item)), Infinity);
  const outer = timed.filter((item) => depthOf(item) === depth);
  const colons = outer.filter(({ stamp }) => stamp?.clock?.separator === ':').length;
  return colons * 2 > outer.length ? depth + 1 : Infinity;
}

/** How deep an entry is nested; 0 for headings and paragraphs. */
export function depthOf({ place }: Reading): number {
  return place.form === 'bullet' ? place.depth : 0;
}

/** `**Bob** 14:23` or `Bob Smith [2:23 PM]` in a line of its own. */
export function isSpeaker({ place, labelled }: Reading, text: string): boolean {
  if (place.form !== 'paragraph' || !labelled?.stamp.clock || labelled.remark) return false;
  const name = text.slice(labelled.label.start, labelled.label.end);
  return name.length <= 40 && /^\W*(?:\p{Lu}|@|\p{L}+\W*$)/u.test(name) && name.trim().split(/\s+/).length <= 3;
}

/** Whether a bullet stands between two that have a stamp. */
export function isBetween(place: Span, habit: ListHabit): boolean {
  return place.start > habit.first && place.start < habit.last;
}
