import type { Span } from '../../text/span.ts';
import { trimmed } from '../../text/slice.ts';
import { labelledStampAt, type LabelledStamp } from './labelFirst.ts';
import { namesMilestone } from './milestoneWords.ts';
import { misreadAt, misreadYear, type Misread } from './misread.ts';
import type { HeadingPlace, LinesPlace } from './places.ts';
import type { PlacedStamp } from './sighting.ts';
import { stampAt, type StampOptions, type WrittenStamp } from './stamp.ts';

/** What one entry's worth of lines says: a stamp, a label with a stamp, something that should be a stamp, or words. */
export interface Reading {
  readonly place: LinesPlace | HeadingPlace;
  readonly span: Span;
  readonly stamp: PlacedStamp | undefined;
  readonly labelled: LabelledStamp | undefined;
  readonly misread: Misread | undefined;
  /** The words beside the stamp; all words where there is no stamp. Empty where the stamp stands alone. */
  readonly text: Span;
  /** `At 14:23 the alert …`: a sentence rather than an entry, where other entries have another form. */
  readonly sentence: boolean;
}

/** Words after which a line goes on: a time there is no new entry. */
const goesOn =
  /(?:[,(]|\b(?:a|an|and|around|as|at|before|after|between|by|for|from|in|of|on|or|since|than|that|the|till|to|until|was|were|is|are|with|approx\.?|approximately|about))$/;
const sentenceLead =
  /(?:^|[\s*_(])(?:at|on|by|from|between|since|until|before|after|am|um|gegen|seit|le|à|el|a las|às)\s+$/i;
/** A dash or dot that somebody typed as a bullet. */
const typedBullet = /^[–—•·‣◦*-]\s/;

/** Reads the lines of a bullet or paragraph, one reading for each entry in it; at least one. */
export function readLines(place: LinesPlace | HeadingPlace, text: string, options: StampOptions): Reading[] {
  const starts: Start[] = [];
  for (const [index, line] of place.lines.entries()) {
    const start = startAt(text, line, index, options);
    if (index === 0 || beginsEntry(place, start, firstStamp(starts), text)) starts.push(start);
  }
  const below = stampBelow(place, starts, text);
  if (below) return [below];
  return starts.map((start, index) => reading(place, start, starts[index + 1]?.line ?? place.lines.length, text));
}

/** As status pages write it: the words of a paragraph, and in its last line the stamp alone. */
function stampBelow(
  place: LinesPlace | HeadingPlace,
  [first, second, ...more]: readonly Start[],
  text: string,
): Reading | undefined {
  const words = place.lines[0];
  const line = second && place.lines[second.line];
  if (place.form !== 'paragraph' || !first || !second?.stamp || !words || !line || more.length > 0) return undefined;
  const { stamp } = second;
  const alone = stamp.textStart >= line.end && (stamp.clock !== undefined || !stamp.date?.short);
  if (first.stamp || first.misread || second.line !== place.lines.length - 1 || !alone) return undefined;
  if (labelledAt(text, words)) return undefined;
  return {
    ...reading(place, { ...second, line: 0 }, place.lines.length, text),
    text: trimmed(text, { start: words.start, end: place.lines[second.line - 1]?.end ?? words.end }),
    sentence: false,
  };
}

/** Where an entry begins, or may begin. */
interface Start {
  readonly line: number;
  readonly stamp: WrittenStamp | undefined;
  readonly misread: Misread | undefined;
}

/** A date whose time is left open (`2024-03-13 14:??`) is a date; one whose time can't be is misread. */
function startAt(text: string, line: Span, index: number, options: StampOptions): Start {
  const stamp = stampAt(text, line, options);
  if (stamp?.clock || (stamp && !stamp.date)) return { line: index, stamp, misread: undefined };
  const misread = misreadAt(text, { start: stamp?.textStart ?? line.start, end: line.end });
  if (!stamp) {
    const year = misread ? undefined : misreadYear(text, line);
    // A stamp behind a label may be read as what its year is meant to be.
    return { line: index, stamp, misread: misread ?? (year && labelledAt(text, line) ? undefined : year) };
  }
  if (misread?.kind === 'wrong' && /^\d/.test(text.slice(misread.span.start)))
    return { line: index, stamp: undefined, misread };
  return { line: index, stamp: misread ? withoutOpenTime(stamp, misread, text, line) : stamp, misread: undefined };
}

/** The stamp with its open time, and the words behind that. */
function withoutOpenTime(stamp: WrittenStamp, misread: Misread, text: string, line: Span): WrittenStamp {
  const behind =
    /^[\s*_`)\]}]*(?:[-–—:|>,;]+(?=\s|$))?[\s*_`)\]}]*/.exec(
      text.slice(misread.span.end, Math.min(line.end, misread.span.end + 20)),
    )?.[0] ?? '';
  return {
    ...stamp,
    span: { start: stamp.span.start, end: misread.span.end },
    textStart: misread.span.end + behind.length,
    separated: stamp.separated || behind.trim() !== '',
  };
}

function firstStamp(starts: readonly { readonly stamp: WrittenStamp | undefined }[]): WrittenStamp | undefined {
  return starts.find(({ stamp }) => stamp)?.stamp;
}

function beginsEntry(
  place: LinesPlace | HeadingPlace,
  { line: index, stamp, misread }: Start,
  model: WrittenStamp | undefined,
  text: string,
): boolean {
  const line = place.lines[index];
  const before = place.lines[index - 1];
  if (!line || !before || (!stamp && !(misread && model))) return false;
  const words = text.slice(Math.max(before.start, before.end - 40), before.end);
  const broken = /<br\s{0,3}\/?>\s*$|\\\s*$|  \r?\n\s*$/.test(
    text.slice(Math.max(before.start, before.end - 2), line.start),
  );
  if (!broken && goesOn.test(words) && !isOfList(stamp, model)) return false;
  if (place.form === 'bullet') {
    // Wrapped prose of a bullet: only what somebody meant as a bullet or a line of its own begins another entry.
    return (broken || typedBullet.test(text.slice(line.start, line.start + 2))) && stamp !== undefined;
  }
  // A date in a line of its own stands above times.
  const underDate = model?.date && !model.clock && model.textStart >= (place.lines[0]?.end ?? 0);
  const dated = underDate === true && stamp?.clock !== undefined;
  return broken || stamp === undefined || stamp.separated || !model || dated || shapeOf(stamp) === shapeOf(model);
}

/** Whether a stamp and its separator are those of the entries above, so that no sentence goes on with it. */
function isOfList(stamp: WrittenStamp | undefined, model: WrittenStamp | undefined): boolean {
  return stamp?.separated === true && model?.separated === true && shapeOf(stamp) === shapeOf(model);
}

/** What the stamps of one list have in common: date or none, colon or dot, half of the day. */
function shapeOf({ date, clock }: WrittenStamp): string {
  return `${date ? 'date' : ''} ${clock?.separator ?? ''} ${clock?.meridiem === '' ? '' : 'half'}`;
}

function reading(
  place: LinesPlace | HeadingPlace,
  { line, stamp, misread }: Start,
  next: number,
  text: string,
): Reading {
  const first = place.lines[line] ?? place.span;
  const last = place.lines[next - 1] ?? first;
  const wordsStart = stamp
    ? wordsBehind(stamp, first, line + 1 < next ? place.lines[line + 1] : undefined, text)
    : first.start;
  const label = stamp || misread ? undefined : labelledAt(text, first);
  return {
    place,
    span: {
      start: line === 0 ? place.span.start : first.start,
      end: next === place.lines.length ? place.span.end : last.end,
    },
    stamp,
    labelled: label,
    misread,
    text: trimmed(text, { start: wordsStart, end: Math.max(wordsStart, last.end) }),
    sentence:
      stamp !== undefined &&
      sentenceLead.test(text.slice(Math.max(first.start, stamp.span.start - 12), stamp.span.start)),
  };
}

/** Where the words begin: behind the stamp, or in the next line, in a description list (`: Alert`) behind its colon. */
function wordsBehind(stamp: WrittenStamp, line: Span, next: Span | undefined, text: string): number {
  if (stamp.textStart < line.end || !next) return Math.min(stamp.textStart, line.end);
  return next.start + (/^:\s/.test(text.slice(next.start, next.start + 2)) ? 2 : 0);
}

function labelledAt(text: string, line: Span): LabelledStamp | undefined {
  const short = labelledStampAt(text, line, false);
  if (short) return short;
  const remarked = labelledStampAt(text, line, true);
  return remarked && (remarked.bracketed || namesMilestone(text.slice(remarked.label.start, remarked.label.end)))
    ? remarked
    : undefined;
}
