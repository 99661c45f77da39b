import { firstThat } from '../../text/ordered.ts';
import { longestRising } from '../../text/rising.ts';
import { dayNumber } from './calendar.ts';
import { directionOf } from './direction.ts';
import type { Timeline, TimelineEntry } from './timeline.ts';

/** Entries that stand side by side, in document order: those of one list, or those nested in one entry. */
export interface EntryGroup {
  readonly entries: readonly TimelineEntry[];
  readonly order: Timeline['order'];
  /** By what they are sorted, parallel to the entries; undefined for an entry that stays where it is. */
  readonly keys: readonly (number | undefined)[];
}

/** An entry that stands where its time does not belong. */
export interface MisplacedEntry {
  readonly entry: TimelineEntry;
  /** The entry that it belongs above; undefined for one that belongs to the end. */
  readonly above: TimelineEntry | undefined;
  /** The entry that it belongs below. */
  readonly below: TimelineEntry | undefined;
  /** True where its own date is far from those around it, or a day off: a slip in the date is likelier than a wrong place. */
  readonly misdated: boolean;
}

const dayMinutes = 24 * 60;
/** How far a time that is only about right may lie off, in minutes, before it is out of order. */
const aboutRight = 30;
/** "PST", "EDT": many write the one of winter all the year round, so that it may be an hour off beside another zone. */
const seasonal = /^[A-Z]{1,3}[SD]T$/;
const seasonMinutes = 60;
/** How far from both its neighbours, in minutes, an entry's date looks wrong. */
const farAway = 12 * 60;

/** The groups within which the order of a timeline is judged. */
export function entryGroups(timeline: Pick<Timeline, 'entries' | 'order'>): EntryGroup[] {
  const groups = new Map<TimelineEntry | number, TimelineEntry[]>();
  const open: TimelineEntry[] = [];
  const mostlyRemarks = timeline.entries.filter(isRemark).length > timeline.entries.length / 2;
  for (const entry of timeline.entries) {
    while ((open.at(-1)?.span.end ?? Infinity) < entry.span.end) open.pop();
    const parent = open.at(-1);
    const nested = parent && parent.region === entry.region && parent.span.end >= entry.span.end;
    const owner = nested ? parent : isRemark(entry) && !mostlyRemarks ? -1 : entry.region;
    const group = groups.get(owner);
    if (group) group.push(entry);
    else groups.set(owner, [entry]);
    open.push(entry);
  }
  const main = mainRegion(timeline);
  return [...groups.values()].map((entries) => {
    const order = orderOf(entries, timeline, main);
    return { entries, order, keys: keysOf(entries, order === 'ascending' ? 1 : -1) };
  });
}

/** "Impact started at 02:10 UTC." below a list: a line of its own that ends with its stamp has no place among the others. */
function isRemark({ form, textSpan, stamp }: TimelineEntry): boolean {
  return form === 'paragraph' && textSpan.start < stamp.span.start;
}

/** The largest list. */
function mainRegion({ entries }: Pick<Timeline, 'entries'>): number | undefined {
  const counts = new Map<number, number>();
  for (const { region } of entries) counts.set(region, (counts.get(region) ?? 0) + 1);
  const [main] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [];
  return main;
}

/** The largest list has the order of the timeline; another one, say of key events, may have its own. */
function orderOf(
  entries: readonly TimelineEntry[],
  timeline: Pick<Timeline, 'order'>,
  main: number | undefined,
): Timeline['order'] {
  if (entries[0]?.region === main) return timeline.order;
  return directionOf(entries.map((entry) => ({ day: dayOf(entry), minutes: minutesOf(entry) })));
}

/** The number of an entry's day, among those of its timeline. */
export function dayOf({ day, nominal }: TimelineEntry): number | undefined {
  return day ? dayNumber(day) : nominal?.day;
}

/** Minutes since midnight. */
function minutesOf({ stamp: { time } }: TimelineEntry): number | undefined {
  return time && time.hour * 60 + time.minute + time.second / 60;
}

function keysOf(entries: readonly TimelineEntry[], direction: 1 | -1): (number | undefined)[] {
  // Moments compare across time zones; where one is unknown, all compare by what calendar and clock show.
  const timed = entries.filter(({ stamp }) => stamp.time ?? stamp.offset);
  const moments = timed.every(({ at }) => at !== undefined);
  let turns = 0;
  let before: number | undefined;
  let dayBefore: number | undefined;
  let aboutBefore = false;
  let zoneBefore: string | undefined;
  return entries.map((entry) => {
    if (entry.pastMidnight) turns += direction;
    const day = dayOf(entry);
    const clock = minutesOf(entry) ?? (entry.stamp.offset === undefined ? undefined : entry.stamp.offset / 60_000);
    let key: number | undefined;
    if (clock !== undefined) key = moments ? (entry.at ?? 0) / 60_000 : clock + (day ?? turns) * dayMinutes;
    // A day without a time stands anywhere within it.
    else if (day !== undefined && day === dayBefore) key = before;
    else if (day !== undefined) key = (day + (direction === 1 ? 0 : 1)) * dayMinutes;

    const { approximate, zone } = entry.stamp;
    const isOtherZone = zone !== undefined && zoneBefore !== undefined && zone.name !== zoneBefore;
    const mayDrift = isOtherZone && (seasonal.test(zone.name) || seasonal.test(zoneBefore ?? ''));
    const tolerance = Math.max(approximate || aboutBefore ? aboutRight : 0, mayDrift ? seasonMinutes : 0);
    if (key !== undefined && before !== undefined) {
      const back = (before - key) * direction;
      // "14:05" may be any moment of the minute in which "14:05:30" is.
      const isSameMinute = (before % 1 === 0 || key % 1 === 0) && Math.floor(before) === Math.floor(key);
      if (back > 0 && (back <= tolerance || isSameMinute)) key = before;
    }
    zoneBefore = zone?.name ?? zoneBefore;
    before = key ?? before;
    dayBefore = day;
    aboutBefore = approximate;
    return key;
  });
}

/** The fewest entries that would have to move for the others to be in order; of two that changed places the second. */
export function misplacedEntries({ entries, keys, order }: EntryGroup): MisplacedEntry[] {
  const sign = order === 'ascending' ? 1 : -1;
  const places = keys.flatMap((key, index) => (key === undefined ? [] : [{ key: key * sign, entry: entries[index] }]));
  const kept = new Set(longestRising(places.map(({ key }) => key)));
  if (kept.size === places.length) return [];
  const staying = places.filter((_, index) => kept.has(index));
  let before = 0;
  return places.flatMap(({ key, entry }, index): MisplacedEntry[] => {
    if (kept.has(index)) before++;
    if (!entry || kept.has(index)) return [];
    const place = countUpTo(staying, key);
    const above = staying[place]?.entry;
    const below = staying[place - 1]?.entry;
    const near = [places[index - 1], places[index + 1]].flatMap((other) => (other ? [Math.abs(other.key - key)] : []));
    const isFar = Math.min(...near) >= farAway;
    const misdated =
      entry.stamp.date !== undefined && (isFar || isDayOff(key, staying[before - 1]?.key, staying[before]?.key));
    return [{ entry, above, below, misdated }];
  });
}

/** How many keys, which never fall, are a limit at most. */
function countUpTo(rising: readonly { readonly key: number }[], limit: number): number {
  return firstThat(rising, ({ key }) => key > limit);
}

/** Whether an entry would stand right, and near one of its neighbours, had it the date of the day before or after. */
function isDayOff(key: number, before: number | undefined, after: number | undefined): boolean {
  return [key - dayMinutes, key + dayMinutes].some(
    (other) =>
      (before === undefined || before <= other) &&
      (after === undefined || other <= after) &&
      Math.min(Math.abs(other - (before ?? Infinity)), Math.abs(other - (after ?? Infinity))) < farAway,
  );
}
