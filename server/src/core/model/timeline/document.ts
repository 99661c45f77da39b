import { spanOf } from '../../parse/markdown.ts';
import type { Outline, Section } from '../../parse/outline.ts';
import { partReader, readParts } from '../../parse/partReader.ts';
import type { DocumentKind } from '../../schema/vocabulary.ts';
import { anew, type Knowledge } from '../../text/knowledge.ts';
import type { Recall } from '../../text/recall.ts';
import { slice } from '../../text/slice.ts';
import type { Field } from '../document.ts';
import { dateFromPath, dateFromTitle, readDate, yearWithin } from './documentDate.ts';
import { readTimeline } from './read.ts';
import { namesTimeline } from './regions.ts';
import type { CalendarDate, StatedZone, Timeline } from './timeline.ts';
import { writtenMomentAt } from './writtenMoment.ts';
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
  /** The zone of times for which nothing states one; UTC where the team has settled none. */
  readonly defaultZone?: string | undefined;
  /** What is known from earlier readings. */
  readonly knowledge?: Knowledge;
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
  const { outline, text, sections, kind, knowledge = anew } = source;
  if (kind === 'runbook' && sections.length === 0) return undefined;
  const date = documentDate(source);
  return readTimeline(outline, text, {
    sections,
    knowledge,
    unnamed: true,
    documentDate: date,
    documentYear: date ? undefined : (yearWithin(source.title ?? '') ?? yearWithin(folderAndFile(source.path))),
    statedZone: statedZone(source),
    defaultZone: source.defaultZone ?? 'UTC',
  });
}

/**
 * The day of the incident: from a field, the title, the front matter, which on a site has the day of publication, the file's
 * name, and last what is told above the timeline, in this order.
 */
function documentDate(source: TimelineSource): CalendarDate | undefined {
  const { fields, title, path, outline } = source;
  const { recall } = source.knowledge ?? anew;
  const [site, own] = [fields.filter(isOfSite), fields.filter((field) => !isOfSite(field))];
  const titled = title ?? headingsAbove(outline);
  return (
    labelledDate(own, recall) ??
    dateFromTitle(titled) ??
    labelledDate(site, recall) ??
    dateFromPath(path) ??
    toldDate(source)
  );
}

function folderAndFile(path: string): string {
  return path.split('/').slice(-3).join('/');
}

function isOfSite({ style }: Field): boolean {
  return style === 'front-matter';
}

/** A front matter writes `detected_at`. */
function plain(label: string): string {
  return label.trim().replaceAll('_', ' ');
}

function labelledDate(fields: readonly Field[], recall: Recall): CalendarDate | undefined {
  for (const pattern of dateLabels) {
    for (const { label, value } of fields) {
      const date = pattern.test(plain(label)) ? recall(readDate, value) : undefined;
      if (date) return date;
    }
  }
  return undefined;
}

/** The headings before all else, of which one is the title where none is of level 1. */
function headingsAbove({ header, allSections }: Outline): string {
  if (header.some(({ type }) => type !== 'html')) return '';
  const last = allSections.findIndex(({ body }) => body.length > 0);
  const above = allSections.slice(0, last + 1);
  return above.map(({ heading }) => heading.text).join('\n');
}

/** The first full date in the words above the timeline: "On May 23rd, 2018 the monitoring reported …". */
function toldDate({ outline, sections, text, knowledge = anew }: TimelineSource): CalendarDate | undefined {
  const anchor =
    sections[0] ?? outline.allSections.find(({ heading }) => namesTimeline(heading.text)) ?? outline.allSections.at(-1);
  const end = anchor?.heading.span.start ?? text.length;
  const first = readParts(toldDatesIn, outline.parts, { text, ...knowledge }).find(({ span }) => span.start < end);
  return first?.date;
}

const toldDatesIn = partReader(
  ({ body }, { text }) =>
    body
      .flatMap((node) => (node.type === 'list' ? node.children : node))
      .flatMap((node) => {
        if (node.type !== 'paragraph' && node.type !== 'listItem') return [];
        const span = spanOf(node);
        const words = slice(text, span);
        const date = /\b(?:updated|published|written|created|modified)\b/i.test(words) ? undefined : readDate(words);
        return date ? [{ span, date }] : [];
      }),
  ({ span }) => [span],
);

/** The zone of a field of its own, else the one beside the moment at which it happened: `Date: 2024-01-15 14:05 +0100`. */
function statedZone({ fields, knowledge = anew }: TimelineSource): StatedZone | undefined {
  for (const names of [true, false]) {
    for (const field of fields) {
      const { label, value, valueSpan } = field;
      const wanted = names ? [zoneLabel] : dateLabels;
      if (!wanted.some((pattern) => pattern.test(plain(label)))) continue;
      const zone = knowledge.recall(names ? zoneIn : zoneOfMoment, value);
      // A site's generator writes the day of publication in UTC, wherever its authors are.
      if (!zone || (isOfSite(field) && zone.id === 'UTC')) continue;
      return { ...zone, span: { start: valueSpan.start + zone.span.start, end: valueSpan.start + zone.span.end } };
    }
  }
  return undefined;
}

function zoneIn(words: string): StatedZone | undefined {
  return findZone(words, { start: 0, end: words.length });
}

function zoneOfMoment(words: string): StatedZone | undefined {
  return writtenMomentAt(words, 0, words.length, false)?.zone;
}
