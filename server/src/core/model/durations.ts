import type { Section } from '../parse/outline.ts';
import { normalizeLabel } from '../schema/label.ts';
import type { Span } from '../text/span.ts';
import type { Field, IncidentDocument } from './document.ts';
import type { Passage } from './prose.ts';
import { outageLengths } from './outageLength.ts';
import { incidentDuration } from './timeline/milestones.ts';
import type { TimelineEntry } from './timeline/timeline.ts';
import { readDuration, type StatedDuration } from './values/duration.ts';

/** A field that states how long the incident lasted, and what it states. */
export interface DurationField {
  readonly field: Field;
  readonly stated: StatedDuration;
}

/** The length of the incident by its timeline: from the start of the impact to its resolution (S1). */
export interface MeasuredDuration {
  readonly minutes: number;
  /** How far the truth may lie off, in minutes, where a time is only about right. */
  readonly tolerance: number;
  readonly from: TimelineEntry;
  readonly to: TimelineEntry;
}

/** Labels that mean the whole incident; "Time to detection" and its like are other lengths. */
const whole =
  /^(?:(?:total|overall|full|estimated|approximate) )?(?:(?:incident|impact|outage|downtime|service|customer|user|event) )*(?:duration|downtime|length)(?: of (?:the )?(?:incident|impact|outage|event))?$/;

/** What the header, the impact and other sections state as the incident's length, in document order. */
export function durationFields({ fields, alignment, each }: IncidentDocument): DurationField[] {
  const roleOf = (section: Section): string | undefined =>
    alignment.matches.find((match) => match.section === section)?.schema.role;
  return each(wholeLength, fields).filter(({ field }) => {
    // A section of its own may tell of a part of the incident, or of one of several.
    const role = field.section && field.style !== 'section' ? roleOf(field.section) : 'header';
    return role === 'header' || role === 'impact' || role === 'summary';
  });
}

function wholeLength(field: Field): readonly DurationField[] {
  const stated = whole.test(normalizeLabel(field.label)) ? readDuration(field.value) : undefined;
  return stated ? [{ field, stated }] : [];
}

const window = /(\d{1,2}):(\d{2})\D{1,12}?(\d{1,2}):(\d{2})(?!:|\s?[ap]\.?m)/i;

/** "2 h 10 min (13:48–15:58)": whether a field says from when to when, and the timeline has an entry at each of the two. */
export function isBetweenEntries({ field, stated }: DurationField, { timeline }: IncidentDocument): boolean {
  const [hour, minute, laterHour, laterMinute] = window.exec(field.value)?.slice(1).map(Number) ?? [];
  if (hour === undefined || minute === undefined || laterHour === undefined || laterMinute === undefined) return false;
  const [from, to] = [hour * 60 + minute, laterHour * 60 + laterMinute];
  const isEntry = (minutes: number): boolean =>
    timeline?.entries.some(({ stamp: { time } }) => time && time.hour * 60 + time.minute === minutes) ?? false;
  const length = (to - from + 1440) % 1440;
  return Math.abs(length - stated.minutes) <= stated.tolerance && isEntry(from) && isEntry(to);
}

/** A sentence that states how long the incident lasted. */
export interface SaidLength {
  readonly span: Span;
  readonly words: string;
  readonly stated: StatedDuration;
}

/** How long the incident lasted by the document's prose, in document order; a part of the incident left aside. */
export function saidLengths({ prose, each }: IncidentDocument): SaidLength[] {
  return each(lengthsIn, prose).map(({ passage, index, length, stated }) => ({
    span: passage.spanOf(index, index + length),
    words: passage.words.slice(index, index + length),
    stated,
  }));
}

function lengthsIn(passage: Passage) {
  return outageLengths(passage.words)
    .filter(({ ofPart, bound }) => !ofPart && bound === undefined)
    .map((said) => ({ ...said, passage }));
}

/** Stamps that are only about right may be this far off, in minutes. */
const aboutRight = 30;

/** Undefined where the timeline does not say both when the impact began and when it was over. */
export function measuredDuration({ timeline }: IncidentDocument): MeasuredDuration | undefined {
  const length = timeline && incidentDuration(timeline);
  if (!length) return undefined;
  const entryAt = (time: number, ...milestones: readonly TimelineEntry['milestone'][]): TimelineEntry | undefined =>
    timeline.entries.find(({ at, milestone }) => at === time && milestones.includes(milestone));
  const from = entryAt(length.from, 'impact-started', 'detected');
  const to = entryAt(length.to, 'resolved');
  if (!from || !to) return undefined;
  const vague = from.stamp.approximate || to.stamp.approximate;
  return { minutes: length.minutes, tolerance: vague ? aboutRight : 0, from, to };
}
