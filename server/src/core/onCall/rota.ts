import { Temporal } from 'temporal-polyfill';
import type { Configuration } from '../configuration/configuration.ts';

/** Who is on call for a team, and when. */
export type Rotation = Configuration['onCall']['rotations'][number];

/** Who is on call, and as long as nothing changes. */
export interface Watch {
  readonly team: string;
  /** As the configuration names the person: a handle or an address. */
  readonly primary: string | undefined;
  readonly secondary: string | undefined;
  /** When it began and ends, in ms since 1970 UTC. */
  readonly from: number;
  readonly until: number;
}

/** A stretch of time, in ms since 1970 UTC; its end belongs to what follows. */
interface Stretch {
  readonly from: number;
  readonly until: number;
}

/**
 * Who is on call at a moment. A turn passes on at the same time of the wall clock in the rotation's zone, also over a change
 * of daylight saving; a time that the clocks skip is taken after the gap, one that they show twice as the first. Undefined
 * before the first turn, and for a rotation without any.
 */
export function watchAt(rotation: Rotation, teamZone: string, at: number): Watch | undefined {
  const zone = rotation.timezone ?? teamZone;
  const turn = turnAt(rotation, zone, at);
  if (!turn) return undefined;
  const person = rotation.schedule[turn.index % rotation.schedule.length];
  const overrides = rotation.overrides.map((override) => ({
    ...override,
    from: momentOf(override.from, zone),
    until: momentOf(override.until, zone),
  }));
  const ruling = overrides.filter(({ from, until }) => from <= at && at < until);
  const changes = [turn, ...overrides].flatMap(({ from, until }) => [from, until]);
  return {
    team: rotation.team,
    primary: ruling.findLast(({ primary }) => primary !== undefined)?.primary ?? person?.primary,
    secondary: ruling.findLast(({ secondary }) => secondary !== undefined)?.secondary ?? person?.secondary,
    from: Math.max(...changes.filter((moment) => moment <= at)),
    until: Math.min(...changes.filter((moment) => moment > at)),
  };
}

/** The turn that a moment falls into; the first turn has the index 0. */
function turnAt(rotation: Rotation, zone: string, at: number): (Stretch & { readonly index: number }) | undefined {
  if (rotation.schedule.length === 0) return undefined;
  const first = firstDay(rotation);
  const start = (index: number): number =>
    momentOf(`${first.add({ days: index * rotation.every }).toString()}T${rotation.handOff.time}`, zone);
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  let index = Math.floor(first.until(day, { largestUnit: 'days' }).days / rotation.every);
  // On the day of the hand-off itself the hour decides.
  if (start(index) > at) index--;
  const { starts, handOff, schedule } = rotation;
  const begin = starts === undefined ? -Infinity : momentOf(`${starts}T${handOff.time}`, zone);
  if (at < begin) return undefined;
  const cycle = schedule.length;
  return {
    index: ((index % cycle) + cycle) % cycle,
    from: Math.max(start(index), begin),
    until: start(index + 1),
  };
}

/** A Monday, for a rotation of which only the weekday is known. */
const someMonday = Temporal.PlainDate.from('2024-01-01');

/**
 * The day from which turns are counted. Turns of whole weeks pass on at the weekday of the hand-off, so a first one that
 * starts in the middle of a week is a short one; other turns count from the day itself.
 */
function firstDay({ starts, every, handOff }: Rotation): Temporal.PlainDate {
  const day = starts === undefined ? someMonday : Temporal.PlainDate.from(starts);
  if (every % 7 !== 0) return day;
  return day.subtract({ days: (day.dayOfWeek - handOff.weekday + 7) % 7 });
}

function momentOf(wallClock: string, zone: string): number {
  return Temporal.PlainDateTime.from(wallClock).toZonedDateTime(zone, { disambiguation: 'compatible' })
    .epochMilliseconds;
}
