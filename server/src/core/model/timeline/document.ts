import type { Outline, Section } from '../../parse/outline.ts';
import type { DocumentKind } from '../../schema/vocabulary.ts';
import { makeAnew, type Recall } from '../../text/recall.ts';
import type { Field } from '../document.ts';
import { dateFromPath, dateFromTitle, readDate } from './documentDate.ts';
import { readTimeline } from './read.ts';
import type { CalendarDate, StatedZone, Timeline } from './timeline.ts';
import { findZone } from './zones.ts';

/** What the reading of a document's timeline depends on. */
export interface TimelineSource {
  readonly path: string;
  readonly text: string;
  readonly outline: Outline;
  readonly fields: readonly Field[];
  /** The document's title without its kind's prefix. */
  readonly title: string | undefined;
  /** The sections that the template calls a timeline; without any, headings that mean one are looked for. */
  readonly sections: readonly Section[];
  readonly kind: DocumentKind;
  /** Knows what was made of the same words in earlier readings. */
  readonly recall?: Recall;
}

/** Labels of the day on which an incident happened, surest first. */
const dateLabels: readonly RegExp[] = [
  /^(?:incident |event |outage )?date(?: ?(?:\/|and|&) ?time)?(?: of (?:the )?(?:incident|outage|event))?$/i,
  /^(?:incident |impact |outage )?(?:start(?:ed)?|began|occurred|detected)(?: (?:time|date|at|on))*$/i,
  /^(?:start (?:date|time)|date(?: ?\/ ?time)? started|when)$/i,
];
const zoneLabel = /^(?:time ?zone|tz)$/i;

/** Reads the timeline of a document; undefined where it has none. A runbook has one only where its template says so. */
export function readDocumentTimeline(source: TimelineSource): Timeline | undefined {
  const { outline, text, sections, kind, recall = makeAnew } = source;
  if (kind === 'runbook' && sections.length === 0) return undefined;
  return readTimeline(outline, text, {
    sections,
    recall,
    unnamed: true,
    documentDate: documentDate(source),
    statedZone: statedZone(source),
    defaultZone: 'UTC',
  });
}

/** The day of the incident: from a field, the title, the file's name, in this order. */
function documentDate({ fields, title, path }: TimelineSource): CalendarDate | undefined {
  for (const pattern of dateLabels) {
    for (const { label, value } of fields) {
      const date = pattern.test(label.trim()) ? readDate(value) : undefined;
      if (date) return date;
    }
  }
  return dateFromTitle(title ?? '') ?? dateFromPath(path);
}

function statedZone({ fields }: TimelineSource): StatedZone | undefined {
  const field = fields.find(({ label }) => zoneLabel.test(label.trim()));
  const zone = field && findZone(field.value, { start: 0, end: field.value.length });
  if (!field || !zone) return undefined;
  const { start } = field.valueSpan;
  return { ...zone, span: { start: start + zone.span.start, end: start + zone.span.end } };
}
