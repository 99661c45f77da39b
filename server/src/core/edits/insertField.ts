import type { Field, IncidentDocument } from '../model/document.ts';
import type { Section } from '../parse/outline.ts';
import type { Edit } from './edit.ts';
import type { FieldSchema } from '../schema/template.ts';
import { slice } from '../text/slice.ts';
import { at, type Span } from '../text/span.ts';
import { insertSection } from './insertSection.ts';

/** Where a field that is not there belongs, among those that are. */
export interface FieldPlace {
  readonly neighbour: Field;
  readonly side: 'before' | 'after';
}

/** The canonical place: after the nearest field that precedes it in the template, else before the nearest that follows. */
export function placeOfField(
  schema: FieldSchema,
  schemas: readonly FieldSchema[],
  present: readonly Field[],
): FieldPlace | undefined {
  const index = schemas.indexOf(schema);
  const nearest = (candidates: readonly FieldSchema[]): Field | undefined =>
    candidates.map((candidate) => present.find((field) => field.schema === candidate)).find(Boolean);
  const before = nearest(schemas.slice(0, index).toReversed());
  if (before) return { neighbour: before, side: 'after' };
  const after = nearest(schemas.slice(index + 1));
  return after && { neighbour: after, side: 'before' };
}

/** Writes a field with the template's placeholder beside another one, in that one's own style; undefined where there is no place. */
export function insertFieldBeside(
  document: IncidentDocument,
  schema: FieldSchema,
  { neighbour, side }: FieldPlace,
): Edit | undefined {
  const { lines } = document;
  if (neighbour.style === 'section' && neighbour.section) return asSection(document, schema, neighbour.section, side);
  const first = lines.lineAt(neighbour.labelSpan.start);
  const last = lines.lineAt(Math.max(neighbour.labelSpan.end, neighbour.valueSpan.end));
  const [one, other] = sharingLine(document, neighbour);
  if (one && other)
    return inLine(document, schema, { neighbour, side }, { start: one.valueSpan.end, end: other.labelSpan.start });
  const written = lineLike(document, schema, neighbour);
  return side === 'after'
    ? { span: at(lines.contentSpan(last).end), text: lines.newline + written }
    : { span: at(lines.startOf(first)), text: written + lines.newline };
}

/** The fields that stand in a field's line, itself among them: `**Date:** … · **Status:** …`. */
export function sharingLine({ fields, lines }: IncidentDocument, field: Field): readonly Field[] {
  const line = lines.lineAt(field.labelSpan.start);
  return fields.filter(({ style, labelSpan }) => style.endsWith('line') && lines.lineAt(labelSpan.start) === line);
}

/** Writes a field beside another in one line, with what parts two of that line between them. */
function inLine({ text }: IncidentDocument, schema: FieldSchema, { neighbour, side }: FieldPlace, between: Span): Edit {
  const sign = slice(text, between);
  const value = text.slice(neighbour.labelSpan.end, neighbour.valueSpan.start);
  const written = `${schema.label}${value}${schema.placeholder}`;
  return side === 'after'
    ? { span: at(neighbour.valueSpan.end), text: sign + written }
    : { span: at(neighbour.labelSpan.start), text: written + sign };
}

/** Writes a field as the template does, at the top of the header or of a section that has none yet. */
export function insertFirstField(document: IncidentDocument, schema: FieldSchema, section: Section | undefined): Edit {
  const { newline } = document.lines;
  const marks = { 'bold-line': '**', bullet: '- **' } as const;
  const written =
    schema.style === 'plain-line'
      ? `${schema.label}: ${schema.placeholder}`
      : `${schema.style === 'bullet' ? marks.bullet : marks['bold-line']}${schema.label}:** ${schema.placeholder}`;
  const above = section?.heading.span ?? document.outline.title?.span;
  if (above) return { span: at(above.end), text: newline + newline + written };
  const start = document.outline.headerSpan.start;
  return { span: at(start), text: start === 0 ? written + newline + newline : newline + newline + written };
}

/** The neighbour's own line with another label and value. */
function lineLike({ text, lines }: IncidentDocument, schema: FieldSchema, neighbour: Field): string {
  const line = lines.contentSpan(lines.lineAt(neighbour.labelSpan.start));
  const isFrontMatter = neighbour.style === 'front-matter';
  const label = isFrontMatter ? keyLike(schema.label, neighbour.label) : schema.label;
  const value = isFrontMatter ? asYaml(schema.placeholder) : inStyle(schema.placeholder, neighbour);
  const lead = text.slice(line.start, neighbour.labelSpan.start);
  const sameLine = neighbour.valueSpan.start <= line.end;
  const between = text.slice(neighbour.labelSpan.end, sameLine ? neighbour.valueSpan.start : line.end);
  const tail = sameLine ? text.slice(Math.min(neighbour.valueSpan.end, line.end), line.end) : '';
  return `${lead}${label}${between}${/\s$/.test(between) ? '' : ' '}${value}${tail}`;
}

/** Words as they stand in a field of some style: in a table a bar would begin another cell. */
export function inStyle(words: string, { style }: Pick<Field, 'style'>): string {
  return style === 'table-row' ? words.replaceAll('|', '\\|') : words;
}

/** Words as a value of the front matter; brackets and the like would mean something else there. */
export function asYaml(words: string): string {
  return /^[A-Za-z][\w -]*$/.test(words) ? words : JSON.stringify(words);
}

/** A label as a key of the front matter, in the manner of another one: `Users Affected` as `users_affected`. */
function keyLike(label: string, other: string): string {
  if (/^\p{Lu}/u.test(other)) return label;
  return label.toLowerCase().replace(/\s+/g, other.includes('-') ? '-' : '_');
}

function asSection(
  document: IncidentDocument,
  schema: FieldSchema,
  section: Section,
  side: FieldPlace['side'],
): Edit | undefined {
  const offset = side === 'after' ? section.span.end : section.span.start;
  const { level } = section.heading;
  const stub = { heading: schema.label, level, stub: schema.placeholder };
  return insertSection(document, stub, { offset, level, after: undefined, before: undefined });
}
