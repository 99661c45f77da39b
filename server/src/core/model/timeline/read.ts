import type { Outline } from '../../parse/outline.ts';
import { makeAnew, type Recall } from '../../text/recall.ts';
import { slice, trimmed } from '../../text/slice.ts';
import type { Span } from '../../text/span.ts';
import type { TimelineContext } from './context.ts';
import { dateOrderOf, settleDate, type DateOrder } from './dateOrder.ts';
import { documentZone, headingZone, regionZone, toldZone } from './declaredZone.ts';
import { dateWithin } from './documentDate.ts';
import { assignMilestones } from './milestones.ts';
import { momentOf } from './moment.ts';
import type { Region } from './regions.ts';
import { seenRegions, untimed } from './regionSightings.ts';
import { settleDays, type Settled, type SettledEntry } from './settle.ts';
import type { Sighting } from './sighting.ts';
import type { CalendarDate, StatedZone, Timeline, TimelineEntry, UnreadEntry } from './timeline.ts';
import type { WrittenDate } from './writtenDate.ts';

/** Reads the timeline of a document; undefined where it has no place for one. */
export function readTimeline(outline: Outline, text: string, context: TimelineContext): Timeline | undefined {
  const seen = seenRegions(outline, text, context);
  const first = seen[0]?.region;
  if (!first) return undefined;
  const written = seen.flatMap(({ sightings }) => sightings.flatMap(datesOf));
  const order = dateOrderOf(written, context.documentDate);
  const zone = documentZone(text, outline) ?? context.statedZone;
  const read = seen.map(({ region, sightings }, index) =>
    readRegion(region, sightings, index, order, { text, outline, context, zone }),
  );
  const entries = withMilestones(
    read.flatMap((part) => part.entries),
    text,
    context.recall ?? makeAnew,
  );
  const main = read.toSorted((a, b) => b.entries.length - a.entries.length)[0];
  return {
    anchor: first.anchor,
    span: spanOfAll(entries, first),
    entries: entries.map(({ entry }) => entry),
    unread: [...read.flatMap(({ settled }) => settled.unread.map(unreadEntry)), ...untimed(seen, outline)],
    dates: read.flatMap(({ settled }) => settled.dates),
    blanks: seen.flatMap(({ sightings }) => sightings.flatMap(({ kind, span }) => (kind === 'blank' ? [span] : []))),
    zone: main?.zone,
    order: main?.settled.order ?? 'ascending',
  };
}

function unreadEntry({ span, reason }: UnreadEntry): UnreadEntry {
  return { span, reason };
}

interface Surroundings {
  readonly text: string;
  readonly outline: Outline;
  readonly context: TimelineContext;
  /** What the document states outside its timelines. */
  readonly zone: StatedZone | undefined;
}

interface ReadEntry {
  readonly entry: TimelineEntry;
  /** What a milestone is read from: the label and the words. */
  readonly words: string;
}

interface ReadRegion {
  readonly entries: readonly ReadEntry[];
  readonly settled: Settled;
  readonly zone: StatedZone | undefined;
}

function readRegion(
  region: Region,
  sightings: readonly Sighting[],
  index: number,
  order: DateOrder,
  { text, outline, context, zone: outerZone }: Surroundings,
): ReadRegion {
  const zone =
    columnZone(sightings) ??
    regionZone(text, region.anchor, region.span) ??
    headingZone(text, outline, region) ??
    outerZone ??
    onlyZone(sightings) ??
    toldZone(text, outline);
  const stated = regionDate(region, sightings, order, text);
  const settled = settleDays(sightings, order, stated?.date ?? context.documentDate, stated?.ofAll);
  const start = startOfCount(settled.entries, zone, context.defaultZone);
  const entries = settled.entries.map((entry): ReadEntry => {
    const { seen } = entry;
    const { stamp } = seen;
    const label = seen.label ? `${slice(text, seen.label)}: ` : '';
    return {
      words: label + slice(text, seen.text),
      entry: {
        span: seen.span,
        form: seen.form,
        stamp: {
          span: stamp.span,
          date: entry.stated,
          time: stamp.clock?.time,
          until: stamp.until?.time,
          zone: stamp.zone,
          approximate: stamp.approximate,
          offset: stamp.offset,
        },
        ...momentOfEntry(entry, zone, context.defaultZone, start),
        day: entry.day,
        pastMidnight: entry.pastMidnight,
        region: index,
        text: slice(text, seen.text),
        textSpan: seen.text,
        milestone: undefined,
      },
    };
  });
  return { entries, settled, zone };
}

/** The moment from which `T+5m` counts: the one that stands beside a count, else the first that is known. */
function startOfCount(
  entries: readonly SettledEntry[],
  zone: StatedZone | undefined,
  defaultZone: string,
): number | undefined {
  const known = entries.flatMap((entry) => {
    const { at } = momentOfEntry(entry, zone, defaultZone);
    return at === undefined ? [] : [{ at, counted: entry.seen.stamp.counted }];
  });
  const said = known.find(({ counted }) => counted !== undefined);
  return said ? said.at - (said.counted ?? 0) : known[0]?.at;
}

function momentOfEntry(
  { seen, day }: SettledEntry,
  declared: StatedZone | undefined,
  defaultZone: string,
  start?: number,
): Pick<TimelineEntry, 'at' | 'unknown'> {
  const { clock, offset } = seen.stamp;
  if (offset !== undefined) {
    if (start === undefined) return unknown('It counts from a start that no entry gives with date and time.');
    return { at: start + offset, unknown: undefined };
  }
  if (!clock) return unknown('Only the day is given, not the time.');
  if (!day) return unknown('No date is given, neither here nor above it nor for the whole document.');
  const zone = seen.stamp.zone ?? seen.zone ?? declared;
  if (zone && zone.id === undefined) {
    return unknown(`"${zone.name}" can mean several time zones; write the offset, as in UTC+05:30.`);
  }
  const at = momentOf(day, clock.time, zone?.id ?? defaultZone);
  return at === undefined
    ? unknown(`"${zone?.name ?? defaultZone}" is no time zone that is known.`)
    : { at, unknown: undefined };
}

function unknown(reason: string): Pick<TimelineEntry, 'at' | 'unknown'> {
  return { at: undefined, unknown: reason };
}

function withMilestones(entries: readonly ReadEntry[], text: string, recall: Recall): ReadEntry[] {
  const milestones = assignMilestones(
    entries.map(({ entry, words }) => ({ words: firstWords(words), at: entry.at })),
    recall,
  );
  return entries.map((item, index) => ({ ...item, entry: { ...item.entry, milestone: milestones[index] } }));

  /** What an entry says, without the quotes, logs and nested lists below its first paragraph. */
  function firstWords(words: string): string {
    return (words.split(/\n\s*(?:\n|[-*+] |```)/, 1)[0] ?? text).replace(/\s+/g, ' ');
  }
}

/** The zone that the header of a table's column states: `Time (UTC)`. */
function columnZone(sightings: readonly Sighting[]): StatedZone | undefined {
  for (const seen of sightings) if (seen.kind === 'entry' && seen.zone) return seen.zone;
  return undefined;
}

/** The zone of the entries that state one, if it is the same for all of them. */
function onlyZone(sightings: readonly Sighting[]): StatedZone | undefined {
  const zones = sightings.flatMap((seen) => (seen.kind === 'entry' && seen.stamp.zone ? [seen.stamp.zone] : []));
  return zones.every(({ id, name }) => id === zones[0]?.id && name === zones[0]?.name) ? zones[0] : undefined;
}

function datesOf(seen: Sighting): WrittenDate[] {
  return (seen.kind === 'entry' || seen.kind === 'date') && seen.stamp.date ? [seen.stamp.date] : [];
}

/** "Unless otherwise noted all events happened on 21 October 2019". */
const allEvents =
  /^\W*(?:(?:unless|except|if not|where not)\b[^.,\n]{3,40}?,? )?all (?:of the |the )?(?:events|entries|times|timestamps|dates)\b[^.\n]{0,40}?\b(?:on|of|for|from)\b/i;

/** The date that the timeline's heading or its introduction states: `Timeline (UTC), Monday May 10th, 2021`. */
function regionDate(
  region: Region,
  sightings: readonly Sighting[],
  order: DateOrder,
  text: string,
): { readonly date: CalendarDate; readonly ofAll: CalendarDate | undefined } | undefined {
  const first = sightings.find(({ kind }) => kind !== 'blank')?.span.start ?? region.span.end;
  const introduction = trimmed(text, { start: region.span.start, end: Math.min(first, region.span.start + 300) });
  const words = slice(text, introduction);
  const ofAll = allEvents.test(words) ? dateWithin(text, introduction) : undefined;
  const stated = /^\W*(?:all times|times? (?:are|is|in))\b/i.test(words) ? dateWithin(text, introduction) : undefined;
  const written = dateWithin(text, region.anchor) ?? ofAll ?? stated;
  const date = written && settleDate(written, order, undefined);
  return date && { date, ofAll: written === ofAll ? date : undefined };
}

function spanOfAll(entries: readonly ReadEntry[], first: Region): Span {
  const spans = entries.map(({ entry }) => entry.span);
  if (spans.length === 0) return { start: first.span.end, end: first.span.end };
  return spans.reduce((whole, { start, end }) => ({
    start: Math.min(whole.start, start),
    end: Math.max(whole.end, end),
  }));
}
