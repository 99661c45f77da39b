import type { PartSource } from '../../parse/partReader.ts';
import type { Span } from '../../text/span.ts';
import { dayNamed } from './dayNames.ts';
import { isAmongLines, isGap, isLabelledEntry, isMarker, isProse, isReading, isVersion } from './entrySigns.ts';
import { habitsOf, isSpeaker, type Habits } from './habits.ts';
import type { Reading } from './lineReadings.ts';
import { keepPlaces, placedReadings, placedSightings, spansOfStamp } from './placedReadings.ts';
import type { Place } from './places.ts';
import { sameDayAt } from './sameDay.ts';
import type {
  DayShift,
  PlacedStamp,
  SeenBlank,
  SeenDate,
  SeenEntry,
  SeenShift,
  SeenUnread,
  Sighting,
} from './sighting.ts';
import type { EntryForm } from './timeline.ts';
import type { WrittenDate } from './writtenDate.ts';

/** Reads the places of one timeline: entries, dates that hold for what follows, and what can't be read. */
export function readSightings(places: readonly Place[], source: PartSource): readonly Sighting[] {
  const [first] = places;
  if (!first) return [];
  const { sightings, lasts } = source.latest(seeAll, first, [places], source);
  return lasts ? sightings : seeAll(first, [places], source).sightings;
}

/** What is seen in places, and whether that lasts as long as they do. */
interface Seen {
  readonly sightings: readonly Sighting[];
  readonly lasts: boolean;
}

function seeAll(_: Place, [places]: readonly [readonly Place[]], source: PartSource): Seen {
  const { text } = source;
  const packed = writesPackedTimes(places, text);
  const tables = new Map<Place, readonly Sighting[]>();
  const readings = places.flatMap((place): readonly (Reading | Place)[] => {
    if (place.form !== 'table') return placedReadings(place, source, packed);
    tables.set(place, placedSightings(place, source).sightings);
    return [place];
  });
  const only = readings.filter(isReading);
  const habits = habitsOf(only, tables, text);
  let lasts = true;
  const sightings = readings.flatMap((item, index): readonly Sighting[] => {
    if (!isReading(item)) return tables.get(item) ?? [];
    const seen = sightingOf(item, readings[index + 1], { all: only, habits, source });
    // An entry over two places, each of which moves by itself.
    if (seen?.kind === 'entry' && seen.span !== item.span) lasts = false;
    return seen ? [seen] : [];
  });
  return { sightings, lasts };
}

/** What an item is judged by. */
interface Surroundings {
  readonly all: readonly Reading[];
  readonly habits: Habits;
  readonly source: PartSource;
}

function formOf(place: Reading['place']): EntryForm {
  return place.form !== 'heading' && place.html ? 'html' : place.form;
}

function sightingOf(
  item: Reading,
  next: Reading | Place | undefined,
  { all, habits, source }: Surroundings,
): Sighting | undefined {
  const { place, stamp, misread } = item;
  const { text, recall, latest } = source;
  if (misread) {
    if (misread.kind === 'blank') return recall(blank, item);
    const isWord = !/\d/.test(text.slice(misread.span.start, misread.span.end));
    if (place.form === 'paragraph' && isWord && !habits.plain) return undefined;
    return latest(unread, item, [misread.span, misread.reason]);
  }
  if (stamp) {
    const date = stamp.date;
    if (date && !stamp.clock && isMarker(item, next, all, text)) return latest(dateOf, item, [stamp, date]);
    if ((place.form === 'paragraph' && isProse(item, habits) && !isAmongLines(item, all)) || isVersion(item, habits))
      return undefined;
    return stampedEntry(item, next, source);
  }
  const shift = recall(shiftOf, item, text);
  if (shift) return recall(shiftTo, item, shift);
  const dated = item.labelled?.stamp.clock ? undefined : item.labelled?.stamp.date;
  if (item.labelled && dated && place.form === 'heading' && isMarker(item, next, all, text))
    return latest(dateOf, item, [item.labelled.stamp, dated]);
  if (item.labelled && habits.spoken && isSpeaker(item, text))
    return latest(entry, item, [item.labelled.stamp, saidBy(item, next, source), item.labelled.label]);
  if (item.labelled && isLabelledEntry(item, habits, text)) {
    const { label, stamp: found, remark } = item.labelled;
    return latest(entry, item, [found, remark ?? label, remark && label]);
  }
  const same = place.form === 'bullet' && all.some((other) => other.stamp) ? recall(sameDay, item, text) : undefined;
  if (same) return latest(entry, item, [same.stamp, same.text, undefined]);
  return isGap(item, all, habits, text) ? latest(unread, item, [firstLine(item), noTime]) : undefined;
}

const noTime =
  'This entry has no time; begin it with one as its neighbours do, or indent it under the entry that it belongs to.';

/** What somebody said: the lines below the name, else the next paragraph. */
function saidBy(item: Reading, next: Reading | Place | undefined, { recall }: PartSource): Span {
  const below = recall(linesBelow, item);
  if (below) return below;
  const follows = next && isReading(next) && next.place.form === 'paragraph' && !next.labelled && !next.stamp;
  return follows ? next.text : (item.labelled?.label ?? item.text);
}

function linesBelow({ place, span }: Reading): Span | undefined {
  const [, below] = place.form === 'paragraph' ? place.lines : [];
  const words = below && { start: below.start, end: span.end };
  if (words) keepPlaces(place, [words]);
  return words;
}

/** A heading, a line or a bullet with others below it that names a day. */
function shiftOf({ place, text: words }: Reading, text: string): DayShift | undefined {
  if (place.form === 'bullet' && !place.rest) return undefined;
  return dayNamed(text.slice(words.start, Math.min(words.end, place.lines[0]?.end ?? words.end)));
}

function firstLine(item: Reading): Span {
  const line = item.place.lines[0] ?? item.span;
  return line.start < line.end ? line : item.span;
}

function entry(
  { place, span }: Reading,
  [stamp, text, label]: readonly [PlacedStamp, Span, Span | undefined],
): SeenEntry {
  return { kind: 'entry', form: formOf(place), span, stamp, text, label, year: undefined, zone: undefined };
}

function dateOf({ place, span }: Reading, [stamp, date]: readonly [PlacedStamp, WrittenDate]): SeenDate {
  return { kind: 'date', form: formOf(place), span, stamp: { ...stamp, date } };
}

function blank({ place, span }: Reading): SeenBlank {
  return { kind: 'blank', form: formOf(place), span };
}

function unread(_: Reading, [span, reason]: readonly [Span, string]): SeenUnread {
  return { kind: 'unread', span, reason };
}

function shiftTo({ span }: Reading, shift: DayShift): SeenShift {
  return { kind: 'shift', span, shift };
}

function sameDay(item: Reading, text: string): ReturnType<typeof sameDayAt> {
  const found = sameDayAt(text, item.text);
  if (found) keepPlaces(item.place, [found.text, ...spansOfStamp(found.stamp)]);
  return found;
}

/** An entry whose stamp stands alone takes its words from below: the nested bullets, the section, the next paragraph. */
function stampedEntry(
  item: Reading,
  next: Reading | Place | undefined,
  { text, latest }: Pick<PartSource, 'text' | 'latest'>,
): SeenEntry {
  const stamp = item.stamp ?? missing();
  const words = text.slice(item.text.start, item.text.end);
  const { rest } = item.place;
  // `### 22:52 (maybe earlier?)`: what stands in brackets alone is a remark on the stamp.
  const remark = item.place.form === 'heading' && rest && /^\([^()]*\)$/.test(words);
  if (words !== '' && !remark) return latest(entry, item, [stamp, item.text, undefined]);
  if (rest) return latest(entry, item, [stamp, rest, undefined]);
  const follows = item.place.form === 'paragraph' && next && isReading(next) && next.place.form === 'paragraph';
  if (!follows || next.stamp || next.misread) return latest(entry, item, [stamp, item.text, undefined]);
  // The two move by themselves: what covers both is made anew each time.
  return { ...entry(item, [stamp, next.text, undefined]), span: { start: item.span.start, end: next.span.end } };
}

function missing(): never {
  throw new Error('A reading without a stamp is no entry.');
}

/** Whether the entries begin with four bare digits: `1430 - text`, not all of which could be a year. */
function writesPackedTimes(places: readonly Place[], text: string): boolean {
  let times = 0;
  let sure = 0;
  for (const place of places) {
    if (place.form === 'table') continue;
    for (const line of place.lines) {
      const found = /^[\s*_`[(~]*((?:[01]\d|2[0-3])[0-5]\d)(?:Z|h|hrs)?(?![\d:.,%/\w]|-\d)/.exec(
        text.slice(line.start, line.start + 24),
      );
      if (!found) continue;
      times++;
      if (!/^(?:19|20)/.test(found[1] ?? '')) sure++;
    }
  }
  return times >= 2 && sure >= 1;
}
