import type { Field, IncidentDocument } from '../model/document.ts';
import { headerField } from '../model/fields.ts';
import { normalizeLabel } from '../schema/label.ts';
import type { FieldSchema } from '../schema/template.ts';
import type { Edit } from './edit.ts';
import { asYaml, inStyle, insertFieldBeside, insertFirstField, placeOfField } from './insertField.ts';

/**
 * Gives a field of the header a value: in its place where the document has the field, else as a new one where the template
 * has it, else behind the status. Undefined where there is no place for it.
 */
export function setField(document: IncidentDocument, schema: FieldSchema, value: string): Edit | undefined {
  const { template, fields } = document;
  const field = headerField(fields, schema.label);
  if (field) return setValue(document, field, value);
  const own = template.fields.find(({ label }) => normalizeLabel(label) === normalizeLabel(schema.label));
  const filled: FieldSchema = { ...(own ?? schema), placeholder: value };
  const header = fields.filter(({ section }) => section === undefined);
  const place = own && placeOfField(own, template.fields, header);
  const status = headerField(fields, 'Status');
  const neighbour = place ?? (status && ({ neighbour: status, side: 'after' } as const));
  return neighbour ? insertFieldBeside(document, filled, neighbour) : insertFirstField(document, filled, undefined);
}

/** Writes a value in a field's place, parted from the label before it. */
export function setValue({ text }: IncidentDocument, { valueSpan, style }: Field, value: string): Edit {
  const written = style === 'front-matter' ? asYaml(value) : inStyle(value, { style });
  const gap = /[\s|]/.test(text[valueSpan.start - 1] ?? ' ') ? '' : ' ';
  return { span: valueSpan, text: gap + written };
}
