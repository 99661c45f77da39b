import type { PartSource } from '../../parse/partReader.ts';
import { ownWords, slice } from '../../text/slice.ts';
import { dateOfDay } from './calendar.ts';
import { assignMilestones, type MilestoneClaims } from './milestones.ts';
import { milestonesIn } from './milestoneWords.ts';
import { momentOf } from './moment.ts';
import type { Settled, SettledEntry } from './settle.ts';
import type { SeenEntry } from './sighting.ts';
import type { Milestone, TimelineEntry } from './timeline.ts';
import { zoneOfTeam } from './zoneMeanings.ts';

/** An entry, and which milestones its words may stand for. */
export interface ReadEntry extends MilestoneClaims {
  readonly entry: TimelineEntry;
}

/** By what the times of entries that state no zone are read: the name and id of the declared zone, and the one to take where none is. */
export type EntryZones = readonly [name: string | undefined, id: string | undefined, otherwise: string];

/** The entries of a region whose days are settled. `start` is the moment that `T+5m` counts from. */
export function readEntries(
  { entries }: Settled,
  [zones, start, region]: readonly [zones: EntryZones, start: number | undefined, region: number],
  source: PartSource,
): readonly ReadEntry[] {
  return entries.map(({ seen, day, stated, hasYear, pastMidnight }) => {
    const counted = seen.stamp.offset === undefined ? undefined : start;
    return source.latest(readEntry, seen, [day, stated, hasYear, pastMidnight, zones, counted, region], source);
  });
}

type EntryBasis = readonly [
  day: number | undefined,
  stated: number | undefined,
  hasYear: boolean,
  pastMidnight: boolean,
  zones: EntryZones,
  start: number | undefined,
  region: number,
];

function readEntry(
  seen: SeenEntry,
  [day, stated, hasYear, pastMidnight, zones, start, region]: EntryBasis,
  { text, recall }: PartSource,
): ReadEntry {
  const { stamp, span, form, text: textSpan, label } = seen;
  const words = ownWords(slice(text, textSpan));
  const moment = momentOfEntry(seen, day, hasYear, zones, start);
  return {
    claims: recall(milestonesIn, firstWords(label ? `${slice(text, label)}: ${words}` : words)),
    at: moment.at,
    entry: {
      span,
      form,
      stamp: {
        span: stamp.span,
        date: stated === undefined || !hasYear ? undefined : dateOfDay(stated),
        time: stamp.clock?.time,
        until: stamp.until?.time,
        zone: stamp.zone && zoneOfTeam(stamp.zone, zones[2]),
        approximate: stamp.approximate,
        offset: stamp.offset,
      },
      ...moment,
      day: day === undefined || !hasYear ? undefined : dateOfDay(day),
      nominal: day === undefined || hasYear ? undefined : { day, isStated: stated !== undefined },
      pastMidnight,
      region,
      text: words,
      textSpan,
      milestone: undefined,
    },
  };
}

/** What an entry says, without the quotes, logs and nested lists below its first paragraph. */
function firstWords(words: string): string {
  return (words.split(/\n\s*(?:\n|[-*+] |```)/, 1)[0] ?? words).replace(/\s+/g, ' ');
}

/** The moment from which `T+5m` counts: the one that stands beside a count, else the first that is known. */
export function startOfCount(entries: readonly SettledEntry[], zones: EntryZones): number | undefined {
  if (!entries.some(({ seen }) => seen.stamp.offset !== undefined)) return undefined;
  const known = entries.flatMap(({ seen, day, hasYear }) => {
    const { at } = momentOfEntry(seen, day, hasYear, zones);
    return at === undefined ? [] : [{ at, counted: seen.stamp.counted }];
  });
  const said = known.find(({ counted }) => counted !== undefined);
  return said ? said.at - (said.counted ?? 0) : known[0]?.at;
}

type Moment = Pick<TimelineEntry, 'at' | 'unknown'>;

function momentOfEntry(
  seen: SeenEntry,
  day: number | undefined,
  hasYear: boolean,
  [name, id, defaultZone]: EntryZones,
  start?: number,
): Moment {
  const { clock, offset } = seen.stamp;
  if (offset !== undefined) {
    if (start === undefined) return unknown('It counts from a start that no entry gives with date and time.');
    return { at: start + offset, unknown: undefined };
  }
  if (!clock) return unknown('Only the day is given, not the time.');
  if (day === undefined) return unknown('No date is given, neither here nor above it nor for the whole document.');
  if (!hasYear) return unknown('The date has no year, and the document states none.');
  const own = seen.stamp.zone ?? seen.zone;
  const zone = own ? zoneOfTeam(own, defaultZone) : name === undefined ? undefined : { name, id };
  if (zone && zone.id === undefined) {
    return unknown(`"${zone.name}" can mean several time zones; write the offset, as in UTC+05:30.`);
  }
  const at = momentOf(dateOfDay(day), clock.time, zone?.id ?? defaultZone);
  return at === undefined
    ? unknown(`"${zone?.name ?? defaultZone}" is no time zone that is known.`)
    : { at, unknown: undefined };
}

function unknown(reason: string): Moment {
  return { at: undefined, unknown: reason };
}

/** The entries of all regions, each with the milestone that it stands for. */
export function withMilestones(
  _: object,
  regions: readonly (readonly ReadEntry[])[],
  { latest }: PartSource,
): readonly TimelineEntry[] {
  const entries = regions.flat();
  const milestones = assignMilestones(entries);
  return entries.map(({ entry }, index) => {
    const milestone = milestones[index];
    return milestone ? latest(withMilestone, entry, [milestone]) : entry;
  });
}

function withMilestone(entry: TimelineEntry, [milestone]: readonly [Milestone]): TimelineEntry {
  return { ...entry, milestone };
}
