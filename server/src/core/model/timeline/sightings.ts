import type { List } from 'mdast';
import { contains, type Span } from '../../text/span.ts';
import { readLines, type Reading } from './lineReadings.ts';
import { namesMilestone } from './milestoneWords.ts';
import type { Place } from './places.ts';
import type { SeenEntry, Sighting } from './sighting.ts';
import { tableSightings } from './tableSightings.ts';

/** Reads the places of one timeline: entries, dates that hold for what follows, and what can't be read. */
export function readSightings(places: readonly Place[], text: string): Sighting[] {
  const packed = writesPackedTimes(places, text);
  const tables = new Map<Place, readonly Sighting[]>();
  const readings = places.flatMap((place): (Reading | Place)[] => {
    if (place.form !== 'table') return readLines(place, text, { packed, alone: true });
    tables.set(place, tableSightings(place.table, text).sightings);
    return [place];
  });
  const only = readings.filter(isReading);
  const habits = habitsOf(only, tables);
  return readings.flatMap((item, index): Sighting[] => {
    if (!isReading(item)) return [...(tables.get(item) ?? [])];
    return sightingOf(item, readings[index + 1], only, habits, text);
  });
}

function isReading(item: Reading | Place): item is Reading {
  return 'place' in item;
}

/** How the entries of a timeline are mostly written; what differs from it is rather prose. */
interface Habits {
  /** At least two entries are bullets, rows or headings with a time. */
  readonly structured: boolean;
  /** At least two entries do not begin like a sentence. */
  readonly plain: boolean;
  /** Labels with a stamp behind are entries. */
  readonly labels: boolean;
  readonly lists: ReadonlyMap<List, ListHabit>;
}

interface ListHabit {
  readonly stamped: number;
  readonly bare: number;
  /** Offsets of the first and the last bullet with a stamp. */
  readonly first: number;
  readonly last: number;
}

function habitsOf(readings: readonly Reading[], tables: ReadonlyMap<Place, readonly Sighting[]>): Habits {
  const timed = readings.filter(({ stamp }) => stamp?.clock ?? stamp?.offset !== undefined);
  const rows = [...tables.values()].flat().filter((seen) => seen.kind === 'entry').length;
  const labelled = readings.filter((item) => item.labelled);
  const lists = new Map<List, ListHabit>();
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
    lists,
  };
}

function sightingOf(
  item: Reading,
  next: Reading | Place | undefined,
  all: readonly Reading[],
  habits: Habits,
  text: string,
): Sighting[] {
  const { place, stamp, misread, span } = item;
  if (misread) {
    if (misread.kind === 'blank') return [{ kind: 'blank', form: place.form, span }];
    const isWord = !/\d/.test(text.slice(misread.span.start, misread.span.end));
    if (place.form === 'paragraph' && isWord && !habits.plain) return [];
    return [{ kind: 'unread', span: misread.span, reason: misread.reason }];
  }
  if (stamp) {
    const date = stamp.date;
    if (date && !stamp.clock && isMarker(item, next, all, text)) {
      return [{ kind: 'date', form: place.form, span, stamp: { ...stamp, date } }];
    }
    if (place.form === 'paragraph' && isProse(item, habits)) return [];
    return [stampedEntry(item, next, text)];
  }
  if (item.labelled && isLabelledEntry(item, habits, text)) {
    const { label, stamp: found, remark } = item.labelled;
    return [entry(item, found, remark ?? label, remark && label)];
  }
  return isGap(item, all, habits, text)
    ? [
        {
          kind: 'unread',
          span: firstLine(item),
          reason:
            'This entry has no time; begin it with one as its neighbours do, or indent it under the entry that it belongs to.',
        },
      ]
    : [];
}

function firstLine(item: Reading): Span {
  const line = item.place.lines[0] ?? item.span;
  return line.start < line.end ? line : item.span;
}

function entry(item: Reading, stamp: SeenEntry['stamp'], text: Span, label: Span | undefined): SeenEntry {
  return {
    kind: 'entry',
    form: item.place.form,
    span: item.span,
    stamp,
    text,
    label,
    year: undefined,
    zone: undefined,
  };
}

/** An entry whose stamp stands alone takes its words from below: the nested bullets, the section, the next paragraph. */
function stampedEntry(item: Reading, next: Reading | Place | undefined, text: string): SeenEntry {
  const seen = entry(item, item.stamp ?? missing(), item.text, undefined);
  const words = text.slice(item.text.start, item.text.end);
  const { rest } = item.place;
  // `### 22:52 (maybe earlier?)`: what stands in brackets alone is a remark on the stamp.
  const remark = item.place.form === 'heading' && rest && /^\([^()]*\)$/.test(words);
  if (words !== '' && !remark) return seen;
  if (rest) return { ...seen, text: rest };
  const follows = item.place.form === 'paragraph' && next && isReading(next) && next.place.form === 'paragraph';
  if (!follows || next.stamp || next.misread) return seen;
  return { ...seen, text: next.text, span: { start: seen.span.start, end: next.span.end } };
}

function missing(): never {
  throw new Error('A reading without a stamp is no entry.');
}

/** A sentence that mentions when something was, in a timeline whose entries have another form. */
function isProse({ stamp, sentence }: Reading, habits: Habits): boolean {
  if (sentence) return habits.plain || habits.structured;
  return habits.structured && stamp?.separated === false;
}

/** A date by itself holds for what follows when that has times: sub-headings, nested bullets, lines. */
function isMarker(item: Reading, next: Reading | Place | undefined, all: readonly Reading[], text: string): boolean {
  const { place } = item;
  const words = text.slice(item.text.start, item.text.end);
  if (/^\W*(?:\(?all times|times? (?:in|are)|[A-Z]{2,4}\)?\W*$)/i.test(words)) return true;
  if (place.form === 'heading') {
    const whole = place.section.span;
    const within = all.filter((other) => other !== item && contains(whole, other.span));
    return (
      within.some(({ stamp }) => stamp?.clock) || next === undefined || (!isReading(next) && contains(whole, next.span))
    );
  }
  if (place.rest) {
    const { rest } = place;
    return all.some((other) => other.stamp?.clock && contains(rest, other.span));
  }
  if (words !== '') return false;
  if (!next || !isReading(next)) return true;
  return next.stamp !== undefined || next.misread !== undefined || next.place.form !== 'paragraph';
}

function isLabelledEntry(item: Reading, habits: Habits, text: string): boolean {
  const { place, labelled } = item;
  if (!labelled) return false;
  if (place.form === 'bullet' && place.list) {
    const habit = habits.lists.get(place.list);
    if (habit && habit.stamped >= 2) return isBetween(place.span, habit);
  }
  const event = namesMilestone(text.slice(labelled.label.start, labelled.label.end));
  if (place.form === 'paragraph' && habits.structured) return false;
  return (
    event ||
    (habits.labels &&
      (place.form !== 'paragraph' || /:\W*$/.test(text.slice(labelled.label.end, labelled.stamp.span.start))))
  );
}

function isBetween(place: Span, habit: ListHabit): boolean {
  return place.start > habit.first && place.start < habit.last;
}

/** A bullet without a stamp among bullets that have one, with nothing below it that has. */
function isGap(item: Reading, all: readonly Reading[], habits: Habits, text: string): boolean {
  const { place } = item;
  if (place.form !== 'bullet' || !place.list) return false;
  const habit = habits.lists.get(place.list);
  if (!habit || habit.stamped < 3 || habit.stamped < habit.bare * 2 || !isBetween(place.span, habit)) return false;
  const words = text.slice(item.text.start, item.text.end);
  if (words === '' || /^\W*(?:note|nb|n\.b|see|https?:|!\[|<img|\[[^\]]*\]\([^)]*\)\W*$)/i.test(words)) return false;
  return !all.some((other) => other !== item && (other.stamp ?? other.labelled) && contains(place.span, other.span));
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
