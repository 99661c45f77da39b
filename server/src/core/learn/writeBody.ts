import type { Template } from '../schema/template.ts';
import type { LearnedField } from './fields.ts';
import type { LearnedForm, LearnedPart } from './form.ts';
import { cellPlaceholder, fieldPlaceholder, sectionPlaceholder } from './placeholders.ts';
import type { LearnedTimeline } from './timelineForm.ts';

/** What the examples of a timeline say. */
const events = ['[First alert]', '[Incident declared]', '[Mitigation started]', '[Full recovery confirmed]'];

/** What a template has below a heading, before its subsections: blocks, to be parted by empty lines. */
export function writeBody(
  part: LearnedPart,
  above: LearnedPart | undefined,
  form: LearnedForm,
  templates: readonly Template[],
): readonly string[] {
  const fields = writeFields(part.fields);
  const { kind, timeline } = form;
  if (part.role === 'timeline' && kind !== 'runbook') return [...fields, ...writeTimeline(timeline, part)];
  return [...fields, ...writeContent(part, sectionPlaceholder(part, above, form, templates))];
}

/** The fields as documents write them: lines and bullets together, a table of two columns. */
export function writeFields(fields: readonly LearnedField[]): readonly string[] {
  const rows = fields
    .filter(({ style }) => style === 'table-row')
    .map((field) => [field.label, fieldPlaceholder(field)]);
  const lines = fields
    .filter(({ style }) => style !== 'table-row')
    .map((field) => `${field.lead} ${fieldPlaceholder(field)}`);
  return [...(lines.length > 0 ? [lines.join('\n')] : []), ...(rows.length > 1 ? [writeTable(rows)] : [])];
}

function writeContent({ body, children, fields }: LearnedPart, words: string): readonly string[] {
  const shell =
    body.shell && children.length === 0 ? [`\`\`\`${body.shell}\n# [What this shows or changes]\n\`\`\``] : [];
  if (body.form === 'table' && body.columns.length > 0) {
    return [writeTable([body.columns, body.columns.map(cellPlaceholder)]), ...shell];
  }
  // Fields, or subsections, say all that there is.
  if (fields.length > 0 && fields.every(({ style }) => style === 'bullet')) return shell;
  if (body.form === 'nothing' && children.length > 0) return shell;
  const mark = marks[body.form] ?? '';
  // A block belongs to the list's item.
  return [`${mark}${words}`, ...shell.map((block) => block.replace(/^/gm, ' '.repeat(mark.indexOf(' ') + 1)))];
}

const marks: Readonly<Record<string, string>> = { bullets: '- ', numbers: '1. ', tasks: '- [ ] ' };

function writeTimeline(timeline: LearnedTimeline | undefined, { body }: LearnedPart): readonly string[] {
  if (!timeline) return ['- **HH:MM** - [What happened]'];
  const sentence = timeline.sentence === undefined ? [] : [timeline.sentence];
  if (timeline.form === 'table-row' || body.form === 'table') {
    const columns = body.columns.length > 1 ? body.columns : ['Time', 'Event'];
    return [...sentence, writeTable([columns, columns.map((column) => timeCell(column, timeline))])];
  }
  return [...sentence, ...writeEntries(timeline)];
}

/** The examples of entries. */
export function writeEntries({ stamp, before, after, form, labels }: LearnedTimeline): readonly string[] {
  if (labels.length > 0) return [labels.map((label) => `- ${label} ${stamp}`).join('\n')];
  if (form === 'heading') return [`${before}${stamp}`, '[What happened]'];
  const entries = events.map((event) => `${before}${stamp}${after}${event}`);
  return form === 'bullet' ? [entries.join('\n')] : entries;
}

function timeCell(column: string, { stamp }: LearnedTimeline): string {
  const [date, time] = [/\bdate\b/i.test(column), /\btime\b/i.test(column)];
  if (date && !time) return 'YYYY-MM-DD';
  if (time) return date ? 'YYYY-MM-DD HH:MM' : stamp;
  return /^(?:event|what|description|action|entry|details?)\b/i.test(column.trim())
    ? '[What happened]'
    : cellPlaceholder(column);
}

/** A table with its columns under each other; the first row is the header. */
function writeTable(rows: readonly (readonly string[])[]): string {
  const header = rows[0] ?? [];
  const widths = header.map((_, column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[], fill: string): string =>
    `| ${widths.map((width, column) => (cells[column] ?? '').padEnd(width, fill)).join(' | ')} |`;
  const [first = '', ...others] = rows.map((row) => line(row, ' '));
  return [first, line([], '-'), ...others].join('\n');
}
