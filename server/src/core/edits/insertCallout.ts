import type { IncidentDocument, Step } from '../model/document.ts';
import type { Edit } from './edit.ts';
import { at } from '../text/span.ts';

/** A warning above a block, as the forges show it, in the block's own indentation. */
export function insertCallout({ text, lines }: IncidentDocument, { span }: Step, reason: string): Edit {
  const lineStart = lines.startOf(lines.lineAt(span.start));
  // What stands before the marks is the indentation of a list, or "> " of a quotation; a bullet of its own is passed over.
  const lead = text.slice(lineStart, span.start).replace(/[^\s>]/g, ' ');
  const { newline } = lines;
  const above = lines.contentSpan(Math.max(0, lines.lineAt(span.start) - 1));
  const words = text.slice(above.start, above.end).replace(/^[\s>]+/, '');
  // Right below a paragraph a quotation is hard to see; below a heading, and in the first line of an item, it stands well.
  const isBelowWords =
    lineStart > 0 && words !== '' && !words.startsWith('#') && /^[\s>]*$/.test(text.slice(lineStart, span.start));
  const gap = isBelowWords ? `${newline}${lead}` : '';
  const warning = `> This ${reason}. Check first that it is the right one.`;
  return {
    span: at(span.start),
    text: `${gap}> [!WARNING]${newline}${lead}${warning}${newline}${lead.trimEnd()}${newline}${lead}`,
  };
}
