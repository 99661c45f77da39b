import { readFrontMatter } from '../parse/frontMatter.ts';
import { parseMarkdown } from '../parse/markdown.ts';
import { buildOutline } from '../parse/outline.ts';
import type { Edit } from './edit.ts';
import type { DocumentKind } from '../schema/vocabulary.ts';
import { at } from '../text/span.ts';
import { LineIndex } from '../text/lineIndex.ts';

/** The edits that make a text a document of a kind and a template by its front matter, which is added where there is none. */
export function setKindEdits(text: string, kind: DocumentKind, template: string | undefined): Edit[] {
  const newline = new LineIndex(text).newline;
  const outline = buildOutline(parseMarkdown(text), text);
  const wanted = [['kind', kind] as const, ...(template === undefined ? [] : [['template', template] as const])];
  if (!outline.frontMatter) {
    const lines = ['---', ...wanted.map(([key, value]) => `${key}: ${value}`), '---', ''];
    return [{ span: at(0), text: lines.join(newline) + (text === '' ? '' : newline) }];
  }
  const { entries } = readFrontMatter(outline);
  const start = outline.frontMatter.yamlSpan.start;
  const changes: Edit[] = [];
  const added: string[] = [];
  for (const [key, value] of wanted) {
    const entry = entries.find((candidate) => candidate.key === key);
    if (!entry) added.push(`${key}: ${value}${newline}`);
    else if (entry.value !== value)
      changes.push({
        span: entry.valueSpan,
        text: entry.valueSpan.start === entry.keySpan.end + 1 ? ` ${value}` : value,
      });
  }
  const insertion = added.length > 0 ? [{ span: at(start), text: added.join('') }] : [];
  return [...insertion, ...changes].toSorted((a, b) => a.span.start - b.span.start);
}
