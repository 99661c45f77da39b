import { frontMatterText, scalarText, type FrontMatter } from '../parse/frontMatter.ts';
import type { LabelledValue } from '../parse/labels.ts';
import type { Outline, Section } from '../parse/outline.ts';
import { partReader, readParts, type PartReader, type PartSource } from '../parse/partReader.ts';
import { wordsOf } from '../parse/walk.ts';
import type { Alignment } from '../schema/align.ts';
import { normalizeLabel } from '../schema/label.ts';
import type { FieldSchema, Template } from '../schema/template.ts';
import { typeOfLabel } from '../schema/synonyms.ts';
import type { Recall } from '../text/recall.ts';
import type { Span } from '../text/span.ts';
import { trimmed } from '../text/slice.ts';
import type { Field } from './document.ts';

/** Where the facts of a document stand. */
export interface FieldSource extends PartSource {
  readonly outline: Outline;
  readonly frontMatter: FrontMatter;
  readonly labels: readonly LabelledValue[];
  readonly template: Template;
  readonly alignment: Alignment;
}

const noFields: readonly FieldSchema[] = [];

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
  ...source
}: FieldSource): readonly Field[] {
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
    return section ? noFields : template.fields;
  };
  const { recall, latest } = source;
  const labelled = labels.map((label) => latest(fieldOf, label, [schemasOf(label.section)], recall));
  const headings = readParts(recall(sectionFields, template), outline.parts, source);
  const all = [
    ...latest(frontMatterFields, frontMatter, [template.fields], recall),
    ...labelled,
    // What has sections below it tells more than a fact.
    ...headings.filter(({ section }) => section?.children.length === 0),
  ];
  return latest(inTextOrder, template, [all]);
}

function inTextOrder(_: Template, [fields]: readonly [readonly Field[]]): readonly Field[] {
  return fields.toSorted((a, b) => a.labelSpan.start - b.labelSpan.start);
}

function fieldOf(label: LabelledValue, [schemas]: readonly [readonly FieldSchema[]], recall: Recall): Field {
  return withName({ ...label, schema: schemaFor(label.label, schemas, recall) });
}

function withName(field: Omit<Field, 'name'>): Field {
  return { ...field, name: normalizeLabel(field.schema?.label ?? field.label) };
}

function schemaFor(label: string, schemas: readonly FieldSchema[], recall: Recall): FieldSchema | undefined {
  return schemas.length === 0 ? undefined : recall(recall(fieldFinder, schemas), label);
}

/** The first field of the header, the front matter or a section of its own that stands for a field of the template. */
export function headerField(fields: readonly Field[], label: string): Field | undefined {
  const wanted = normalizeLabel(label);
  return fields.find(({ section, style, name }) => name === wanted && (section === undefined || style === 'section'));
}

/** Whether a front matter tells of the incident: a site's own, with `date` and `author`, says neither of these. */
export function tellsOfIncident(frontMatter: FrontMatter): boolean {
  return ['kind', 'severity'].some((key) => frontMatterText(frontMatter, key) !== undefined);
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

/** What reads the sections that are called as a field of a template, by their headings alone. */
function sectionFields({ fields }: Template): PartReader<Field> {
  const find = fieldFinder(fields);
  return partReader(
    ({ section }, { text }) => {
      if (!section || fields.length === 0) return [];
      const schema = find(section.heading.text);
      return schema || isTelling(section.heading.text) ? [sectionField(section, schema, text)] : [];
    },
    ({ valueSpan }) => [valueSpan],
  );
}

/** Whether a label tells of the incident what not each template asks for, and reports count by. */
function isTelling(label: string): boolean {
  const type = typeOfLabel(normalizeLabel(label));
  return type === 'severity' || type === 'duration';
}

/** "Author" stands for "Authors", "Incident date" for "Date": another label of the same type, where only one has it. */
function sameType(normalized: string, schemas: readonly FieldSchema[]): FieldSchema | undefined {
  const type = typeOfLabel(normalized);
  if (type === 'text' || type === 'people' || type === 'date-time') {
    const singular = normalized.replace(/^(?:written|prepared) by$/, 'author').replace(/s$/, '');
    return schemas.find((schema) => normalizeLabel(schema.label).replace(/s$/, '') === singular);
  }
  const same = schemas.filter((schema) => schema.type === type);
  // "Date" is what a template that asks for the time as well calls "Date/time".
  const alike = same.length === 0 && type === 'date' ? schemas.filter((schema) => schema.type === 'date-time') : same;
  return alike.length === 1 ? alike[0] : undefined;
}

/** `detected_at`: the moment of the incident, where a site has that of the publication under `date`. */
const happened = /^(?:(?:incident|impact|outage) )?(?:start(?:ed)?|occurred|detected)(?: (?:at|on|time|date))*$/i;

function frontMatterFields(
  frontMatter: FrontMatter,
  [schemas]: readonly [readonly FieldSchema[]],
  recall: Recall,
): readonly Field[] {
  return frontMatter.entries.flatMap(({ key, keySpan, value, valueSpan }): Field[] => {
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) return [];
    const label = key.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/[_-]+/g, ' ');
    const schema = schemaFor(label, schemas, recall);
    const words = Array.isArray(value) ? value.map(scalarText).filter(Boolean).join(', ') : scalarText(value);
    if (!schema && !isTelling(label) && !happened.test(label)) return [];
    const place = { labelSpan: keySpan, valueSpan, style: 'front-matter', section: undefined } as const;
    return [withName({ label: key, value: words, schema, ...place })];
  });
}

function sectionField(section: Section, schema: FieldSchema | undefined, text: string): Field {
  const valueSpan: Span = trimmed(text, section.bodySpan);
  return withName({
    label: section.heading.text,
    labelSpan: section.heading.textSpan,
    value: section.body.map(wordsOf).join(', '),
    valueSpan,
    style: 'section',
    section,
    schema,
  });
}
