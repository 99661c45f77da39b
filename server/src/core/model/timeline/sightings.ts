import { beginningIn } from '../../text/ordered.ts';
import type { Recall } from '../../text/recall.ts';
import { contains, type Span } from '../../text/span.ts';
import { depthOf, habitsOf, isBetween, isSpeaker, type Habits } from './habits.ts';
import type { Reading } from './lineReadings.ts';
import { placedReadings } from './placedReadings.ts';
import { namesMilestone } from './milestoneWords.ts';
import type { Place, TablePlace } from './places.ts';
import { dayNamed } from './dayNames.ts';
import { sameDayAt } from './sameDay.ts';
import type { DayShift, SeenEntry, Sighting } from './sighting.ts';
import { tableSightings } from './tableSightings.ts';
import type { EntryForm } from './timeline.ts';

/** Reads the places of one timeline: entries, dates that hold for what follows, and what can't be read. */
export function readSightings(places: readonly Place[], text: string, recall: Recall): Sighting[] {
  const packed = writesPackedTimes(places, text);
  const tables = new Map<Place, readonly Sighting[]>();
  const readings = places.flatMap((place): readonly (Reading | Place)[] => {
    if (place.form !== 'table') return placedReadings(place, text, { packed, alone: true }, recall);
    tables.set(place, rowsOf(place, text));
    return [place];
  });
  const only = readings.filter(isReading);
  const habits = habitsOf(only, tables, text);
  return readings.flatMap((item, index): Sighting[] => {
    if (!isReading(item)) return [...(tables.get(item) ?? [])];
    return sightingOf(item, readings[index + 1], only, habits, text);
  });
}

function rowsOf({ table, html }: TablePlace, text: string): readonly Sighting[] {
  const { sightings } = tableSightings(table, text);
  return html ? sightings.map((seen) => ('form' in seen ? { ...seen, form: 'html' } : seen)) : sightings;
}

function formOf(place: Reading['place']): EntryForm {
  return place.form !== 'heading' && place.html ? 'html' : place.form;
}

function isReading(item: Reading | Place): item is Reading {
  return 'place' in item;
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
    if (misread.kind === 'blank') return [{ kind: 'blank', form: formOf(place), span }];
    const isWord = !/\d/.test(text.slice(misread.span.start, misread.span.end));
    if (place.form === 'paragraph' && isWord && !habits.plain) return [];
    return [{ kind: 'unread', span: misread.span, reason: misread.reason }];
  }
  if (stamp) {
    const date = stamp.date;
    if (date && !stamp.clock && isMarker(item, next, all, text)) {
      return [{ kind: 'date', form: formOf(place), span, stamp: { ...stamp, date } }];
    }
    if ((place.form === 'paragraph' && isProse(item, habits) && !isAmongLines(item, all)) || isVersion(item, habits))
      return [];
    return [stampedEntry(item, next, text)];
  }
  const shift = shiftOf(item, text);
  if (shift) return [{ kind: 'shift', span, shift }];
  const dated = item.labelled?.stamp.clock ? undefined : item.labelled?.stamp.date;
  if (item.labelled && dated && place.form === 'heading' && isMarker(item, next, all, text)) {
    return [{ kind: 'date', form: formOf(place), span, stamp: { ...item.labelled.stamp, date: dated } }];
  }
  if (item.labelled && habits.spoken && isSpeaker(item, text)) {
    return [entry(item, item.labelled.stamp, saidBy(item, next), item.labelled.label)];
  }
  if (item.labelled && isLabelledEntry(item, habits, text)) {
    const { label, stamp: found, remark } = item.labelled;
    return [entry(item, found, remark ?? label, remark && label)];
  }
  const same = place.form === 'bullet' && all.some((other) => other.stamp) ? sameDayAt(text, item.text) : undefined;
  if (same) return [entry(item, same.stamp, same.text, undefined)];
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

/** What somebody said: the lines below the name, else the next paragraph. */
function saidBy({ place, labelled, span, text: words }: Reading, next: Reading | Place | undefined): Span {
  const [, below] = place.form === 'paragraph' ? place.lines : [];
  if (below) return { start: below.start, end: span.end };
  const follows = next && isReading(next) && next.place.form === 'paragraph' && !next.labelled && !next.stamp;
  return follows ? next.text : (labelled?.label ?? words);
}

/** "1.20 was bad" below an entry of 14:23. */
function isVersion(item: Reading, habits: Habits): boolean {
  const { clock, date, zone, separated } = item.stamp ?? missing();
  if (clock?.separator !== '.' || clock.meridiem !== '' || date || zone || separated) return false;
  return depthOf(item) >= habits.versionDepth;
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

function entry(item: Reading, stamp: SeenEntry['stamp'], text: Span, label: Span | undefined): SeenEntry {
  return {
    kind: 'entry',
    form: formOf(item.place),
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

/** "At 14:40 we escalated": a line among others of its paragraph that begin with their times. */
function isAmongLines(item: Reading, all: readonly Reading[]): boolean {
  const { place, sentence } = item;
  return sentence && all.filter((other) => other.place === place && other.stamp?.clock && !other.sentence).length >= 2;
}

/** A date by itself holds for what follows when that has times: sub-headings, nested bullets, lines. */
function isMarker(item: Reading, next: Reading | Place | undefined, all: readonly Reading[], text: string): boolean {
  const { place } = item;
  const words = text.slice(item.text.start, item.text.end);
  if (/^\W*(?:\(?all times|times? (?:in|are)|[A-Z]{2,4}\)?\W*$)/i.test(words) || dayNamed(words)) return true;
  // `**7th Sept:** (GST is UTC+04)` above times: what stands in brackets alone is a remark.
  if (place.form === 'paragraph' && /^\([^()\n]*\)$/.test(words) && isReadingWithTime(next)) return true;
  if (place.form === 'heading') {
    const whole = place.section.span;
    const within = readingsIn(all, whole).filter((other) => other !== item);
    return (
      within.some(({ stamp }) => stamp?.clock) || next === undefined || (!isReading(next) && contains(whole, next.span))
    );
  }
  if (place.rest) {
    const { rest } = place;
    return readingsIn(all, rest).some(({ stamp }) => stamp?.clock);
  }
  if (words !== '') {
    const line = text.slice(item.span.start, item.span.end);
    const title = place.form === 'paragraph' && /^(\*\*|__)(?!.*\1.).*\1:?$/.test(line);
    return title && next !== undefined && isReading(next) && next.stamp?.clock !== undefined && !next.stamp.date;
  }
  if (!next || !isReading(next)) return true;
  return next.stamp !== undefined || next.misread !== undefined || next.place.form !== 'paragraph';
}

function isReadingWithTime(next: Reading | Place | undefined): boolean {
  return next !== undefined && isReading(next) && next.stamp?.clock !== undefined;
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

/** "The next morning the build ran", "Ten minutes later: …" */
const tellsWhen =
  /^\W*(?:(?:on )?(?:the )?(?:next|following) (?:day|morning|afternoon|evening|night)|(?:shortly|soon|[\w-]+ (?:minutes|hours|days)) (?:after(?:wards)?|later))\b/i;

/** A bullet without a stamp among bullets that have one, with nothing below it that has. */
function isGap(item: Reading, all: readonly Reading[], habits: Habits, text: string): boolean {
  const { place } = item;
  if (place.form !== 'bullet' || !place.list) return false;
  const habit = habits.lists.get(place.list);
  const words = text.slice(item.text.start, item.text.end);
  if (!habit || habit.stamped < 2 || (habit.stamped < habit.bare * 2 && !tellsWhen.test(words))) return false;
  if (words === '' || /^\W*(?:note|nb|n\.b|see|https?:|!\[|<img|\[[^\]]*\]\([^)]*\)\W*$)/i.test(words)) return false;
  return !readingsIn(all, place.span).some((other) => other !== item && (other.stamp ?? other.labelled));
}

/** The readings, which are in document order, that lie in a span. */
function readingsIn(all: readonly Reading[], whole: Span): readonly Reading[] {
  return beginningIn(all, ({ span }) => span, whole).filter(({ span }) => contains(whole, span));
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
