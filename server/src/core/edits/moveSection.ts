import type { Edit } from './edit.ts';
import type { Section } from '../parse/outline.ts';
import { at } from '../text/span.ts';

/**
 * Moves a section, subsections included, to where another one starts or ends. The blank lines between sections stay
 * between sections, and the text ends as it did.
 */
export function moveSection(text: string, { span }: Pick<Section, 'span'>, offset: number): Edit[] {
  const written = text.slice(span.start, span.end);
  const words = written.trimEnd();
  const blank = written.slice(words.length);
  if (span.end === text.length) {
    const above = text.slice(0, span.start).trimEnd().length;
    const separator = text.slice(above, span.start);
    return [
      { span: at(offset), text: words + separator },
      { span: { start: above, end: text.length - blank.length }, text: '' },
    ];
  }
  const removal = { span, text: '' };
  if (offset < span.start) return [{ span: at(offset), text: written }, removal];
  if (offset < text.length) return [removal, { span: at(offset), text: written }];
  const end = text.trimEnd().length;
  return [removal, { span: at(end), text: blank + words }];
}
