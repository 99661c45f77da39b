import { spanOf } from '../parse/markdown.ts';
import type { Section } from '../parse/outline.ts';
import { wordsOf } from '../parse/walk.ts';
import type { Span } from '../text/span.ts';

/** Something that went well or wrong, as one item of a list. */
export interface Lesson {
  readonly text: string;
  readonly span: Span;
}

/** The items of a section's lists; what is nested below one explains it. */
export function lessonsOf({ body }: Section): Lesson[] {
  return body.flatMap((node) => {
    if (node.type !== 'list') return [];
    return node.children.flatMap(({ children: [lead] }) => {
      const text = lead?.type === 'paragraph' ? wordsOf(lead).replace(/^[^\p{L}\p{N}]+/u, '') : '';
      return lead && text !== '' ? [{ text, span: spanOf(lead) }] : [];
    });
  });
}
