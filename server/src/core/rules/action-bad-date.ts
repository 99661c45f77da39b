import type { ActionDetail, ActionItem, IncidentDocument } from '../model/document.ts';
import { dateField } from '../model/fields.ts';
import { saysNothing } from '../model/values/absent.ts';
import { readDate, type StatedDate } from '../model/values/date.ts';
import { defineRule, type Finding } from './rule.ts';

/** A due date that is no day of the calendar, or written in another way than 2024-02-01. */
export const actionBadDate = defineRule({
  id: 'action-bad-date',
  kinds: ['incident', 'postmortem'],
  summary: 'A due date is no day that can be told for certain.',
  level: 'error',
  fixable: true,
  *check(document) {
    for (const { due, state, date } of document.each(odd, document.actionItems)) {
      if (date) yield* findings(due, date, document);
      // "Completed" where the day stood is no mistake any more.
      else if (state === 'open') yield inWords(due);
    }
  },
});

/** A due date that says something, and is not just a day. */
function odd({ due, state }: ActionItem) {
  if (!due || saysNothing(due.value)) return [];
  const date = readDate(due.value);
  return date && date.problem === undefined && date.canonical ? [] : [{ due, state, date }];
}

function* findings(due: ActionDetail, date: StatedDate, document: IncidentDocument): Generator<Finding> {
  const written = due.value.slice(0, date.length);
  const { span } = due;
  if (date.problem === 'impossible') {
    yield { span, message: `"${written}" is no day of the calendar; write one, such as 2024-02-01.` };
  } else if (date.problem === 'ambiguous') {
    yield { span, message: `"${written}" is one of two days; write ${date.readings.join(' or ')}.` };
  } else if (date.problem === 'no-year') {
    const iso = firstAfter(written, document);
    yield iso === undefined
      ? { span, message: `"${written}" lacks its year; write the day as 2024-02-01.` }
      : { span, message: `"${written}" lacks its year; write ${iso}.`, ...rewritten(due, written, iso, document.text) };
  } else if (!date.canonical && date.iso !== undefined) {
    yield {
      span,
      message: `"${written}" is not written as dates are sorted and compared; write ${date.iso}.`,
      ...rewritten(due, written, date.iso, document.text),
    };
  }
}

function inWords({ value, span }: ActionDetail): Finding {
  return { span, level: 'warning', message: `"${value}" is no day; set one, such as 2024-02-01.` };
}

/** A day without its year is the first such day on or after the document's own. */
function firstAfter(written: string, { fields }: IncidentDocument): string | undefined {
  const start = readDate(dateField(fields)?.value ?? '')?.iso;
  if (start === undefined) return undefined;
  const year = Number(start.slice(0, 4));
  return [year, year + 1].map((known) => readDate(`${written} ${known}`)?.iso).find((iso) => iso && iso >= start);
}

function rewritten({ span }: ActionDetail, written: string, iso: string, text: string): Pick<Finding, 'fix'> {
  const start = text.slice(span.start, span.end).indexOf(written);
  if (start < 0) return {};
  const place = { start: span.start + start, end: span.start + start + written.length };
  return { fix: { title: `Write ${iso}`, edits: [{ span: place, text: iso }] } };
}
