import type { LineIndex } from '../../core/text/lineIndex.ts';
import type { Span } from '../../core/text/span.ts';
import type { Palette } from '../terminal.ts';
import { cellsOf, type Cell } from '../display.ts';

/** What stands where a line was cut. */
const cut = '…';

/**
 * The line in which a span begins, with its number and with `^^^^` below the part that the span covers. A line that is
 * longer than `columns` is shortened around the span. Two lines, each ending with a line feed.
 */
export function codeFrame(lines: LineIndex, span: Span, columns: number, paint: Palette): string {
  const number = lines.lineAt(span.start);
  const line = lines.contentSpan(number);
  const gutter = String(number + 1).padStart(5);
  const room = Math.max(20, columns - gutter.length - 3);
  // No more of a giant line is looked at than could be shown.
  const from = Math.max(line.start, wholeCharacter(lines.text, span.start - 2 * room));
  const to = Math.min(line.end, span.start + 2 * room);
  const cells = cellsOf(lines.text.slice(from, to));
  const marked = { start: indexAt(cells, span.start - from), end: indexAt(cells, Math.min(span.end, to) - from) };
  const shown = windowAround(cells, marked, room);

  const before = shown.start > 0 || from > line.start ? cut : '';
  const after = shown.end < cells.length || to < line.end ? cut : '';
  const text = before + textOf(cells.slice(shown.start, shown.end)) + after;
  const indent = ' '.repeat(before.length + widthOf(cells.slice(shown.start, marked.start)));
  const marks = '^'.repeat(Math.max(1, widthOf(cells.slice(marked.start, Math.min(marked.end, shown.end)))));
  return `${paint.faint(`${gutter} |`)} ${text}\n${paint.faint(`${' '.repeat(gutter.length)} |`)} ${indent}${marks}\n`;
}

/** The cells that fit: what is marked as far as possible, a third of the room before it, and what then fits after it. */
function windowAround(cells: readonly Cell[], marked: Span, room: number): Span {
  let { start } = marked;
  let left = room;
  const takeBefore = (most: number): void => {
    while (start > 0 && left - (cells[start - 1]?.width ?? 0) >= room - most) left -= cells[--start]?.width ?? 0;
  };
  takeBefore(room / 3);
  let end = marked.start;
  while (end < cells.length && left >= (cells[end]?.width ?? 0)) left -= cells[end++]?.width ?? 0;
  takeBefore(room);
  return { start, end };
}

/** The index of the cell at an offset; past the last one at the end of the text. */
function indexAt(cells: readonly Cell[], offset: number): number {
  const next = cells.findIndex((cell) => cell.offset > offset);
  return next < 0 ? (offset > (cells.at(-1)?.offset ?? -1) ? cells.length : cells.length - 1) : Math.max(0, next - 1);
}

/** An offset that does not cut a surrogate pair in two. */
function wholeCharacter(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  return code >= 0xdc00 && code <= 0xdfff ? offset - 1 : offset;
}

function textOf(cells: readonly Cell[]): string {
  return cells.map(({ shown }) => shown).join('');
}

function widthOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}
