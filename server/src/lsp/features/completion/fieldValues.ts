import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver/node';
import type { Severity } from '../../../core/configuration/severities.ts';
import type { Field } from '../../../core/model/document.ts';
import type { FieldSchema } from '../../../core/schema/template.ts';
import { slice } from '../../../core/text/slice.ts';
import type { Span } from '../../../core/text/span.ts';
import { rangeOf } from '../../convert.ts';
import type { Caret } from './caret.ts';

interface Value {
  readonly text: string;
  readonly detail: string;
}

/** Behind a field's label, what can stand there: severities, statuses, today's date. */
export function fieldValues(caret: Caret): CompletionItem[] {
  const field = caret.document.fields.find((candidate) => isBehindLabel(candidate, caret));
  if (!field?.schema) return [];
  const values = valuesOf(field.schema, caret);
  return values.map((value, index) => valueItem(caret, field, value, index));
}

function isBehindLabel({ labelSpan, valueSpan }: Field, { line, offset }: Caret): boolean {
  if (labelSpan.start < line.start || line.end < labelSpan.end) return false;
  return valueSpan.start <= offset && (offset <= valueSpan.end || valueSpan.start === valueSpan.end);
}

function valuesOf({ type, values }: FieldSchema, { configuration, now }: Caret): readonly Value[] {
  const [day = '', time = ''] = new Date(now).toISOString().split('T');
  if (values.length > 0) return values.map((text) => ({ text, detail: '' }));
  if (type === 'severity') return configuration.severities.map(severityValue);
  if (type === 'date') return [{ text: day, detail: 'today' }];
  if (type === 'date-time') return [{ text: `${day} ${time.slice(0, 5)} UTC`, detail: 'now' }];
  return [];
}

function severityValue({ name, title, criteria }: Severity): Value {
  return { text: name, detail: `${title}: ${criteria.join(', ')}` };
}

function valueItem(
  { document, offset, before }: Caret,
  { valueSpan }: Field,
  { text, detail }: Value,
  index: number,
): CompletionItem {
  const span: Span = valueSpan.start === valueSpan.end ? { start: offset, end: offset } : valueSpan;
  const typed = slice(document.text, { start: span.start, end: offset });
  const begins = text.toLowerCase().startsWith(typed.toLowerCase());
  return {
    label: text,
    kind: CompletionItemKind.EnumMember,
    ...(detail === '' ? {} : { detail }),
    // A placeholder or another value is replaced, so it must not filter the choices away.
    filterText: begins ? text : typed,
    sortText: String(index).padStart(3, '0'),
    textEdit: {
      range: rangeOf(document.lines, span),
      newText: span.start === offset && /[:*|]$/.test(before) ? ` ${text}` : text,
    },
  };
}
