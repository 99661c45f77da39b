import type { Heading, List, ListItem, Nodes, Paragraph, RootContent, Table as TableNode } from 'mdast';
import { attach, type Attached } from '../../parse/attached.ts';
import { readHtml, type HtmlRun } from '../../parse/html.ts';
import { spanOf } from '../../parse/markdown.ts';
import type { Outline, Section } from '../../parse/outline.ts';
import { readTable, type Table } from '../../parse/table.ts';
import { contains, type Span } from '../../text/span.ts';
import { trimmed } from '../../text/slice.ts';
import { monthName } from './calendarNames.ts';

/** A heading, a bullet, a paragraph or a table: what can hold entries of a timeline. */
export type Place = HeadingPlace | LinesPlace | TablePlace;

export interface HeadingPlace extends Attached {
  readonly form: 'heading';
  /** The heading and what stands below it, up to the next heading. */
  readonly span: Span;
  /** The heading's words, as one line. */
  readonly lines: readonly Span[];
  readonly section: Section;
  /** The first paragraph or list below the heading. */
  readonly rest: Span | undefined;
}

export interface LinesPlace extends Attached {
  readonly form: 'bullet' | 'paragraph';
  /** The bullet with its nested blocks; the paragraph. */
  readonly span: Span;
  /** The lines of the bullet's first paragraph, or of the paragraph; a `<br>` ends a line too. */
  readonly lines: readonly Span[];
  /** Bullets of one list share it; another one with each change of the list. */
  list: object | undefined;
  /** How deep the bullet is nested; 0 for the outermost list and for paragraphs. */
  readonly depth: number;
  /** What stands in the bullet after its first paragraph. */
  readonly rest: Span | undefined;
  /** What the bullet's words stand in; the paragraph itself. */
  readonly words: Span;
  /** Whether it is written in HTML. */
  readonly html: boolean;
}

export interface TablePlace extends Attached {
  readonly form: 'table';
  readonly span: Span;
  readonly table: Table;
  readonly html: boolean;
}

/** The lines of the code blocks within a span: some write their timeline as one. */
export function codePlaces(outline: Outline, text: string, within: Span): LinesPlace[] {
  return outline.tree.children.flatMap((node): LinesPlace[] => {
    if (node.type !== 'code' || !contains(within, spanOf(node))) return [];
    const lines = linesOf(text, spanOf(node)).filter(
      ({ start, end }) => start < end && !/^(?:```|~~~)/.test(text.slice(start, end)),
    );
    const [first] = lines;
    const last = lines.at(-1);
    if (!first || !last) return [];
    return [paragraphOf({ start: first.start, end: last.end }, lines, undefined)];
  });
}

/** A paragraph of lines. */
export function paragraphOf(span: Span, lines: readonly Span[], node: Nodes | undefined): LinesPlace {
  const place = { form: 'paragraph', span, lines, list: undefined, depth: 0, rest: undefined } as const;
  return attach({ ...place, words: span, html: false }, node, [span, ...lines]);
}

/** The paragraphs, items and tables that a block of HTML shows. */
export function htmlPlaces({ span, nodes: [node] }: HtmlRun, text: string): Place[] {
  const lists = new Map<number, object>();
  const listOf = (number: number): object => {
    const list = lists.get(number) ?? {};
    lists.set(number, list);
    return list;
  };
  return readHtml(text, span).map((block): Place => {
    if (block.kind === 'table') return tableOf(block.table, node, true);
    const { lines } = block;
    const list = block.list === undefined ? undefined : listOf(block.list);
    const words = { start: lines[0]?.start ?? span.start, end: lines.at(-1)?.end ?? span.end };
    const form: LinesPlace['form'] = list ? 'bullet' : 'paragraph';
    const place = { form, span: words, lines, list, depth: 0, rest: undefined, words, html: true };
    return attach(place, node, [words, ...lines]);
  });
}

/** The place of a table; undefined for one without rows. */
export function tablePlace(node: TableNode, text: string): TablePlace | undefined {
  const table = readTable(node, text);
  return table && tableOf(table, node, false);
}

function tableOf(table: Table, node: Nodes | undefined, html: boolean): TablePlace {
  const rows = [table.header, ...table.rows];
  const spans = rows.flatMap(({ span, cells }) => [span, ...cells.map((cell) => cell.span)]);
  return attach({ form: 'table', span: table.span, table, html }, node, [table.span, ...spans]);
}

/** The place of a section's heading. */
export function headingPlace(section: Section, text: string): HeadingPlace {
  const body = section.body.find(isWords);
  const { heading } = section;
  const span = trimmed(text, { start: section.span.start, end: section.bodySpan.end });
  const rest = body && spanOf(body);
  // Where the heading's words stand is the section's own, which moves by itself.
  const lines = [heading.textSpan];
  return attach({ form: 'heading', span, lines, section, rest }, heading.node, rest ? [span, rest] : [span]);
}

function isWords(node: RootContent): boolean {
  return node.type === 'paragraph' || node.type === 'list';
}

/** The place of an item, or of the day with which it begins, in a list that is nested so many levels deep. */
export function bulletPlace(
  item: ListItem,
  dated: ListItem | undefined,
  list: List,
  depth: number,
  text: string,
): LinesPlace {
  const whole = spanOf(item);
  const [first, second] = (dated ?? item).children;
  const words =
    first?.type === 'paragraph'
      ? wordsOfItem(first, dated ? spanOf(dated) : whole, text)
      : { start: whole.end, end: whole.end };
  const next = first?.type === 'paragraph' ? second : first;
  const rest = next && { start: spanOf(next).start, end: whole.end };
  const span = trimmed(text, whole);
  const lines = linesOf(text, words);
  const place = { form: 'bullet', span, lines, list, depth, rest, words, html: false } as const;
  return attach(place, item, rest ? [span, words, rest, ...lines] : [span, words, ...lines]);
}

const numberedDay = new RegExp(`^\\d{1,2}\\. (?!(?:set|out|ago)\\s)${monthName}`, 'iu');

/** What Markdown sees in a bullet that begins with a day, `- 16. January, 14:23`: a list of one numbered bullet. */
export function datedItem({ children: [list] }: ListItem, text: string): ListItem | undefined {
  const only =
    list?.type === 'list' && list.ordered === true && list.children.length === 1 ? list.children[0] : undefined;
  return only && isNumberedDay(spanOf(only), text) ? only : undefined;
}

/** `16. January, 14:23` is a numbered bullet to Markdown and a date to everybody else. */
function wordsOfItem(first: Paragraph, item: Span, text: string): Span {
  const whole = spanOf(first);
  // The paragraph of a task begins at the box when its first word is bold or code.
  const [head] = first.children;
  const words = head ? { start: spanOf(head).start, end: whole.end } : whole;
  return isNumberedDay(item, text) ? { start: item.start, end: words.end } : words;
}

function isNumberedDay({ start }: Span, text: string): boolean {
  return numberedDay.test(text.slice(start, start + 16));
}

/** The place of a paragraph, or of a heading that begins no section. */
export function linesPlace(node: Paragraph | Heading, text: string): LinesPlace {
  const whole = spanOf(node);
  return paragraphOf(whole, linesOf(text, whole), node);
}

/** In a quote the next line begins behind its mark. */
const lineEnd = /(?:\r?\n|\r|<br\s{0,3}\/?>(?:[ \t]*\r?\n)?)(?:[ \t]*>)*/gi;

function linesOf(text: string, within: Span): Span[] {
  const lines: Span[] = [];
  let start = within.start;
  for (const { index, 0: ending } of text.slice(within.start, within.end).matchAll(lineEnd)) {
    lines.push(trimmed(text, { start, end: within.start + index }));
    start = within.start + index + ending.length;
  }
  lines.push(trimmed(text, { start, end: within.end }));
  return lines;
}
