import type { Outline } from '../../parse/outline.ts';
import type { PartSource } from '../../parse/partReader.ts';
import { anew } from '../../text/knowledge.ts';
import { slice, trimmed } from '../../text/slice.ts';
import type { Span } from '../../text/span.ts';
import type { TimelineContext } from './context.ts';
import { dateOrderOf, settleDate, type DateOrder } from './dateOrder.ts';
import { documentZone, headingZone, regionZone, toldZone } from './declaredZone.ts';
import { dateWithin } from './documentDate.ts';
import type { Place } from './places.ts';
import { timesReached } from './milestones.ts';
import { readEntries, startOfCount, withMilestones, type ReadEntry } from './readEntries.ts';
import type { Region } from './regions.ts';
import { seenRegions, untimed } from './regionSightings.ts';
import { settleDays, type Settled } from './settle.ts';
import type { Sighting } from './sighting.ts';
import type { CalendarDate, StatedZone, Timeline, TimelineEntry, UnreadEntry } from './timeline.ts';
import { nearestDate } from './unstatedYear.ts';
import type { WrittenDate } from './writtenDate.ts';
import { zoneOfTeam } from './zoneMeanings.ts';

/** Reads the timeline of a document; undefined where it has no place for one. */
export function readTimeline(outline: Outline, text: string, context: TimelineContext): Timeline | undefined {
  const source = { text, ...(context.knowledge ?? anew) };
  const seen = seenRegions(outline, source, context);
  const first = seen[0]?.region;
  if (!first) return undefined;
  const all = seen.flatMap(({ sightings }) => sightings);
  const written = all.flatMap(datesOf);
  const order = dateOrderOf(written, context.documentDate);
  const zone = documentZone(outline, source) ?? context.statedZone;
  const near = context.documentDate ? undefined : nearestDate(all, written, order, context.documentYear);
  const read = seen.map(({ region, sightings }, index) =>
    readRegion(region, sightings, index, order, { outline, source, context, zone, near }),
  );
  const lists = read.map((part) => part.entries);
  const entries = source.latest(withMilestones, placeOf(first), lists, source);
  const main = read.toSorted((a, b) => b.entries.length - a.entries.length)[0];
  return {
    anchor: first.anchor,
    span: spanOfAll(entries, first),
    entries,
    reached: source.recall(timesReached, entries),
    unread: [...read.flatMap(({ settled }) => settled.unread.map(unreadEntry)), ...untimed(seen, outline)],
    slips: read.flatMap(({ settled }) => settled.slips),
    dates: read.flatMap(({ settled }) => settled.dates),
    blanks: seen.flatMap(({ sightings }) => sightings.flatMap(({ kind, span }) => (kind === 'blank' ? [span] : []))),
    zone: main?.zone,
    defaultZone: context.defaultZone,
    order: main?.settled.order ?? 'ascending',
  };
}

function unreadEntry({ span, reason }: UnreadEntry): UnreadEntry {
  return { span, reason };
}

interface Surroundings {
  readonly outline: Outline;
  readonly source: PartSource;
  readonly context: TimelineContext;
  /** What the document states outside its timelines. */
  readonly zone: StatedZone | undefined;
  /** What tells the year of dates without one, where the document states no date. */
  readonly near: CalendarDate | undefined;
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
  { outline, source, context, zone: outerZone, near }: Surroundings,
): ReadRegion {
  const { text, latest } = source;
  const written =
    columnZone(sightings) ??
    regionZone(region, outline, source) ??
    headingZone(text, outline, region) ??
    outerZone ??
    onlyZone(sightings) ??
    toldZone(outline, source);
  const zone = written && zoneOfTeam(written, context.defaultZone);
  const stated = regionDate(region, sightings, order, text);
  const days = [numbersOf(stated?.date ?? context.documentDate), numbersOf(stated?.ofAll), numbersOf(near)] as const;
  const settled = latest(settleRegion, placeOf(region), [sightings, order, ...days]);
  const zones = [zone?.name, zone?.id, context.defaultZone] as const;
  const start = startOfCount(settled.entries, zones);
  return { entries: latest(readEntries, settled, [zones, start, index], source), settled, zone };
}

/** What stays the same of a region as long as its first place does. */
function placeOf({ places, anchor }: Region): Place | Span {
  return places[0] ?? anchor;
}

function settleRegion(
  _: object,
  [sightings, order, base, ofAll, near]: readonly [
    readonly Sighting[],
    DateOrder,
    DateNumbers,
    DateNumbers,
    DateNumbers,
  ],
): Settled {
  return settleDays(sightings, order, dateOf(base), dateOf(ofAll), dateOf(near));
}

/** Year, month and day; none for no date. */
type DateNumbers = readonly number[];

function numbersOf(date: CalendarDate | undefined): DateNumbers {
  return date ? [date.year, date.month, date.day] : [];
}

function dateOf([year, month, day]: DateNumbers): CalendarDate | undefined {
  return year === undefined || month === undefined || day === undefined ? undefined : { year, month, day };
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

function spanOfAll(entries: readonly TimelineEntry[], first: Region): Span {
  const spans = entries.map(({ span }) => span);
  if (spans.length === 0) return { start: first.span.end, end: first.span.end };
  return spans.reduce((whole, { start, end }) => ({
    start: Math.min(whole.start, start),
    end: Math.max(whole.end, end),
  }));
}
