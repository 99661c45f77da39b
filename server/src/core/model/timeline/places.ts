import type { Heading, List, ListItem, Node, Nodes, Paragraph, RootContent } from 'mdast';
import { htmlRuns, readHtml } from '../../parse/html.ts';
import { spanOf } from '../../parse/markdown.ts';
import type { Outline, Section } from '../../parse/outline.ts';
import { readTable, type Table } from '../../parse/table.ts';
import { skip, walk } from '../../parse/walk.ts';
import { contains, type Span } from '../../text/span.ts';
import { trimmed } from '../../text/slice.ts';
import { monthName } from './calendarNames.ts';

/** A heading, a bullet, a paragraph or a table: what can hold entries of a timeline. */
export type Place = HeadingPlace | LinesPlace | TablePlace;

export interface HeadingPlace {
  readonly form: 'heading';
  /** The heading and what stands below it, up to the next heading. */
  readonly span: Span;
  /** The heading's words, as one line. */
  readonly lines: readonly Span[];
  readonly section: Section;
  /** The first paragraph or list below the heading. */
  readonly rest: Span | undefined;
}

export interface LinesPlace {
  readonly form: 'bullet' | 'paragraph';
  /** The bullet with its nested blocks; the paragraph. */
  readonly span: Span;
  /** The lines of the bullet's first paragraph, or of the paragraph; a `<br>` ends a line too. */
  readonly lines: readonly Span[];
  /** Bullets of one list share it. */
  readonly list: object | undefined;
  /** How deep the bullet is nested; 0 for the outermost list and for paragraphs. */
  readonly depth: number;
  /** What stands in the bullet after its first paragraph. */
  readonly rest: Span | undefined;
  /** What the bullet's words stand in; the paragraph itself. */
  readonly words: Span;
  /** Whether it is written in HTML. */
  readonly html: boolean;
  /** The node whose lines these are, all of them; undefined in HTML and code. */
  readonly node: ListItem | Paragraph | Heading | undefined;
}

export interface TablePlace {
  readonly form: 'table';
  readonly span: Span;
  readonly table: Table;
  readonly html: boolean;
}

/** Lists nested deeper than this are no timeline any more. */
const deepest = 12;

/**
 * All places of a document in document order. Code is evidence and no place of entries, and so are quotes, unless the
 * caller wants to look into them.
 */
export function readPlaces(outline: Outline, text: string, quotes: boolean): Place[] {
  const places: Place[] = outline.allSections.map((section) => headingPlace(section, text));
  const depths = new Map<Node, number>();
  const inBullets = new Set<Node>();
  const inQuotes = new Set<Node>();
  const hidden = new Set<Node>();
  walk(outline.tree, (node) => {
    const html = 'children' in node && !isInline(node) ? htmlRuns(node.children) : [];
    for (const { span, nodes } of html) {
      for (const place of htmlPlaces(span, text)) places.push(place);
      for (const part of nodes) hidden.add(part);
    }
    if (hidden.has(node)) return skip;
    if (node.type === 'list') {
      const depth = depths.get(node) ?? 0;
      if (depth > deepest) return skip;
      for (const item of node.children) {
        const dated = datedItem(item, text);
        const [first] = (dated ?? item).children;
        if (first?.type === 'paragraph') inBullets.add(first);
        if (dated) inBullets.add(dated);
        for (const child of item.children) depths.set(child, depth + 1);
        if (!inBullets.has(item)) places.push(bulletPlace(item, dated, node, depth, text));
      }
    } else if (node.type === 'paragraph') {
      if (!inBullets.has(node)) places.push(linesPlace(node, text));
      return skip;
    } else if (node.type === 'table') {
      const table = readTable(node, text);
      if (table) places.push({ form: 'table', span: table.span, table, html: false });
      return skip;
    } else if (node.type === 'heading') {
      // A heading in a quote begins no section; its words stand like a label's.
      if (inQuotes.has(node)) places.push(linesPlace(node, text));
      return skip;
    } else if (node.type === 'blockquote') {
      if (!quotes) return skip;
      for (const child of node.children) inQuotes.add(child);
    } else if (node.type !== 'root' && node.type !== 'listItem') {
      return skip;
    }
    return undefined;
  });
  return places.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
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
    const span = { start: first.start, end: last.end };
    return [
      {
        form: 'paragraph',
        span,
        lines,
        list: undefined,
        depth: 0,
        rest: undefined,
        words: span,
        html: false,
        node: undefined,
      },
    ];
  });
}

/** Whether what stands below a node are words and their marks, and no blocks. */
function isInline({ type }: Nodes): boolean {
  return type !== 'root' && type !== 'blockquote' && type !== 'listItem';
}

/** The paragraphs, items and tables that a block of HTML shows. */
function htmlPlaces(span: Span, text: string): Place[] {
  const lists = new Map<number, object>();
  const listOf = (number: number): object => {
    const list = lists.get(number) ?? {};
    lists.set(number, list);
    return list;
  };
  return readHtml(text, span).map((block): Place => {
    if (block.kind === 'table') return { form: 'table', span: block.table.span, table: block.table, html: true };
    const { lines } = block;
    const list = block.list === undefined ? undefined : listOf(block.list);
    const words = { start: lines[0]?.start ?? span.start, end: lines.at(-1)?.end ?? span.end };
    const form = list ? 'bullet' : 'paragraph';
    return { form, span: words, lines, list, depth: 0, rest: undefined, words, html: true, node: undefined };
  });
}

function headingPlace(section: Section, text: string): HeadingPlace {
  const body = section.body.find(isWords);
  return {
    form: 'heading',
    span: trimmed(text, { start: section.span.start, end: section.bodySpan.end }),
    lines: [section.heading.textSpan],
    section,
    rest: body && spanOf(body),
  };
}

function isWords(node: RootContent): boolean {
  return node.type === 'paragraph' || node.type === 'list';
}

function bulletPlace(item: ListItem, dated: ListItem | undefined, list: List, depth: number, text: string): LinesPlace {
  const whole = spanOf(item);
  const [first, second] = (dated ?? item).children;
  const words =
    first?.type === 'paragraph'
      ? wordsOfItem(first, dated ? spanOf(dated) : whole, text)
      : { start: whole.end, end: whole.end };
  const next = first?.type === 'paragraph' ? second : first;
  return {
    form: 'bullet',
    span: trimmed(text, whole),
    lines: linesOf(text, words),
    list,
    depth,
    rest: next && { start: spanOf(next).start, end: whole.end },
    words,
    html: false,
    node: item,
  };
}

const numberedDay = new RegExp(`^\\d{1,2}\\. (?!(?:set|out|ago)\\s)${monthName}`, 'iu');

/** What Markdown sees in a bullet that begins with a day, `- 16. January, 14:23`: a list of one numbered bullet. */
function datedItem({ children: [list] }: ListItem, text: string): ListItem | undefined {
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

function linesPlace(node: Paragraph | Heading, text: string): LinesPlace {
  const whole = spanOf(node);
  return {
    form: 'paragraph',
    span: whole,
    lines: linesOf(text, whole),
    list: undefined,
    depth: 0,
    rest: undefined,
    words: whole,
    html: false,
    node,
  };
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
