import { readLabels } from '../parse/labels.ts';
import { parseMarkdown } from '../parse/markdown.ts';
import { readFrontMatter } from '../parse/frontMatter.ts';
import { buildOutline, type Outline } from '../parse/outline.ts';
import { normalizeLabel } from '../schema/label.ts';
import { applyEdits } from './apply.ts';
import type { Edit } from './edit.ts';
import { asYaml } from './insertField.ts';
import { anew } from '../text/knowledge.ts';

/**
 * A text with the values of labelled fields written in, by normalized label, and those of a front matter that has none yet; a
 * field without a value stays as it is.
 */
export function labelValues(text: string, valueOf: (label: string) => string | undefined): string {
  const outline = buildOutline(parseMarkdown(text), text);
  const edits = readLabels(outline, { text, ...anew }).flatMap(({ label, value, valueSpan }) => {
    const given = valueOf(normalizeLabel(label));
    if (given === undefined) return [];
    return [{ span: valueSpan, text: value === '' && text[valueSpan.start - 1] !== ' ' ? ` ${given}` : given }];
  });
  return applyEdits(text, [...keyValues(outline, text, valueOf), ...edits]);
}

/** `[Title]`, `YYYY-MM-DD` and nothing at all are to be filled in; whatever else a key says is the template's own. */
const unfilled = /^\[[^[\]]*\]$|^\{[^{}]*\}$|^(?:YYYY|JJJJ|AAAA)\W/;

function keyValues(outline: Outline, text: string, valueOf: (label: string) => string | undefined): Edit[] {
  return readFrontMatter(outline).entries.flatMap(({ key, value, valueSpan }): Edit[] => {
    const given = valueOf(normalizeLabel(key.replace(/[_-]/g, ' ')));
    if (given === undefined || (value !== null && (typeof value !== 'string' || !unfilled.test(value)))) return [];
    const gap = /\s/.test(text[valueSpan.start - 1] ?? '') ? '' : ' ';
    return [{ span: valueSpan, text: gap + (/^\d{4}-\d\d-\d\d$/.test(given) ? given : asYaml(given)) }];
  });
}
