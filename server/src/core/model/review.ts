import { spanOf } from '../parse/markdown.ts';
import { wordsOf } from '../parse/walk.ts';
import { normalizeLabel } from '../schema/label.ts';
import type { Span } from '../text/span.ts';
import type { IncidentDocument } from './document.ts';
import { readDate } from './values/date.ts';
import { readDuration } from './values/duration.ts';

/** When a runbook was last looked at, as it says itself. */
export interface StatedReview {
  /** `2024-01-15` */
  readonly reviewed: string;
  readonly span: Span;
  /** After how many days it wants to be looked at again; undefined where it does not say. */
  readonly within: number | undefined;
}

const reviewedLabel =
  /^(?:last )?(?:review(?:ed)?|verif(?:ied|ication)|tested|validated|checked|updated)(?: (?:on|at|date))?$|^(?:review|verification|test) date$|^last(?: reviewed| verified| tested| updated) (?:on|at|date)$/;
const withinLabel = /^(?:review (?:in|every|within|interval|cycle|period|after)|reviewed every)$/;

const dueLabel =
  /^(?:to be reviewed|review(?: due)?|due for review) (?:by|before)$|^(?:next review|review due|due for review)(?: (?:on|by|date|due))?$/;

/** The day by which a runbook says that it is to be reviewed. */
export interface ReviewDay {
  /** `2024-01-15` */
  readonly day: string;
  readonly span: Span;
}

/** The day that a front matter or a label sets for the next review; undefined where none does, or another review has been since. */
export function nextReview(document: IncidentDocument): ReviewDay | undefined {
  const days = document.recall(statements, document).flatMap(({ label, value, span }) => {
    const day = dueLabel.test(normalizeLabel(label)) ? readDate(value)?.iso : undefined;
    return day === undefined ? [] : [{ day, span }];
  });
  const last = days.toSorted((a, b) => a.day.localeCompare(b.day)).at(-1);
  return last && (statedReview(document)?.reviewed ?? '') < last.day ? last : undefined;
}

/** What the front matter says, and the labels at the beginning and the end. */
function statements({ frontMatter, fields, outline }: IncidentDocument) {
  return [
    ...frontMatter.entries.map(({ key, value, valueSpan }) => ({
      label: key.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]+/g, ' '),
      value: value instanceof Date ? value.toISOString() : typeof value === 'string' ? value : '',
      span: valueSpan,
    })),
    ...fields
      .filter(
        ({ section }) => section === undefined || section.parent === undefined || section === outline.sections.at(-1),
      )
      .map(({ label, value, valueSpan }) => ({ label, value, span: valueSpan })),
  ];
}

/** The last review that a front matter or a label states; undefined where none does, or none that is a day. */
export function statedReview(document: IncidentDocument): StatedReview | undefined {
  const stated = document.recall(statements, document);
  const days = stated.flatMap(({ label, value, span }) => {
    const iso = reviewedLabel.test(normalizeLabel(label)) ? readDate(value)?.iso : undefined;
    return iso === undefined ? [] : [{ iso, span }];
  });
  days.push(...reviewsInWords(document));
  // Of "tested" and "updated" the later one counts.
  const last = days.toSorted((a, b) => a.iso.localeCompare(b.iso)).at(-1);
  if (!last) return undefined;
  const within = stated.find(({ label }) => withinLabel.test(normalizeLabel(label)));
  return { reviewed: last.iso, span: last.span, within: within && daysOf(within.value) };
}

/** A short sentence at the beginning or the end: "This page was last reviewed on 10 March 2022." */
const reviewedSentence =
  /^(?:this (?:runbook|document|page|playbook|guide) (?:was|has been) )?(?:last )?(?:reviewed|verified|tested|validated|updated)(?: and \w+)?(?: by [\w@. ]{1,40}?)?(?:,?|:) (?:on |at |in )?\s*(?=\d|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;
const longestSentence = 120;

function reviewsInWords({ outline, text }: IncidentDocument): { iso: string; span: Span }[] {
  const last = outline.allSections.at(-1)?.body ?? [];
  const paragraphs = [...outline.header, ...last].filter(({ type }) => type === 'paragraph');
  return paragraphs.flatMap((node) => {
    const words = wordsOf(node);
    const lead = words.length <= longestSentence ? reviewedSentence.exec(words)?.[0] : undefined;
    const date = lead === undefined ? undefined : readDate(words.slice(lead.length));
    if (lead === undefined || date?.iso === undefined) return [];
    const written = words.slice(lead.length, lead.length + date.length).trimEnd();
    const place = spanOf(node);
    const index = text.slice(place.start, place.end).indexOf(written);
    const start = place.start + index;
    return [{ iso: date.iso, span: index < 0 ? place : { start, end: start + written.length } }];
  });
}

function daysOf(value: string): number | undefined {
  const months = /^(\d+)\s*(?:months?|mo)\b/i.exec(value)?.[1];
  if (months !== undefined) return Math.round(Number(months) * 30.4);
  const years = /^(\d+)\s*(?:years?|y)\b/i.exec(value)?.[1];
  if (years !== undefined) return Number(years) * 365;
  const minutes = readDuration(value)?.minutes;
  return minutes === undefined ? undefined : minutes / (24 * 60);
}
