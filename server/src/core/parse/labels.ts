import type { Blockquote, ListItem, Paragraph, RootContent, Table as TableNode } from 'mdast';
import type { Recall } from '../text/recall.ts';
import { ownWords, slice, trimmed } from '../text/slice.ts';
import { moved, type Span } from '../text/span.ts';
import { partsOf } from './labelParts.ts';
import { spanOf } from './markdown.ts';
import type { Outline, Section } from './outline.ts';
import { partReader, readParts, type PartSource } from './partReader.ts';
import { readTable, type TableRow } from './table.ts';
import { wordsOf } from './walk.ts';

/** A label and its value, as documents write their facts: `**Date:** 2024-01-15`. */
export interface LabelledValue {
  /** Without marks and colon. */
  readonly label: string;
  readonly labelSpan: Span;
  readonly value: string;
  /** Empty, at the place for it, where there is no value. */
  readonly valueSpan: Span;
  readonly style: 'bold-line' | 'bullet' | 'plain-line' | 'table-row';
  readonly section: Section | undefined;
}

/** `**Label:** value`, `**Label**: value`, `__Label:__ value`. */
const boldLabel = /^(\s*(?:>\s*)*(?:[-*+]\s+(?:\[[ xX]\]\s+)?)?)(\*\*|__)([^*_\n]{1,60}?)\s*(?::\s*\2|\2\s*:)(.*)$/;
/** `Label: value`, with a label of at most five words. */
const plainLabel = /^(\s*(?:[-*+]\s+)?)()([A-Z][\p{L}\d'/&().-]*(?: [\p{L}\d'/&().-]+){0,4}):(?=\s|$)(.*)$/u;
/** `**[12:22PM]**: text` and `**2024-01-15**: text` are entries of a timeline. */
const stamp = /^\W*(?:\d{1,2}[:.]\d{2}(?!\d)|\d{4}-\d{2}-\d{2}\b)/;
/** What ends a line without being part of the value. */
const hardBreak = /\s*(?:\\|<br\s*\/?>)?\s*$/i;

const lineBreak = /<br\s{0,3}\/?>/gi;
const midLineBreak = /<br\s{0,3}\/?>[ \t]*[^\s<]/i;

/** The labelled values of the header and of all sections, in document order. */
export function readLabels({ parts }: Outline, source: PartSource): readonly LabelledValue[] {
  return readParts(labelsIn, parts, source);
}

const labelsIn = partReader(
  ({ body, section }, { text, recall }) => labelsOf(body, text, section, recall),
  ({ labelSpan, valueSpan }: LabelledValue) => [labelSpan, valueSpan],
);

function labelsOf(
  blocks: readonly RootContent[],
  text: string,
  section: Section | undefined,
  recall: Recall,
): LabelledValue[] {
  const placed = <T extends RootContent>(
    read: (node: T, text: string) => UnplacedLabel[],
    node: T,
  ): LabelledValue[] => {
    const found = recall(read, node, text);
    const by = found.length === 0 ? 0 : spanOf(node).start;
    return found.map((label) => ({ ...movedLabel(label, by), section }));
  };
  return blocks.flatMap((node, index) => {
    if (node.type === 'paragraph') {
      const labels = placed(section ? paragraphLabels : headerLabels, node);
      return withBlockBelow(labels, node, blocks[index + 1], text);
    }
    if (node.type === 'list') return node.children.flatMap((item) => placed(itemLabels, item));
    if (node.type === 'blockquote' && !section) return placed(quoteLabels, node);
    return node.type === 'table' ? placed(tableLabels, node) : [];
  });
}

/** A label whose spans count from where a node begins. */
type UnplacedLabel = Omit<LabelledValue, 'section'>;

function movedLabel(label: UnplacedLabel, by: number): UnplacedLabel {
  return { ...label, labelSpan: moved(label.labelSpan, by), valueSpan: moved(label.valueSpan, by) };
}

/** A label that ends its paragraph without a value has it in the block below: `**Impact:**` and a list. */
function withBlockBelow(
  labels: LabelledValue[],
  node: Paragraph,
  below: RootContent | undefined,
  text: string,
): LabelledValue[] {
  const last = labels.at(-1);
  if (!last || last.value !== '' || !below || text.slice(last.valueSpan.end, spanOf(node).end).trim() !== '')
    return labels;
  const read = last.section ? paragraphLabels : headerLabels;
  if (below.type === 'paragraph' && read(below, text).length > 0) return labels;
  if (!['paragraph', 'list', 'table', 'blockquote', 'code'].includes(below.type)) return labels;
  const value = below.type === 'code' ? below.value : wordsOf(below);
  return [...labels.slice(0, -1), { ...last, value, valueSpan: spanOf(below) }];
}

function headerLabels(node: Paragraph, text: string): UnplacedLabel[] {
  return linesOf(node, text, true);
}

function paragraphLabels(node: Paragraph, text: string): UnplacedLabel[] {
  return linesOf(node, text, false);
}

/** A header may stand in a quote; one bold word there is a note's. */
function quoteLabels(node: Blockquote, text: string): UnplacedLabel[] {
  const { start } = spanOf(node);
  const found = node.children.flatMap((child) => {
    const labels = child.type === 'paragraph' ? paragraphLabels(child, text) : [];
    return labels.map((label) => movedLabel(label, spanOf(child).start - start));
  });
  return found.length < 2 ? [] : found;
}

function linesOf(node: Paragraph, text: string, plainToo: boolean): UnplacedLabel[] {
  const whole = spanOf(node);
  if (midLineBreak.test(text.slice(whole.start, whole.end)))
    return brokenLabels(whole, text, plainToo).map((label) => movedLabel(label, -whole.start));
  const found: { readonly label: UnplacedLabel; readonly line: Span }[] = [];
  let start = whole.start;
  while (start < whole.end) {
    const line = lineIn(whole, start, text);
    for (const part of partsOf(line, text)) {
      const label = readLine(text, part, plainToo);
      if (label) found.push({ label, line });
    }
    start = line.end + (text[line.end] === '\r' ? 2 : 1);
  }
  return found.map(({ label, line }, index) => {
    // `**Duration:**`, and "Start: …" and "End: …" in the lines below it.
    const next = found.slice(index + 1).find(({ label: { style } }) => style === 'bold-line');
    const below = trimmed(text, { start: line.end, end: next?.line.start ?? whole.end });
    const isBelow = label.value === '' && label.style === 'bold-line' && below.start < below.end;
    return movedLabel(isBelow ? { ...onLinesBelow(label, below, text), style: 'bold-line' } : label, -whole.start);
  });
}

/** `Status: final<br> Owners: @ann<br>`: breaks part the labels, and the ends of lines part nothing. */
function brokenLabels(whole: Span, text: string, plainToo: boolean): UnplacedLabel[] {
  const parts: Span[] = [];
  let start = whole.start;
  for (const { index, 0: sign } of text.slice(whole.start, whole.end).matchAll(lineBreak)) {
    parts.push({ start, end: whole.start + index });
    start = whole.start + index + sign.length;
  }
  const spans = [...parts, { start, end: whole.end }].map((part) => trimmed(text, part));
  const found = spans.flatMap((part) => {
    const read = part.start < part.end ? readLine(text, lineIn(part, part.start, text), true) : undefined;
    if (!read) return [];
    const valueSpan = trimmed(text, { start: read.valueSpan.start, end: Math.max(part.end, read.valueSpan.end) });
    return [{ ...read, value: ownWords(slice(text, valueSpan)).replace(/\s+/g, ' '), valueSpan }];
  });
  // Below a heading one sentence with a colon is prose.
  return plainToo || found.length >= 2 ? found : found.filter(({ style }) => style === 'bold-line');
}

function itemLabels(item: ListItem, text: string): UnplacedLabel[] {
  const { start } = spanOf(item);
  return labelsOfItem(item, text).map((label) => movedLabel(label, -start));
}

/** The labels of an item, with their places in the text. */
function labelsOfItem({ children: [first, second] }: ListItem, text: string): UnplacedLabel[] {
  if (first?.type !== 'paragraph') return [];
  const inner = spanOf(first);
  const line = lineIn(inner, inner.start, text);
  const read = readLine(text, line, true);
  const nested = second?.type === 'list' ? second.children.flatMap((item) => labelsOfItem(item, text)) : [];
  if (!read) return nested;
  const below = trimmed(text, { start: line.end, end: inner.end });
  if (read.value === '' && below.start < below.end) return [onLinesBelow(read, below, text)];
  if (read.value === '' && second)
    return [{ ...read, style: 'bullet', value: wordsOf(second), valueSpan: spanOf(second) }];
  return [{ ...read, style: 'bullet' }, ...nested];
}

/** The rest of a line from an offset on, without its line ending and what lies outside `whole`. */
function lineIn(whole: Span, start: number, text: string): Span {
  const newline = text.indexOf('\n', start);
  const end = newline < 0 || newline > whole.end ? whole.end : newline;
  return { start, end: end > start && text[end - 1] === '\r' ? end - 1 : end };
}

/** A label that ends its line has its value on the lines below, in the same paragraph. */
function onLinesBelow(label: UnplacedLabel, below: Span, text: string): UnplacedLabel {
  const value = ownWords(slice(text, below)).replace(/\s+/g, ' ');
  return { ...label, style: 'bullet', value, valueSpan: below };
}

function readLine(text: string, line: Span, plainToo: boolean): UnplacedLabel | undefined {
  const words = ownWords(text.slice(line.start, line.end));
  const bold = boldLabel.exec(words);
  const match = bold ?? (plainToo ? plainLabel.exec(words) : null);
  if (!match) return undefined;
  const [, lead = '', mark = '', label = '', rest = ''] = match;
  if (stamp.test(label)) return undefined;
  const labelStart = line.start + lead.length + mark.length;
  const value = rest.replace(hardBreak, '').trim();
  const restStart = line.start + words.length - rest.length;
  const valueStart = restStart + (rest.length - rest.trimStart().length);
  const place = value === '' ? restStart : valueStart;
  return {
    label: label.trim(),
    labelSpan: { start: labelStart, end: labelStart + label.length },
    value,
    valueSpan: { start: place, end: place + value.length },
    style: bold ? 'bold-line' : 'plain-line',
  };
}

/** Whether a table's first row says what its columns hold; many have their first field there. */
function namesColumns({ cells: [left, right] }: TableRow): boolean {
  return (
    /^(?:field|key|property|attribute|name|item|info|parameter|time|timestamp|when|date ?\/ ?time|what|summary|actions?|action items?|tasks?|metric)(?: \(.*\))?$/i.test(
      left?.words ?? '',
    ) &&
    /^(?:values?|details?|description|content|data|information|events?|what happened|notes?|comments?|assignee|owner|who|status)$/i.test(
      right?.words ?? '',
    )
  );
}

/** Whether no row begins with a word: what stands above times and numbers names their columns. */
function isOfNumbers(rows: readonly TableRow[]): boolean {
  return rows.length > 0 && rows.every(({ cells: [left] }) => /^\W*\d/.test(left?.words ?? ''));
}

function tableLabels(node: TableNode, text: string): UnplacedLabel[] {
  const { start } = spanOf(node);
  const table = readTable(node, text);
  if (!table || table.header.cells.length !== 2) return [];
  const rows = namesColumns(table.header) || isOfNumbers(table.rows) ? table.rows : [table.header, ...table.rows];
  return rows.flatMap(({ cells: [label, value] }): UnplacedLabel[] => {
    if (!label || !value || !/^\p{L}[^:|]{0,40}:?$/u.test(label.words)) return [];
    const words = label.words.replace(/:$/, '');
    const row: UnplacedLabel = {
      label: words,
      labelSpan: label.span,
      value: value.words,
      valueSpan: value.span,
      style: 'table-row',
    };
    return [movedLabel(row, -start)];
  });
}
