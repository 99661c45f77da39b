import { beginningIn } from '../../text/ordered.ts';
import { contains, type Span } from '../../text/span.ts';
import { dayNamed } from './dayNames.ts';
import { depthOf, isBetween, type Habits } from './habits.ts';
import type { Reading } from './lineReadings.ts';
import { namesMilestone } from './milestoneWords.ts';
import type { Place } from './places.ts';

/** Whether an item is what a line says, and no table. */
export function isReading(item: Reading | Place): item is Reading {
  return 'place' in item;
}

/** "1.20 was bad" below an entry of 14:23. */
export function isVersion(item: Reading, habits: Habits): boolean {
  const { clock, date, zone, separated } = item.stamp ?? {};
  if (clock?.separator !== '.' || clock.meridiem !== '' || date || zone || separated) return false;
  return depthOf(item) >= habits.versionDepth;
}

/** A sentence that mentions when something was, in a timeline whose entries have another form. */
export function isProse({ stamp, sentence }: Reading, habits: Habits): boolean {
  if (sentence) return habits.plain || habits.structured;
  return habits.structured && stamp?.separated === false;
}

/** "At 14:40 we escalated": a line among others of its paragraph that begin with their times. */
export function isAmongLines(item: Reading, all: readonly Reading[]): boolean {
  const { place, sentence } = item;
  return sentence && all.filter((other) => other.place === place && other.stamp?.clock && !other.sentence).length >= 2;
}

/** A date by itself holds for what follows when that has times: sub-headings, nested bullets, lines. */
export function isMarker(
  item: Reading,
  next: Reading | Place | undefined,
  all: readonly Reading[],
  text: string,
): boolean {
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

/** Whether a label with a stamp behind it is an entry. */
export function isLabelledEntry(item: Reading, habits: Habits, text: string): boolean {
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
export function isGap(item: Reading, all: readonly Reading[], habits: Habits, text: string): boolean {
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
