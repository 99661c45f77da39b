import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver/node';
import type { Severity } from '../../../core/configuration/severities.ts';
import type { Field } from '../../../core/model/document.ts';
import { namesRole } from '../../../core/model/incident/roles.ts';
import type { FieldSchema } from '../../../core/schema/template.ts';
import type { Caret } from './caret.ts';
import { choiceItems, type Choice } from './choices.ts';
import { nameAt, peopleFor } from './people.ts';

/** Behind a field's label, what can stand there: severities, statuses, people, today's date. */
export function fieldValues(caret: Caret): CompletionItem[] {
  const field = caret.document.fields.find((candidate) => isBehindLabel(candidate, caret));
  if (!field) return [];
  const roles = caret.configuration.roles.map(({ name }) => name);
  if (field.schema?.type === 'people' || namesRole(field.label, roles))
    return choiceItems(caret, nameAt(caret, field.valueSpan), peopleFor(caret), CompletionItemKind.Value);
  return field.schema ? choiceItems(caret, field.valueSpan, valuesOf(field.schema, caret)) : [];
}

function isBehindLabel({ labelSpan, valueSpan }: Field, { line, offset }: Caret): boolean {
  if (labelSpan.start < line.start || line.end < labelSpan.end) return false;
  return valueSpan.start <= offset && (offset <= valueSpan.end || valueSpan.start === valueSpan.end);
}

function valuesOf({ type, values }: FieldSchema, { configuration, now }: Caret): readonly Choice[] {
  const [day = '', time = ''] = new Date(now).toISOString().split('T');
  if (type === 'severity') return configuration.severities.map(severityChoice);
  if (values.length > 0) return values.map((text) => ({ text, detail: '' }));
  if (type === 'date') return [{ text: day, detail: 'today' }];
  if (type === 'date-time') return [{ text: `${day} ${time.slice(0, 5)} UTC`, detail: 'now' }];
  return [];
}

function severityChoice({ name, title, criteria }: Severity): Choice {
  return { text: name, detail: `${title}: ${criteria.join(', ')}` };
}
