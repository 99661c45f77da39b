import type { Heading as HeadingNode, Html, RootContent } from 'mdast';
import { LineIndex } from '../text/lineIndex.ts';
import { slice, trimmed } from '../text/slice.ts';
import type { Span } from '../text/span.ts';
import { plainWords } from './html.ts';
import { spanOf } from './markdown.ts';

/** Headings, and what their words would be a part of: lists, tables, quotes, comments, text as it is. */
const marks =
  /<!--[\s\S]*?(?:-->|$)|<(\/?)(?:table|ul|ol|dl|pre|blockquote)(?:\s[^<>]*)?>|<h([1-6])(?:\s[^<>]*)?>([\s\S]{0,400}?)<\/h\2\s*>/gi;
/** Tags that show something by themselves. */
const showing = /<(?:img|video|iframe|a|input|hr)\b/i;

/** Takes the headings that are written in HTML for headings: `<h2>Timeline</h2>`. */
export function withHtmlHeadings(blocks: readonly RootContent[], text: string): readonly RootContent[] {
  const hasSome = blocks.some((node) => node.type === 'html' && /<h[1-6]/i.test(node.value));
  return hasSome ? blocks.flatMap((node) => (node.type === 'html' ? split(node, text) : [node])) : blocks;
}

/** A block of HTML that holds headings. */
interface Block {
  readonly node: Html;
  readonly text: string;
  /** The lines of the block alone. */
  readonly lines: LineIndex;
}

/** What a block of HTML consists of: headings, and the HTML between them. */
function split(node: Html, text: string): readonly RootContent[] {
  const whole = spanOf(node);
  const written = slice(text, whole);
  const block: Block = { node, text, lines: new LineIndex(written) };
  const pieces: RootContent[] = [];
  let open = 0;
  let end = 0;
  for (const { 0: mark, 1: slash, 2: level, 3: inner = '', index } of written.matchAll(marks)) {
    if (level === undefined) {
      if (slash !== undefined) open += slash === '' ? 1 : -1;
      continue;
    }
    const words = plainWords(inner);
    if (open > 0 || words === '') continue;
    pieces.push(...between(block, { start: whole.start + end, end: whole.start + index }));
    const span = { start: whole.start + index, end: whole.start + index + mark.length };
    pieces.push(headingOf(block, span, Number(level), inner));
    end = index + mark.length;
  }
  return pieces.length === 0 ? [node] : [...pieces, ...between(block, { start: whole.start + end, end: whole.end })];
}

/** The HTML beside headings, where it shows something. */
function between(block: Block, within: Span): Html[] {
  const span = trimmed(block.text, within);
  const value = slice(block.text, span);
  const shows = plainWords(value) !== '' || showing.test(value);
  return shows ? [{ type: 'html', value, position: positionOf(block, span) }] : [];
}

function headingOf(block: Block, span: Span, level: number, inner: string): HeadingNode {
  const start = span.start + slice(block.text, span).indexOf('>') + 1;
  const place = trimmed(block.text, { start, end: start + inner.length });
  const words = { type: 'text' as const, value: plainWords(inner), position: positionOf(block, place) };
  const depth = ([1, 2, 3, 4, 5, 6] as const).find((one) => one === level) ?? 6;
  return { type: 'heading', depth, children: [words], position: positionOf(block, span) };
}

function positionOf({ node, lines }: Block, { start, end }: Span): NonNullable<Html['position']> {
  const { line: firstLine = 1, column: firstColumn = 1 } = node.position?.start ?? {};
  const pointAt = (offset: number) => {
    const { line, character } = lines.positionAt(offset - spanOf(node).start);
    return { line: firstLine + line, column: character + (line === 0 ? firstColumn : 1), offset };
  };
  return { start: pointAt(start), end: pointAt(end) };
}
