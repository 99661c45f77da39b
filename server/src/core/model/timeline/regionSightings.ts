import type { Outline } from '../../parse/outline.ts';
import type { PartSource } from '../../parse/partReader.ts';
import type { TimelineContext } from './context.ts';
import { withAfternoons } from './halfDays.ts';
import { readPlaces } from './partPlaces.ts';
import { codePlaces } from './places.ts';
import { findRegions, type Region } from './regions.ts';
import type { Sighting } from './sighting.ts';
import { readSightings } from './sightings.ts';
import type { UnreadEntry } from './timeline.ts';

const noTimes = 'No entry of this timeline has a time that can be read; begin each with one, as in 14:05.';

/** A part of the timeline with what stands in it. */
export interface SeenRegion {
  readonly region: Region;
  readonly sightings: readonly Sighting[];
}

/** Where the timeline stands; in quotes only where the document has none outside them. */
export function seenRegions(
  outline: Outline,
  source: PartSource,
  { sections, unnamed }: TimelineContext,
): SeenRegion[] {
  const look = (quotes: boolean): SeenRegion[] => {
    const places = readPlaces(outline, source, quotes);
    return findRegions(outline, source, places, sections, unnamed && !quotes).map((region) => ({
      region,
      sightings: withAfternoons(sightingsOf(region, outline, source), source),
    }));
  };
  const seen = look(false);
  const hasQuotes = outline.tree.children.some(({ type }) => type === 'blockquote');
  if (!hasQuotes || entriesOf(seen) > 0) return seen;
  const quoted = look(true);
  return entriesOf(quoted) >= 2 ? quoted : seen;
}

function entriesOf(seen: readonly SeenRegion[]): number {
  return seen.flatMap(({ sightings }) => sightings).filter(({ kind }) => kind === 'entry' || kind === 'unread').length;
}

/** What stands in a region; where that is no entry at all, the lines of its code blocks count. */
function sightingsOf(region: Region, outline: Outline, source: PartSource): readonly Sighting[] {
  const found = readSightings(region.places, source);
  if (found.some(({ kind }) => kind === 'entry' || kind === 'unread')) return found;
  const listed = readSightings(codePlaces(outline, source.text, region.span), source);
  return listed.some(({ kind }) => kind === 'entry') ? [...found, ...listed] : found;
}

/** The first list below a timeline's heading, where nothing at all has been read: its entries have no times. */
export function untimed(seen: readonly SeenRegion[], outline: Outline): UnreadEntry[] {
  if (seen.some(({ sightings }) => sightings.some(({ kind }) => kind !== 'date' && kind !== 'shift'))) return [];
  for (const { region } of seen) {
    if (!outline.allSections.some(({ heading }) => heading.span.start === region.anchor.start)) continue;
    const bullets = region.places.flatMap((place) =>
      place.form === 'bullet' && place.depth === 0 && place.words.start < place.words.end ? [place] : [],
    );
    const [line] = bullets[0]?.lines ?? [];
    if (line && bullets.length >= 2) return [{ span: line, reason: noTimes }];
  }
  return [];
}
