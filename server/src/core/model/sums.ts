import type { List, ListItem, Nodes, RootContent, Table as TableNode } from 'mdast';
import { spanOf } from '../parse/markdown.ts';
import type { Outline } from '../parse/outline.ts';
import { partReader, readParts, type PartSource } from '../parse/partReader.ts';
import { readTable, type TableCell } from '../parse/table.ts';
import { skip, walk, wordsOf } from '../parse/walk.ts';
import { makeAnew, type Recall } from '../text/recall.ts';
import { moved, type Span } from '../text/span.ts';
import { readQuantity, type Quantity } from './values/quantity.ts';

/** Parts and the total that a document states for them. */
export interface StatedSum {
  readonly parts: readonly Quantity[];
  readonly total: Quantity;
  /** Where the total stands. */
  readonly totalSpan: Span;
  /** Where the parts stand. */
  readonly partSpans: readonly Span[];
}

/** A text without one of these adds nothing up, which is told at once. */
const hint = /total|sum|together|\(|(?::| [–—]) \d/i;

/**
 * What may be added up, in document order: columns above a row "Total", list items above an item "Total: …", and counts in
 * brackets, or behind a colon, behind theirs: "310 orders (web 200, app 110)".
 */
export function readSums({ parts }: Outline, source: PartSource): readonly StatedSum[] {
  return readParts(sumsOf, parts, source);
}

const sumsOf = partReader(
  ({ heading, body }, { text, recall }) => sumsAmong(heading ? [heading.node, ...body] : body, text, recall),
  ({ totalSpan, partSpans }: StatedSum) => [totalSpan, ...partSpans],
);

function sumsAmong(blocks: readonly RootContent[], text: string, recall: Recall): StatedSum[] {
  const [first, last = first] = [blocks[0], blocks.at(-1)];
  if (!first || !last || !hint.test(text.slice(spanOf(first).start, spanOf(last).end))) return [];
  const sums: StatedSum[] = [];
  const take = (node: RootContent | ListItem): void => {
    const found = recall(sumsIn, node, text);
    if (found.length > 0) for (const sum of found) sums.push(movedSum(sum, spanOf(node).start));
  };
  for (const node of blocks) {
    if (node.type !== 'list') take(node);
    else {
      // A list may be nearly all of a document: what has not changed of it is known by its items.
      for (const sum of listSum(node, text, recall)) sums.push(sum);
      for (const item of node.children) take(item);
    }
  }
  return sums;
}

function movedSum({ totalSpan, partSpans, ...sum }: StatedSum, by: number): StatedSum {
  return { ...sum, totalSpan: moved(totalSpan, by), partSpans: partSpans.map((part) => moved(part, by)) };
}

/** The sums of a block; their spans count from its beginning. */
function sumsIn(block: RootContent | ListItem, text: string): StatedSum[] {
  const sums: StatedSum[] = [];
  const take = (found: readonly StatedSum[]): void => {
    for (const sum of found) sums.push(movedSum(sum, -spanOf(block).start));
  };
  walk(block, (node) => {
    if (node.type === 'table') take(tableSums(node, text));
    else if (node.type === 'list') take(listSum(node, text, makeAnew));
    else if (node.type === 'text' && spells.test(node.value)) take(bracketSums(spanOf(node), text));
    return node.type === 'code' ? skip : undefined;
  });
  return sums;
}

/** "Total", "Sum", "In total"; a total of distinct users or an average is none of the parts' sum. */
const totalLabel =
  /^(?:grand |overall )?(?:total|sum|altogether|in total|all together)\b(?!.*\b(?:unique|distinct|average|mean|peak|max)\b)/i;

function tableSums(node: TableNode, text: string): StatedSum[] {
  const table = readTable(node, text);
  const last = table?.rows.at(-1);
  if (!table || !last || !totalLabel.test(last.cells[0]?.words ?? '')) return [];
  const parts = table.rows.slice(0, -1);
  return last.cells.slice(1).flatMap((total, index) => {
    const column = parts.map((row) => row.cells[index + 1]);
    return column.every((cell) => cell !== undefined) ? sumOf(column.map(place), place(total)) : [];
  });
}

interface Place {
  readonly words: string;
  readonly span: Span;
}

function place({ words, span }: TableCell): Place {
  return { words, span };
}

/** Items of the form "API: 12,000 users" with "Total: 15,000 users" among them. */
function listSum(node: List, text: string, recall: Recall): StatedSum[] {
  const totals = node.children.filter((item) => recall(isTotal, item, text));
  const [total] = totals;
  if (!total || totals.length > 1) return [];
  const items = node.children.map((item) => labelled(item.children[0], text));
  const whole = items[node.children.indexOf(total)];
  const parts = items.filter((item) => item !== whole);
  return whole && parts.every((item) => item !== undefined) ? sumOf(parts, whole) : [];
}

function isTotal({ children: [first] }: ListItem, text: string): boolean {
  return totalLabel.test(labelled(first, text)?.label ?? '');
}

function labelled(block: Nodes | undefined, text: string): (Place & { readonly label: string }) | undefined {
  if (block?.type !== 'paragraph') return undefined;
  const [label, ...rest] = wordsOf(block).split(':');
  const whole = spanOf(block);
  if (label === undefined || rest.length === 0) return undefined;
  const start = whole.start + text.slice(whole.start, whole.end).indexOf(':') + 1;
  return { label, words: rest.join(':').trim(), span: { start, end: whole.end } };
}

const count = String.raw`\d{1,3}(?:,\d{3})+|\d+`;
const broken = new RegExp(
  String.raw`(?<![\w.,-])(${count})(?![\w.%]|,\d)(?: [\p{L}-]+){0,3} \(([^()\n]*\d[^()\n]*)\)`,
  'gu',
);
/** The same behind a colon, up to the end of the sentence: "1,200 customers were hit: 700 in Europe and 500 in Asia." */
const spelledOut = new RegExp(
  String.raw`(?<![\w.,-])(${count})(?![\w.%]|,\d)(?: [\p{L}-]+){1,6}(?:: | [–—] )(\d[^.;:()\n]*?)(?=[.;\n]|$)`,
  'gu',
);
/** Without one of these nothing is spelled out, which is told at once. */
const spells = /\(|\d [^\n]*(?::| [–—]) \d/;
/** "200 web", "web: 200": a count and what is counted, and no measure of time or size, share, rank or change. */
const part = new RegExp(String.raw`^(?:(${count}) [\p{L}][\p{L} -]*|[\p{L}][\p{L} -]*:? (${count}))$`, 'u');
const noPart =
  /\b(?:of|from|to|up|down|at|than|p\d+|max|min|peak|avg|average|mean|median|per|ms|s|sec\w*|min\w*|hours?|hrs?|h|days?|weeks?|[kmgt]i?b|version|since|until|before|after|including|unique)\b/i;

/** Counts in brackets; only where they nearly make the total, as otherwise they count something else. */
function bracketSums(within: Span, text: string): StatedSum[] {
  const said = text.slice(within.start, within.end);
  return [...said.matchAll(broken), ...said.matchAll(spelledOut)].flatMap((match): StatedSum[] => {
    const [whole, total = '', inner = ''] = match;
    const parts = inner
      .split(/[,;] (?:and )?|\s(?:and|\+)\s/)
      .map((words) => (noPart.test(words) ? null : part.exec(words.trim())));
    const counts = parts.map((found) => numberOf(found?.[1] ?? found?.[2]));
    if (counts.length < 2 || counts.some((value) => value === undefined)) return [];
    const quantities = counts.map((value = 0): Quantity => ({ value, unit: '', tolerance: 0 }));
    const value = numberOf(total) ?? 0;
    const sum = quantities.reduce((so, { value: one }) => so + one, 0);
    if (Math.abs(sum - value) > value / 4) return [];
    const start = within.start + match.index;
    const end = start + whole.lastIndexOf(inner) + inner.length;
    return [
      {
        parts: quantities,
        total: { value, unit: '', tolerance: 0 },
        totalSpan: { start, end: start + total.length },
        partSpans: [{ start: end - inner.length, end }],
      },
    ];
  });
}

function numberOf(written: string | undefined): number | undefined {
  return written === undefined ? undefined : Number(written.replaceAll(',', ''));
}

/** Parts of one unit and their total; nothing where one of them is no number, or another unit. */
function sumOf(parts: readonly Place[], total: Place): StatedSum[] {
  const whole = readQuantity(total.words);
  const quantities = parts.map(({ words }) => readQuantity(words)).filter((quantity) => quantity !== undefined);
  if (!whole || quantities.length < 2 || quantities.length < parts.length) return [];
  if (quantities.some(({ unit }) => unit !== whole.unit)) return [];
  return [{ parts: quantities, total: whole, totalSpan: total.span, partSpans: parts.map(({ span }) => span) }];
}
