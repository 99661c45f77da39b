import { scalarText, type FrontMatter } from '../parse/frontMatter.ts';
import type { LabelledValue } from '../parse/labels.ts';
import type { Outline, Section } from '../parse/outline.ts';
import { wordsOf } from '../parse/walk.ts';
import type { Alignment } from '../schema/align.ts';
import { normalizeLabel } from '../schema/label.ts';
import type { FieldSchema, Template } from '../schema/template.ts';
import { typeOfLabel } from '../schema/synonyms.ts';
import type { Recall } from '../text/recall.ts';
import type { RecallEach } from '../text/recallEach.ts';
import type { Span } from '../text/span.ts';
import { trimmed } from '../text/slice.ts';
import type { Field } from './document.ts';

/** Where the facts of a document stand. */
export interface FieldSource {
  readonly outline: Outline;
  readonly frontMatter: FrontMatter;
  readonly labels: readonly LabelledValue[];
  readonly template: Template;
  readonly alignment: Alignment;
  readonly text: string;
  readonly recall: Recall;
  readonly each: RecallEach;
}

/**
 * The facts that a document states of itself, in all the forms of teams: front matter, labelled lines, bullets and tables,
 * a section for each (`## Authors`).
 */
export function readFields({
  outline,
  frontMatter,
  labels,
  template,
  alignment,
  text,
  recall,
  each,
}: FieldSource): Field[] {
  // Some state the header's facts in the summary.
  const matched = new Map(
    alignment.matches.map(({ section, schema: { role, fields } }) => [
      section,
      role === 'summary' && fields.length === 0 ? template.fields : fields,
    ]),
  );
  const schemasOf = (section: Section | undefined): readonly FieldSchema[] => {
    for (let part = section; part; part = part.parent) {
      const fields = matched.get(part);
      if (fields) return fields;
    }
    return section ? [] : template.fields;
  };
  const schemaFor = (label: string, schemas: readonly FieldSchema[]): FieldSchema | undefined =>
    schemas.length === 0 ? undefined : recall(recall(fieldFinder, schemas), label);
  const labelled = labels.map((label): Field => ({
    ...label,
    schema: schemaFor(label.label, schemasOf(label.section)),
  }));
  const headings = each(recall(sectionFinder, template), outline.allSections).flatMap(({ section, schema }): Field[] =>
    section.children.length === 0 ? [sectionField(section, schema, text)] : [],
  );
  return [
    ...frontMatterFields(frontMatter, (label) => schemaFor(label, template.fields)),
    ...labelled,
    ...headings,
  ].toSorted((a, b) => a.labelSpan.start - b.labelSpan.start);
}

/** The first field of the header, the front matter or a section of its own that stands for a field of the template. */
export function headerField(fields: readonly Field[], label: string): Field | undefined {
  const wanted = normalizeLabel(label);
  const named = (field: Field): boolean => normalizeLabel(field.schema?.label ?? field.label) === wanted;
  return fields.find((field) => (field.section === undefined || field.style === 'section') && named(field));
}

/** The header's field for the day of the incident: "Date", or "Date/time". */
export function dateField(fields: readonly Field[]): Field | undefined {
  return headerField(fields, 'Date') ?? headerField(fields, 'Date/time');
}

/** What finds the field of a template for a label. */
function fieldFinder(schemas: readonly FieldSchema[]): (label: string) => FieldSchema | undefined {
  const named = new Map<string, FieldSchema>();
  for (const schema of schemas)
    for (const name of [schema.label, ...schema.synonyms].map(normalizeLabel))
      if (!named.has(name)) named.set(name, schema);
  return (label) => {
    const normalized = normalizeLabel(label);
    return named.get(normalized) ?? sameType(normalized, schemas);
  };
}

/** What finds the sections that are called as a field of a template, by their headings alone. */
function sectionFinder({ fields }: Template) {
  const find = fieldFinder(fields);
  return (section: Section) => {
    const schema = fields.length === 0 ? undefined : find(section.heading.text);
    return schema ? [{ section, schema }] : [];
  };
}

/** "Author" stands for "Authors", "Incident date" for "Date": another label of the same type, where only one has it. */
function sameType(normalized: string, schemas: readonly FieldSchema[]): FieldSchema | undefined {
  const type = typeOfLabel(normalized);
  if (type === 'text' || type === 'people' || type === 'date-time') {
    const singular = normalized.replace(/s$/, '');
    return schemas.find((schema) => normalizeLabel(schema.label).replace(/s$/, '') === singular);
  }
  const same = schemas.filter((schema) => schema.type === type);
  // "Date" is what a template that asks for the time as well calls "Date/time".
  const alike = same.length === 0 && type === 'date' ? schemas.filter((schema) => schema.type === 'date-time') : same;
  return alike.length === 1 ? alike[0] : undefined;
}

function frontMatterFields(frontMatter: FrontMatter, schemaFor: (label: string) => FieldSchema | undefined): Field[] {
  return frontMatter.entries.flatMap(({ key, keySpan, value, valueSpan }): Field[] => {
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return [];
    const label = key.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]+/g, ' ');
    const schema = schemaFor(label);
    const words = Array.isArray(value) ? value.map(scalarText).filter(Boolean).join(', ') : scalarText(value);
    return schema
      ? [{ label: key, labelSpan: keySpan, value: words, valueSpan, style: 'front-matter', section: undefined, schema }]
      : [];
  });
}

function sectionField(section: Section, schema: FieldSchema, text: string): Field {
  const valueSpan: Span = trimmed(text, section.bodySpan);
  return {
    label: section.heading.text,
    labelSpan: section.heading.textSpan,
    value: section.body.map(wordsOf).join(', '),
    valueSpan,
    style: 'section',
    section,
    schema,
  };
}
