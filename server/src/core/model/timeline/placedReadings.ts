import type { Attached } from '../../parse/attached.ts';
import type { Recall } from '../../text/recall.ts';
import type { Span } from '../../text/span.ts';
import type { LabelledStamp } from './labelFirst.ts';
import { readLines, type Reading } from './lineReadings.ts';
import type { HeadingPlace, LinesPlace, TablePlace } from './places.ts';
import type { PlacedStamp, Sighting } from './sighting.ts';
import { tableSightings } from './tableSightings.ts';

/** What is written about times in a timeline, and knows again what was read of its places before. */
export interface ReadingSource {
  readonly text: string;
  readonly recall: Recall;
}

/** Reads the lines of a place as `readLines` does. `packed` says whether four bare digits are a time. */
export function placedReadings(
  place: LinesPlace | HeadingPlace,
  { text, recall }: ReadingSource,
  packed: boolean,
): readonly Reading[] {
  return recall(packed ? readPacked : readUnpacked, place, text);
}

function readPacked(place: LinesPlace | HeadingPlace, text: string): readonly Reading[] {
  return readPlace(place, text, true);
}

function readUnpacked(place: LinesPlace | HeadingPlace, text: string): readonly Reading[] {
  return readPlace(place, text, false);
}

function readPlace(place: LinesPlace | HeadingPlace, text: string, packed: boolean): readonly Reading[] {
  // What stands behind the place must have no part in it.
  const upTo = place.form === 'heading' || place.html ? text : text.slice(0, place.span.end + 1);
  const readings = readLines(place, upTo, { packed, alone: true });
  keepPlaces(place, readings.flatMap(spansOfReading));
  return readings;
}

/** From now on these places move with a place of the document. */
export function keepPlaces({ spans }: Attached, named: readonly Span[]): void {
  const known = new Set(spans);
  for (const span of named) {
    if (known.has(span)) continue;
    known.add(span);
    spans.push(span);
  }
}

/** The entries of a table's place as `tableSightings` sees them. */
export function placedSightings(place: TablePlace, { text, recall }: ReadingSource): ReturnType<typeof tableSightings> {
  return recall(readTablePlace, place, text);
}

function readTablePlace(place: TablePlace, text: string): ReturnType<typeof tableSightings> {
  const { sightings, clocks } = tableSightings(place.table, text);
  keepPlaces(place, sightings.flatMap(spansOfSighting));
  const html = sightings.map((seen): Sighting => ('form' in seen ? { ...seen, form: 'html' } : seen));
  return { sightings: place.html ? html : sightings, clocks };
}

function spansOfReading({ span, stamp, labelled, misread, text }: Reading): readonly Span[] {
  const others = [...(stamp ? spansOfStamp(stamp) : []), ...(labelled ? spansOfLabelled(labelled) : [])];
  return [span, text, ...others, ...(misread ? [misread.span] : [])];
}

function spansOfLabelled({ label, stamp, remark }: LabelledStamp): readonly Span[] {
  return [label, ...spansOfStamp(stamp), ...(remark ? [remark] : [])];
}

/** All places that a stamp names. */
export function spansOfStamp({ span, date, clock, until, zone }: PlacedStamp): readonly Span[] {
  const things = [date, clock, until, zone].flatMap((thing) => (thing ? [thing.span] : []));
  return [span, ...things, ...(date?.parts ?? []).map((part) => part.span)];
}

function spansOfSighting(seen: Sighting): readonly Span[] {
  if (seen.kind === 'entry')
    return [seen.span, seen.text, ...spansOfStamp(seen.stamp), ...(seen.zone ? [seen.zone.span] : [])];
  return seen.kind === 'date' ? [seen.span, ...spansOfStamp(seen.stamp)] : [seen.span];
}
