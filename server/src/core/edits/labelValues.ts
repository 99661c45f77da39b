import { readLabels } from '../parse/labels.ts';
import { parseMarkdown } from '../parse/markdown.ts';
import { buildOutline } from '../parse/outline.ts';
import { normalizeLabel } from '../schema/label.ts';
import { applyEdits } from './apply.ts';

/** A text with the values of labelled fields written in, by normalized label; a field without a value stays as it is. */
export function labelValues(text: string, valueOf: (label: string) => string | undefined): string {
  const edits = readLabels(buildOutline(parseMarkdown(text), text), text).flatMap(({ label, value, valueSpan }) => {
    const given = valueOf(normalizeLabel(label));
    if (given === undefined) return [];
    return [{ span: valueSpan, text: value === '' && text[valueSpan.start - 1] !== ' ' ? ` ${given}` : given }];
  });
  return applyEdits(text, edits);
}
