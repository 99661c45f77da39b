import type { Field, IncidentDocument } from '../model/document.ts';
import {
  durationFields,
  isBetweenEntries,
  measuredDuration,
  saidLengths,
  type DurationField,
  type MeasuredDuration,
  type SaidLength,
} from '../model/durations.ts';
import type { TimelineEntry } from '../model/timeline/timeline.ts';
import { formatDuration } from '../model/values/duration.ts';
import { rewriteDuration } from '../model/values/durationStyle.ts';
import { excerpt } from '../text/excerpt.ts';
import { slice } from '../text/slice.ts';
import { defineRule, type Finding, type Fix } from './rule.ts';

/** A stated length of the incident that is not the one from the start of the impact to its resolution. */
export const durationMismatch = defineRule({
  id: 'duration-mismatch',
  kinds: ['postmortem'],
  summary: 'A stated duration is not that of the timeline, or two differ.',
  level: 'warning',
  fixable: true,
  *check(document) {
    const fields = durationFields(document);
    const measured = measuredDuration(document);
    if (measured) {
      // By a day that is only guessed nothing is wrong; that it should be written is a matter of its own.
      if (document.timeline?.entries.some(({ pastMidnight }) => pastMidnight)) return;
      for (const item of fields) {
        if (differs(item, measured) && !countsFromBefore(item, measured, document) && !isBetweenEntries(item, document))
          yield againstTimeline(item, measured, document);
      }
      return;
    }
    const [first, ...others] = fields;
    if (!first) return;
    for (const other of others) if (differs(other, { ...first.stated })) yield againstField(other, first);
    const said = saidLengths(document);
    // Where sentences differ among themselves they tell of several things.
    if (said[0] && said.every(({ stated }) => differs(first, stated))) yield againstSentence(first, said[0]);
  },
});

function differs(
  { stated }: DurationField,
  { minutes, tolerance }: Pick<MeasuredDuration, 'minutes' | 'tolerance'>,
): boolean {
  return Math.abs(stated.minutes - minutes) > Math.max(stated.tolerance, tolerance);
}

/** Where no entry says when the impact began, it may have been with one before the detection, such as a deployment. */
function countsFromBefore(
  item: DurationField,
  { from, to, ...measured }: MeasuredDuration,
  document: IncidentDocument,
): boolean {
  const { entries = [] } = document.timeline ?? {};
  if (entries.some(({ milestone }) => milestone === 'impact-started')) return false;
  return entries.some(({ at }) => {
    if (at === undefined || to.at === undefined || at >= (from.at ?? 0)) return false;
    return !differs(item, { ...measured, minutes: (to.at - at) / 60_000 });
  });
}

function againstTimeline({ field }: DurationField, measured: MeasuredDuration, { text }: IncidentDocument): Finding {
  const from = slice(text, measured.from.stamp.span);
  const to = slice(text, measured.to.stamp.span);
  const length = formatDuration(measured.minutes);
  const fix = rewritten(field, measured.minutes, text);
  return {
    span: field.valueSpan,
    message: `The incident lasted ${length} by the timeline, from ${from} to ${to}; correct this duration or the timeline.`,
    related: [related(measured.from, 'The impact began.'), related(measured.to, 'It was resolved.')],
    ...(fix ? { fix } : {}),
  };
}

function againstField({ field }: DurationField, first: DurationField): Finding {
  return {
    span: field.valueSpan,
    message: `This duration is not the one stated above, "${first.field.value}"; make the two agree.`,
    related: [{ span: first.field.valueSpan, message: 'The other duration.' }],
  };
}

function againstSentence({ field }: DurationField, { span, words }: SaidLength): Finding {
  return {
    span: field.valueSpan,
    message: `This duration is not the one that a sentence states, "${excerpt(words)}"; make the two agree.`,
    related: [{ span, message: 'The other duration.' }],
  };
}

function related({ stamp }: TimelineEntry, message: string): NonNullable<Finding['related']>[number] {
  return { span: stamp.span, message };
}

function rewritten({ valueSpan }: Field, minutes: number, text: string): Fix | undefined {
  const found = rewriteDuration(slice(text, valueSpan), minutes);
  if (!found) return undefined;
  const span = { start: valueSpan.start + found.start, end: valueSpan.start + found.end };
  return { title: `Write ${found.text}`, edits: [{ span, text: found.text }] };
}
