import type { Field, IncidentDocument } from '../model/document.ts';
import { dateField, tellsOfIncident } from '../model/fields.ts';
import { isoDate } from '../model/timeline/calendar.ts';
import { dateFromTitle } from '../model/timeline/documentDate.ts';
import type { TimelineEntry } from '../model/timeline/timeline.ts';
import { readDate } from '../model/values/date.ts';
import { slice } from '../text/slice.ts';
import { defineRule, type Finding } from './rule.ts';

/** A date in the header on which, by the timeline or the title, nothing happened. */
export const dateMismatch = defineRule({
  id: 'date-mismatch',
  kinds: ['postmortem'],
  summary: 'The date is not a day of the timeline, or not that of the title.',
  level: 'warning',
  fixable: true,
  *check(document) {
    const field = dateField(document.fields);
    const stated = field && document.recall(readDate, field.value);
    if (!field) yield* inTitle(document);
    if (!field || stated?.iso === undefined || isOfSite(document, field)) return;
    const [first, last] = extremes(document);
    const [from, to] = [first?.day && isoDate(first.day), last?.day && isoDate(last.day)];
    if (first && from !== undefined && to !== undefined) {
      // Entries above the first date that is written are of the header's own day.
      const opens = document.timeline?.entries.some(({ day }) => day && isoDate(day) === stated.iso);
      if (!opens && !(from <= stated.iso && stated.iso <= to)) {
        const days = from === to ? `on ${from}` : `from ${from} to ${to}`;
        yield {
          span: field.valueSpan,
          message: `By the timeline it happened ${days}, not on ${stated.iso}; correct this date or the timeline.`,
          related: [{ span: first.stamp.span, message: `The first entry is of ${from}.` }],
          ...rewritten(document, field.valueSpan, field.value.slice(0, stated.length).trimEnd(), from),
        };
        return;
      }
    }
    const titled = document.title && dateFromTitle(document.title.subject);
    if (!document.title || !titled || isoDate(titled) === stated.iso) return;
    if (from !== undefined && to !== undefined && from <= isoDate(titled) && isoDate(titled) <= to) return;
    yield {
      span: field.valueSpan,
      message: `The title says ${isoDate(titled)}, this says ${stated.iso}; make the two agree.`,
      related: [{ span: document.title.subjectSpan, message: 'The date in the title.' }],
    };
  },
});

/** A site's front matter has the day of publication. */
function isOfSite({ frontMatter }: IncidentDocument, { style }: Field): boolean {
  return style === 'front-matter' && !tellsOfIncident(frontMatter);
}

/** Without a date in the header the title says when it happened. */
function* inTitle(document: IncidentDocument): Generator<Finding> {
  const { title, timeline } = document;
  const titled = title && dateFromTitle(title.subject);
  const [first, last] = extremes(document);
  if (!title || !titled || !first?.day || !last?.day) return;
  const [day, from, to] = [isoDate(titled), isoDate(first.day), isoDate(last.day)];
  const opens = timeline?.entries.some((entry) => entry.day && isoDate(entry.day) === day);
  if (opens || (from <= day && day <= to)) return;
  yield {
    span: title.subjectSpan,
    message: `By the timeline it happened ${from === to ? `on ${from}` : `from ${from} to ${to}`}, not on ${day}; correct the title or the timeline.`,
    related: [{ span: first.stamp.span, message: `The first entry is of ${from}.` }],
  };
}

/** The first and the last entry in the order of the calendar; what the header says of their day, it can't contradict. */
function extremes({ timeline }: IncidentDocument): (TimelineEntry | undefined)[] {
  const dated = (timeline?.entries ?? []).flatMap((entry) => (entry.day ? [{ entry, day: isoDate(entry.day) }] : []));
  const sorted = dated.toSorted((a, b) => a.day.localeCompare(b.day));
  return [sorted[0]?.entry, sorted.at(-1)?.entry];
}

function rewritten(
  { text }: IncidentDocument,
  span: Finding['span'],
  written: string,
  iso: string,
): Pick<Finding, 'fix'> {
  const index = slice(text, span).indexOf(written);
  if (index < 0) return {};
  const start = span.start + index;
  return { fix: { title: `Write ${iso}`, edits: [{ span: { start, end: start + written.length }, text: iso }] } };
}
