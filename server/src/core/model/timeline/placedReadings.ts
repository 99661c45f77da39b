import { spanOf } from '../../parse/markdown.ts';
import type { Recall } from '../../text/recall.ts';
import { moved, type Span } from '../../text/span.ts';
import { readLines, type Reading } from './lineReadings.ts';
import type { HeadingPlace, LinesPlace } from './places.ts';
import type { StampOptions, WrittenStamp } from './stamp.ts';
import type { WrittenClock } from './clock.ts';
import type { WrittenDate } from './writtenDate.ts';

/** A place together with the node that it is. */
type NodePlace = LinesPlace & { readonly node: NonNullable<LinesPlace['node']> };

/** Reads the lines of a place as `readLines` does; those of a node that has only moved are known. */
export function placedReadings(
  place: LinesPlace | HeadingPlace,
  text: string,
  options: StampOptions,
  recall: Recall,
): readonly Reading[] {
  if (!options.alone || !isOfNode(place)) return readLines(place, text, options);
  const { start, readings } = knownReadings(place, text, options.packed, recall);
  const by = spanOf(place.node).start - start;
  // In the first reading of a document each is where it was found.
  return by === 0 && readings[0]?.place === place
    ? readings
    : readings.map((reading) => movedReading(reading, place, by));
}

/** The same for whoever does not ask where they stand: that may be where they stood in an earlier reading. */
export function looseReadings(place: LinesPlace | HeadingPlace, text: string, recall: Recall): readonly Reading[] {
  return isOfNode(place)
    ? knownReadings(place, text, false, recall).readings
    : readLines(place, text, { packed: false, alone: true });
}

/** The readings of a node, and where it stood when they were made. */
interface KnownReadings {
  readonly start: number;
  readonly readings: readonly Reading[];
}

function knownReadings(place: NodePlace, text: string, packed: boolean, recall: Recall): KnownReadings {
  return recall(packed ? readPacked : readUnpacked, place.node, place, text);
}

function isOfNode(place: LinesPlace | HeadingPlace): place is NodePlace {
  return place.form !== 'heading' && place.node !== undefined;
}

function readPacked(node: NodePlace['node'], place: NodePlace, text: string): KnownReadings {
  return readNode(node, place, text, true);
}

function readUnpacked(node: NodePlace['node'], place: NodePlace, text: string): KnownReadings {
  return readNode(node, place, text, false);
}

function readNode(node: NodePlace['node'], place: NodePlace, text: string, packed: boolean): KnownReadings {
  const { start, end } = spanOf(node);
  // What stands behind the node must have no part in it.
  return { start, readings: readLines(place, text.slice(0, end + 1), { packed, alone: true }) };
}

function movedReading(
  { span, stamp, labelled, misread, text, sentence }: Reading,
  place: LinesPlace,
  by: number,
): Reading {
  return {
    place,
    span: moved(span, by),
    stamp: stamp && movedStamp(stamp, by),
    labelled: labelled && {
      ...labelled,
      label: moved(labelled.label, by),
      stamp: movedStamp(labelled.stamp, by),
      remark: labelled.remark && moved(labelled.remark, by),
    },
    misread: misread && movedSpan(misread, by),
    text: moved(text, by),
    sentence,
  };
}

function movedStamp(stamp: WrittenStamp, by: number): WrittenStamp {
  const { date, clock, until, zone } = stamp;
  return {
    ...stamp,
    span: moved(stamp.span, by),
    textStart: stamp.textStart + by,
    date: date && movedDate(date, by),
    clock: clock && movedSpan<WrittenClock>(clock, by),
    until: until && movedSpan<WrittenClock>(until, by),
    zone: zone && movedSpan(zone, by),
  };
}

function movedDate(date: WrittenDate, by: number): WrittenDate {
  return { ...movedSpan(date, by), parts: date.parts.map((part) => movedSpan(part, by)) };
}

function movedSpan<T extends { readonly span: Span }>(thing: T, by: number): T {
  return { ...thing, span: moved(thing.span, by) };
}
