import type { Table as TableNode, TableCell as CellNode } from 'mdast';
import type { Span } from '../text/span.ts';
import { trimmed } from '../text/slice.ts';
import { spanOf } from './markdown.ts';
import { wordsOf } from './walk.ts';

export interface TableCell {
  readonly words: string;
  /** The words' place; for an empty cell the place where they would stand. */
  readonly span: Span;
}

export interface TableRow {
  readonly span: Span;
  readonly cells: readonly TableCell[];
}

/** A table as rows of cells. */
export interface Table {
  readonly span: Span;
  readonly header: TableRow;
  readonly rows: readonly TableRow[];
}

/** Reads a table; undefined for one without a header row, which Markdown does not know. */
export function readTable(node: TableNode, text: string): Table | undefined {
  const rows = node.children.map((row) => ({
    span: spanOf(row),
    cells: row.children.map((cell) => ({ words: wordsOf(cell), span: cellSpan(cell, text) })),
  }));
  const [header, ...rest] = rows;
  return header && { span: spanOf(node), header, rows: rest };
}

function cellSpan(cell: CellNode, text: string): Span {
  const first = cell.children[0];
  const last = cell.children.at(-1);
  if (first && last) return { start: spanOf(first).start, end: spanOf(last).end };
  const whole = spanOf(cell);
  let start = whole.start;
  if (text[start] === '|') start++;
  // The last cell of a row has the white space behind its pipe too.
  const { end: edge } = trimmed(text, { start, end: Math.max(start, whole.end) });
  const end = edge > start && text[edge - 1] === '|' ? edge - 1 : whole.end;
  const inner = trimmed(text, { start, end: Math.max(start, end) });
  if (inner.start < inner.end) return inner;
  const place = Math.min(start + (text[start] === ' ' ? 1 : 0), Math.max(start, end));
  return { start: place, end: place };
}
