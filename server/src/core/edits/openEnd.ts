import type { IncidentDocument } from '../model/document.ts';
import { parseMarkdown, spanOf } from '../parse/markdown.ts';

/**
 * Whether a document's last block is left open, as a fence without its end or a comment without `-->` is: what is written
 * behind it becomes a part of it, and moved elsewhere it swallows what follows.
 */
export function hasOpenEnd({ outline, text }: Pick<IncidentDocument, 'outline' | 'text'>): boolean {
  const last = outline.tree.children.at(-1);
  // Every other block ends before a heading at the line's beginning, and what it holds with it.
  if (last?.type !== 'code' && last?.type !== 'html') return false;
  const followed = parseMarkdown(`${text.slice(spanOf(last).start)}\n\n# Next`);
  return followed.children.at(-1)?.type !== 'heading';
}
