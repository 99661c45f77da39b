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

/** The last review that a front matter or a label states; undefined where none does, or none that is a day. */
export function statedReview({ frontMatter, fields, outline }: IncidentDocument): StatedReview | undefined {
  const stated = [
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
  const days = stated.flatMap(({ label, value, span }) => {
    const iso = reviewedLabel.test(normalizeLabel(label)) ? readDate(value)?.iso : undefined;
    return iso === undefined ? [] : [{ iso, span }];
  });
  // Of "tested" and "updated" the later one counts.
  const last = days.toSorted((a, b) => a.iso.localeCompare(b.iso)).at(-1);
  if (!last) return undefined;
  const within = stated.find(({ label }) => withinLabel.test(normalizeLabel(label)));
  return { reviewed: last.iso, span: last.span, within: within && daysOf(within.value) };
}

function daysOf(value: string): number | undefined {
  const months = /^(\d+)\s*(?:months?|mo)\b/i.exec(value)?.[1];
  if (months !== undefined) return Math.round(Number(months) * 30.4);
  const years = /^(\d+)\s*(?:years?|y)\b/i.exec(value)?.[1];
  if (years !== undefined) return Number(years) * 365;
  const minutes = readDuration(value)?.minutes;
  return minutes === undefined ? undefined : minutes / (24 * 60);
}
