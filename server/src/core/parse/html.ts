import type { Html, Nodes } from 'mdast';
import type { Span } from '../text/span.ts';
import { ownWords, slice, trimmed } from '../text/slice.ts';
import { spanOf } from './markdown.ts';
import type { Table, TableRow } from './table.ts';

/** What a block of HTML shows: words in lines, or a table. */
export type HtmlBlock = HtmlLines | { readonly kind: 'table'; readonly table: Table };

export interface HtmlLines {
  readonly kind: 'lines';
  /** The lines of a paragraph or list item; `<br>` and the `<dd>` behind a `<dt>` begin another one. */
  readonly lines: readonly Span[];
  /** The list that it is an item of, by number; undefined for a paragraph. */
  readonly list: number | undefined;
}

const tags = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-z][a-z0-9]*)(?:\s[^<>]*)?\/?>/gi;
const blockTag =
  /^(?:li|ul|ol|dl|dt|p|div|h[1-6]|details|summary|section|article|blockquote|hr|pre|center|table|t(?:r|d|h|head|body|foot)|caption)$/;
const listOrTable = /^(?:table|ul|ol|dl)$/;
/** No list or table of a document that people write has more blocks in it. */
const longest = 500;

/** Blocks that one piece of HTML takes together. */
export interface HtmlRun {
  readonly span: Span;
  /** The blocks of HTML, and what Markdown sees between them. */
  readonly nodes: readonly Nodes[];
}

/**
 * The blocks of HTML among some blocks. Markdown ends a block of HTML at a blank line; a list or table that goes on behind
 * one is taken together, with the words between.
 */
export function htmlRuns(nodes: readonly Nodes[]): readonly HtmlRun[] {
  if (!nodes.some(({ type }) => type === 'html')) return [];
  const runs: HtmlRun[] = [];
  const opened = nodes.map((node) => (node.type === 'html' ? openedIn(node) : 0));
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    if (node?.type !== 'html') continue;
    const last = closingNode(nodes, opened, index);
    const span = { start: spanOf(node).start, end: spanOf(nodes[last] ?? node).end };
    runs.push({ span, nodes: nodes.slice(index, last + 1) });
    index = last;
  }
  return runs;
}

/** How many more lists and tables are opened in a block of HTML than closed. */
function openedIn({ value }: Html): number {
  let open = 0;
  for (const [, slash, name = ''] of value.matchAll(tags)) {
    if (listOrTable.test(name.toLowerCase())) open += slash === '/' ? -1 : 1;
  }
  return open;
}

/** The index of the node in which the lists and tables that open in a node are closed; its own where none is. */
function closingNode(nodes: readonly Nodes[], opened: readonly number[], index: number): number {
  let open = 0;
  for (let at = index; at < Math.min(nodes.length, index + longest); at++) {
    const node = nodes[at];
    if (!node || node.type === 'heading') return index;
    if (node.type !== 'html') continue;
    open += opened[at] ?? 0;
    if (open <= 0) return at;
  }
  return index;
}

/** Reads what HTML shows; comments and unknown tags show nothing. */
export function readHtml(text: string, within: Span): HtmlBlock[] {
  const blocks: HtmlBlock[] = [];
  let lines: Span[] = [];
  let piece = within.start;
  const open: number[] = [];
  let lists = 0;
  let item = false;
  let preformatted = false;
  let rows: Rows | undefined;
  const cut = (end: number): void => {
    const words = { start: piece, end: Math.max(piece, end) };
    for (const line of preformatted ? linesWithin(text, words) : [trimmed(text, words)]) {
      if (line.start < line.end) lines.push(line);
    }
  };
  const close = (): void => {
    if (lines.length > 0) blocks.push({ kind: 'lines', lines, list: item ? open.at(-1) : undefined });
    lines = [];
  };
  const closeTable = (): void => {
    const table = rows && tableOf(rows, text);
    if (table) blocks.push({ kind: 'table', table });
    rows = undefined;
  };
  for (const match of text.slice(within.start, within.end).matchAll(tags)) {
    const start = within.start + match.index;
    const end = start + match[0].length;
    const name = match[2]?.toLowerCase();
    const opens = match[1] === '';
    if (rows) {
      piece = end;
      if (name === 'table' && !opens) closeTable();
      else if (name !== undefined) takeTag(rows, name, opens, { start, end });
      continue;
    }
    if (name !== undefined && name !== 'br' && name !== 'dd' && !blockTag.test(name)) continue;
    cut(start);
    piece = end;
    const goesOn = name === undefined || name === 'br' || name === 'dd' || (item && (name === 'p' || name === 'div'));
    if (goesOn) continue;
    close();
    if (name === 'li') item = opens;
    if (name === 'pre') preformatted = opens;
    if (name === 'ul' || name === 'ol') {
      if (opens) open.push(lists++);
      else open.pop();
      item = false;
    }
    if (name === 'table' && opens) rows = { start, rows: [], cell: undefined };
  }
  if (rows) closeTable();
  else cut(within.end);
  close();
  return blocks;
}

function linesWithin(text: string, within: Span): Span[] {
  let start = within.start;
  return text
    .slice(within.start, within.end)
    .split('\n')
    .map((line) => {
      const span = trimmed(text, { start, end: start + line.length });
      start += line.length + 1;
      return span;
    });
}

/** The rows of a table that is being read. */
interface Rows {
  readonly start: number;
  readonly rows: { readonly start: number; end: number; readonly cells: Span[] }[];
  /** Where the cell begins that is open. */
  cell: number | undefined;
}

function takeTag(rows: Rows, name: string, opens: boolean, { start, end }: Span): void {
  if (name !== 'tr' && name !== 'td' && name !== 'th') return;
  const row = rows.rows.at(-1);
  if (row && rows.cell !== undefined) row.cells.push({ start: rows.cell, end: start });
  rows.cell = undefined;
  if (row) row.end = end;
  if (name === 'tr' && opens) rows.rows.push({ start, end, cells: [] });
  else if (opens && row) rows.cell = end;
}

function tableOf({ start, rows }: Rows, text: string): Table | undefined {
  const read = rows.map((row): TableRow => ({
    span: { start: row.start, end: row.end },
    cells: row.cells.map((cell) => ({ words: plainWords(slice(text, cell)), span: trimmed(text, cell) })),
  }));
  const [header, ...rest] = read;
  return header && { span: { start, end: read.at(-1)?.span.end ?? header.span.end }, header, rows: rest };
}

/** The words of a piece of HTML, on one line. */
export function plainWords(html: string): string {
  const words = html
    .replace(tags, ' ')
    .replace(/&nbsp;|\s+/g, ' ')
    .trim();
  return ownWords(words);
}
