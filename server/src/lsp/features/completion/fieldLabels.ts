import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver/node';
import type { Field } from '../../../core/model/document.ts';
import type { FieldSchema } from '../../../core/schema/template.ts';
import { rangeOf } from '../../convert.ts';
import type { Caret } from './caret.ts';

/** A line on which a label can begin: a bullet, the marks of bold, the first words of the label. */
const labelStart = /^\s*([-*+]\s+)?(\*{0,2})([\p{L}\d][\p{L}\d /()-]*)?$/u;

/**
 * Where a line begins, the fields that the template has in this place and the document lacks: in the header those of the
 * document, in a section those of the section.
 */
export function fieldLabels(caret: Caret): CompletionItem[] {
  const { document, section, line, offset, before } = caret;
  const match = labelStart.exec(before);
  if (!match || (section && line.start <= section.heading.span.end)) return [];
  if (offset <= document.outline.headerSpan.start && !section) return [];
  const [, bullet, , word = ''] = match;
  const schemas = section
    ? (document.alignment.matches.find((found) => found.section === section)?.schema.fields ?? [])
    : document.template.fields;
  const here = document.fields.filter((field) => field.section === section);
  return schemas
    .filter((schema) => !document.fields.some((field) => field.schema === schema))
    .filter((schema) => schema.label.toLowerCase().startsWith(word.toLowerCase()))
    .map((schema, index) => labelItem(caret, schema, textOf(schema, here, bullet), index));
}

/** The label as the document's other fields here are written, else as the template writes it. */
function textOf(schema: FieldSchema, here: readonly Field[], bullet: string | undefined): string {
  const style = here.find((field) => field.style !== 'front-matter')?.style ?? schema.style;
  const label = style === 'plain-line' ? `${schema.label}: ` : `**${schema.label}:** `;
  return (bullet ?? (style === 'bullet' ? '- ' : '')) + label;
}

function labelItem(
  { document, line, offset, before }: Caret,
  schema: FieldSchema,
  text: string,
  index: number,
): CompletionItem {
  const indent = /^\s*/.exec(before)?.[0] ?? '';
  return {
    label: schema.label,
    kind: CompletionItemKind.Field,
    detail: schema.required ? 'required field' : 'optional field',
    // Clients compare this with what stands between the start of the range and the caret, whatever marks that has.
    filterText: before.slice(indent.length).replace(/[\p{L}\d][\p{L}\d /()-]*$/u, '') + schema.label,
    sortText: String(index).padStart(3, '0'),
    textEdit: { range: rangeOf(document.lines, { start: line.start + indent.length, end: offset }), newText: text },
  };
}
