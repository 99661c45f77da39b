import { normalizeLabel } from '../schema/label.ts';
import type { SectionSchema, Template } from '../schema/template.ts';
import type { FieldType } from '../schema/vocabulary.ts';
import type { LearnedField } from './fields.ts';
import type { LearnedForm, LearnedPart } from './form.ts';

/**
 * What the built-in templates say of a section's purpose: the words that a person replaces. The templates that are most like
 * the form go first; what stands below a list of actions is actions.
 */
export function sectionPlaceholder(
  part: LearnedPart,
  above: LearnedPart | undefined,
  form: LearnedForm,
  templates: readonly Template[],
): string {
  const roles = new Set(form.sections.map(({ role }) => role));
  const likeness = ({ kind, sections }: Template): number =>
    (kind === form.kind ? 100 : 0) + sections.filter(({ role }) => roles.has(role)).length;
  const schemas = templates
    // What a runbook wants to know is nothing that the others ask for.
    .filter(({ kind }) => (kind === 'runbook') === (form.kind === 'runbook'))
    .toSorted((a, b) => likeness(b) - likeness(a))
    .flatMap(({ sections }) => sections.flatMap(withChildren));
  const wordsFor = (role: string): string | undefined =>
    schemas.flatMap((schema) => (schema.role === role ? (ownWords(schema.stub) ?? []) : []))[0];
  return (
    wordsFor(part.role) ??
    (above?.role === 'actions' ? wordsFor('actions') : undefined) ??
    `[${withoutBrackets(part.heading)}]`
  );
}

/** The first words in brackets that are neither a field's value nor part of a heading. */
function ownWords(stub: string): string | undefined {
  const lines = stub.split('\n').filter((line) => !/^#|\*\*|:\s*\[/.test(line));
  return /\[[^[\]|]{6,}\](?!\()/.exec(lines.join('\n'))?.[0];
}

function withoutBrackets(words: string): string {
  return words.replace(/[[\]]/g, '').trim();
}

function withChildren(schema: SectionSchema): readonly SectionSchema[] {
  return [schema, ...schema.children.flatMap(withChildren)];
}

const byType: Readonly<Partial<Record<FieldType, string>>> = {
  date: 'YYYY-MM-DD',
  'date-time': 'YYYY-MM-DD HH:MM',
  duration: '[X hours Y minutes]',
  people: '[Names]',
};

/** What a person replaces by the value of a field. */
export function fieldPlaceholder({ label, type, values }: LearnedField): string {
  if (values.length > 1) return `[${values.join(' | ')}]`;
  if (/^time to /i.test(label)) return '[X hours Y minutes]';
  return byType[type] ?? `[${withoutBrackets(label)}]`;
}

/** What stands in an example's cell below a column's head. */
export function cellPlaceholder(column: string): string {
  const name = normalizeLabel(column);
  if (/^(?:owner|assignee|who|responsible|dri)\b/.test(name)) return '@owner';
  if (/^(?:action|item|task|what|description|todo)\b/.test(name)) return '[A verb and an outcome to be seen]';
  if (/^(?:due|deadline|eta|target)\b/.test(name)) return 'YYYY-MM-DD';
  return column.trim() === '' ? '' : `[${withoutBrackets(column)}]`;
}
