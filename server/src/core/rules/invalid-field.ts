import type { Field, IncidentDocument } from '../model/document.ts';
import { tellsOfIncident } from '../model/fields.ts';
import { clockAt } from '../model/timeline/clock.ts';
import { saysNothing } from '../model/values/absent.ts';
import { readDate } from '../model/values/date.ts';
import { correctedDuration, isLengthOfTime } from '../model/values/duration.ts';
import { severityIn, severityNames } from '../model/values/severity.ts';
import { latestStatus, readStatus, statusNames } from '../model/values/status.ts';
import { normalizeLabel } from '../schema/label.ts';
import { typeOfLabel } from '../schema/synonyms.ts';
import type { Likeness } from '../schema/classify.ts';
import type { FieldSchema, Template } from '../schema/template.ts';
import type { DocumentKind, FieldType } from '../schema/vocabulary.ts';
import { oneOf } from '../shapes/words.ts';
import { excerpt } from '../text/excerpt.ts';
import { nearestWord } from '../text/nearest.ts';
import { contains } from '../text/span.ts';
import { defineRule, everyKind, type Finding, type Level } from './rule.ts';

/** A date, length of time, severity or status that nothing can be counted or sorted by. */
export const invalidField = defineRule({
  id: 'invalid-field',
  kinds: everyKind,
  summary: 'A date, duration, severity or status is not written so that it can be understood.',
  level: 'error',
  fixable: true,
  *check(document) {
    const { kind, template, likeness, latest } = document;
    for (const field of document.fields) {
      const found = latest(judged, field, [kind, template, likeness]);
      if (found && isChecked(document, field)) yield finding(document, field, found.lead, found.problem);
    }
  },
});

type Judgement = readonly [kind: DocumentKind, template: Template, likeness: Likeness];

/** What is wrong with a field's value, and how many characters stand before what is judged. */
function judged(
  field: Field,
  [kind, template, likeness]: Judgement,
): { readonly lead: number; readonly problem: Problem } | undefined {
  const schema = field.schema ?? schemaByLabel(field);
  // Of a runbook "Severity" is its alert's, and "Status" its own: "critical", "active". The words are the team's.
  if (!schema || (kind === 'runbook' && !field.schema && !schema.type.startsWith('date'))) return undefined;
  const lead = /^[^\p{L}\p{N}]*/u.exec(field.value)?.[0].length ?? 0;
  const value = field.value.slice(lead);
  const problem =
    schema.type === 'text'
      ? choiceProblem(value, schema, template)
      : judges[schema.type]?.(value, schema, likeness === 'declared');
  if (!problem) return undefined;
  // A form of the team's own has words of its own.
  const isTheirs = likeness === 'distant' && schema.type === 'status' && !problem.replacement;
  return { lead, problem: isTheirs ? { ...problem, level: 'information' } : problem };
}

/** In the header "Date" means the same to everybody, whether the template asks for it or not. */
function schemaByLabel({ label, section, style }: Field): FieldSchema | undefined {
  const type = section === undefined ? typeOfLabel(normalizeLabel(label)) : 'text';
  if (type === 'text' || type === 'people' || type === 'services') return undefined;
  const placeholder = type === 'date' ? 'YYYY-MM-DD' : '';
  return { label, synonyms: [], type, required: false, values: [], style, placeholder };
}

/** What is wrong with a value, and what its beginning is to be replaced by where the intent is clear. */
interface Problem {
  readonly message: string;
  /** Lower than an error for what everybody understands: "SEV2" for SEV-2. */
  readonly level?: Level;
  readonly replacement?: { readonly length: number; readonly text: string };
}

/** Empty values and template words are other rules' findings; a section that tells a story is no value. */
function isChecked({ frontMatter, placeholders }: IncidentDocument, { value, valueSpan, style, name }: Field): boolean {
  // "None (caught in staging)", "TBD, logs are gone"
  if (saysNothing(value.replace(/\s*[,;(–—].*$/s, '')) || placeholders.some(({ span }) => contains(valueSpan, span)))
    return false;
  if (style === 'front-matter') return tellsOfIncident(frontMatter);
  return (style !== 'section' && name !== 'status') || value.split(' ').length <= 6;
}

/** How a value of each type is judged; `exact` asks for the template's own form as well, where the document follows it. */
type Judge = (value: string, schema: FieldSchema, exact: boolean) => Problem | undefined;
const judges: Readonly<Partial<Record<FieldType, Judge>>> = {
  date: dateProblem,
  'date-time': dateProblem,
  duration: durationProblem,
  severity: severityProblem,
  status: statusProblem,
};

function dateProblem(value: string, { type, placeholder }: FieldSchema, exact: boolean): Problem | undefined {
  const date = readDate(value);
  if (!date) {
    if (/\b\d{4}-\d{2}-\d{2}\b/.test(value)) return undefined;
    if (type === 'date-time' && clockAt(value, 0, value.length, 'any')) return undefined;
    return { message: `"${excerpt(value)}" is no date; write the day as 2024-01-15.` };
  }
  const written = value.slice(0, date.length).trimEnd();
  if (date.problem === 'impossible')
    return { message: `"${written}" is no day of the calendar; write one, such as 2024-01-15.` };
  if (date.problem === 'ambiguous')
    return { message: `"${written}" is one of two days; write ${date.readings.join(' or ')}.` };
  if (date.problem === 'no-year') return { message: `"${written}" lacks its year; write the day as 2024-01-15.` };
  if (date.canonical || date.iso === undefined || !exact || !placeholder.includes('YYYY-MM-DD')) return undefined;
  const text = withLastDay(written, date.iso);
  const message = `"${written}" is not written as dates are sorted and compared; write ${text}.`;
  // Of "January 30 - February 2, 2024" only the author can tell what is meant.
  const numbers = (written.match(/\d+/g)?.length ?? 0) - (text === date.iso ? 0 : 1);
  const single = numbers === (/[a-z]{3}/i.test(written) ? 2 : 3) || /^\d{8}$/.test(written);
  return single ? { message, replacement: { length: written.length, text } } : { message };
}

/** "January 14-19, 2024" names two days: 2024-01-14 to 2024-01-19. */
function withLastDay(written: string, iso: string): string {
  const last = /\b\d{1,2}(?:st|nd|rd|th)?\s*(?:-|–|to)\s*(\d{1,2})(?:st|nd|rd|th)?\b(?!\s*[-/.]\s*\d)/i.exec(
    written,
  )?.[1];
  if (last === undefined || !/[a-z]{3}/i.test(written) || Number(last) <= Number(iso.slice(8))) return iso;
  return `${iso} to ${iso.slice(0, 8)}${last.padStart(2, '0')}`;
}

function durationProblem(value: string): Problem | undefined {
  if (isLengthOfTime(value) || /^(?:still|ongoing|in progress|no|none|zero|not)\b/i.test(value)) return undefined;
  const corrected = correctedDuration(value);
  return {
    message: `"${excerpt(value)}" is no length of time; write it as ${corrected ?? '2 hours 35 minutes'}.`,
    ...(corrected === undefined ? {} : { replacement: { length: value.length, text: corrected } }),
  };
}

function severityProblem(value: string, { values }: FieldSchema, exact: boolean): Problem | undefined {
  const vocabulary = values.length > 0 ? values : severityNames;
  const severity = severityIn(value, vocabulary);
  if (!severity) return { message: `"${excerpt(value)}" is no severity; write ${oneOf(vocabulary)}.` };
  const written = value.slice(0, severity.length);
  if (!exact || written.toLowerCase() === severity.name.toLowerCase()) return undefined;
  const isPlain = lettersOf(written) === lettersOf(severity.name);
  return {
    message: `"${written}" is called ${severity.name} here; write ${severity.name}.`,
    ...(isPlain ? { level: 'information' } : {}),
    replacement: { length: severity.length, text: severity.name },
  };
}

/** What a team lists in a template of its own are the words that the value may be; ours are suggestions. */
function choiceProblem(
  value: string,
  { values, placeholder }: FieldSchema,
  { kind, name, path }: Template,
): Problem | undefined {
  if (values.length < 2 || path === `${kind}/${name}.md`) return undefined;
  // "[API / Web / Mobile]" may as well be a few examples.
  if (/\s\/\s/.test(placeholder) && !placeholder.includes('|')) return undefined;
  const plain = lettersOf(value);
  if (values.some((word) => plain.startsWith(lettersOf(word)))) return undefined;
  const meant = nearestWord(value, values);
  return {
    message: `"${excerpt(value)}" is none of the words that the template has; write ${meant ?? oneOf(values)}.`,
    // A word of another meaning may only be missing in the template.
    ...(meant === undefined ? { level: 'warning' } : { replacement: { length: value.length, text: meant } }),
  };
}

function lettersOf(words: string): string {
  return words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function statusProblem(value: string, { values }: FieldSchema): Problem | undefined {
  if (readStatus(value, values)) return undefined;
  // Of "Investigating → Resolvd" the last word is wrong, and the first one stays.
  const words = latestStatus(value) === value ? (/^[\p{L}\s-]+/u.exec(value)?.[0].trim() ?? '') : '';
  const meant = nearestWord(words, [...values, ...statusNames]);
  const choice = meant ?? oneOf(values.length > 0 ? values : ['Draft', 'In Review', 'Final', 'Complete']);
  return {
    message: `"${excerpt(value)}" is no status; write ${choice}.`,
    ...(meant === undefined ? {} : { replacement: { length: words.length, text: meant } }),
  };
}

function finding({ text }: IncidentDocument, field: Field, lead: number, problem: Problem): Finding {
  const { message, replacement, level } = problem;
  const { valueSpan, value } = field;
  if (!replacement) return { span: valueSpan, message, ...(level ? { level } : {}) };
  const written = value.slice(lead, lead + replacement.length);
  const index = text.slice(valueSpan.start, valueSpan.end).indexOf(written);
  if (index < 0) return { span: valueSpan, message };
  const start = valueSpan.start + index;
  return {
    span: valueSpan,
    message,
    ...(level ? { level } : {}),
    fix: {
      title: `Write ${replacement.text}`,
      edits: [{ span: { start, end: start + written.length }, text: replacement.text }],
    },
  };
}
