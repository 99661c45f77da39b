import type { List, Paragraph, RootContent, Table as TableNode } from 'mdast';
import { trimmed } from '../text/slice.ts';
import type { Span } from '../text/span.ts';
import { spanOf } from './markdown.ts';
import type { Outline, Section } from './outline.ts';
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
const boldLabel = /^(\s*(?:[-*+]\s+(?:\[[ xX]\]\s+)?)?)(\*\*|__)([^*_\n]{1,60}?)\s*(?::\s*\2|\2\s*:)(.*)$/;
/** `Label: value`, with a label of at most five words. */
const plainLabel = /^(\s*(?:[-*+]\s+)?)()([A-Z][\p{L}\d'/&().-]*(?: [\p{L}\d'/&().-]+){0,4}):(?=\s|$)(.*)$/u;
/** What ends a line without being part of the value. */
const hardBreak = /\s*(?:\\|<br\s*\/?>)?\s*$/i;

/** The labelled values of the header and of all sections, in document order. */
export function readLabels(outline: Outline, text: string): LabelledValue[] {
  const labels = labelsOf(outline.header, text, undefined);
  for (const section of outline.allSections)
    for (const label of labelsOf(section.body, text, section)) labels.push(label);
  return labels;
}

function labelsOf(blocks: readonly RootContent[], text: string, section: Section | undefined): LabelledValue[] {
  return blocks.flatMap((node, index) => {
    if (node.type === 'paragraph')
      return withBlockBelow(paragraphLabels(node, text, section), node, blocks[index + 1], text);
    if (node.type === 'list') return listLabels(node, text, section);
    if (node.type === 'table') return tableLabels(node, text, section);
    return [];
  });
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
  if (below.type === 'paragraph' && paragraphLabels(below, text, last.section).length > 0) return labels;
  if (!['paragraph', 'list', 'table', 'blockquote', 'code'].includes(below.type)) return labels;
  const value = below.type === 'code' ? below.value : wordsOf(below);
  return [...labels.slice(0, -1), { ...last, value, valueSpan: spanOf(below) }];
}

function paragraphLabels(node: Paragraph, text: string, section: Section | undefined): LabelledValue[] {
  const whole = spanOf(node);
  const found: LabelledValue[] = [];
  let start = whole.start;
  while (start < whole.end) {
    const line = lineIn(whole, start, text);
    const read = readLine(text, line, section, section === undefined);
    if (read) found.push(read);
    start = line.end + (text[line.end] === '\r' ? 2 : 1);
  }
  return found;
}

function listLabels(node: List, text: string, section: Section | undefined): LabelledValue[] {
  return node.children.flatMap((item) => {
    const [first, second] = item.children;
    if (first?.type !== 'paragraph') return [];
    const inner = spanOf(first);
    const line = lineIn(inner, inner.start, text);
    const read = readLine(text, line, section, true);
    if (!read) return second?.type === 'list' ? listLabels(second, text, section) : [];
    const below = trimmed(text, { start: line.end, end: inner.end });
    if (read.value === '' && below.start < below.end) return [onLinesBelow(read, below, text)];
    if (read.value === '' && second)
      return [{ ...read, style: 'bullet', value: wordsOf(second), valueSpan: spanOf(second) }];
    return [{ ...read, style: 'bullet' }];
  });
}

/** The rest of a line from an offset on, without its line ending and what lies outside `whole`. */
function lineIn(whole: Span, start: number, text: string): Span {
  const newline = text.indexOf('\n', start);
  const end = newline < 0 || newline > whole.end ? whole.end : newline;
  return { start, end: end > start && text[end - 1] === '\r' ? end - 1 : end };
}

/** A label that ends its line has its value on the lines below, in the same paragraph. */
function onLinesBelow(label: LabelledValue, below: Span, text: string): LabelledValue {
  const value = text.slice(below.start, below.end).replace(/\s+/g, ' ');
  return { ...label, style: 'bullet', value, valueSpan: below };
}

function readLine(
  text: string,
  line: Span,
  section: Section | undefined,
  plainToo: boolean,
): LabelledValue | undefined {
  const words = text.slice(line.start, line.end);
  const bold = boldLabel.exec(words);
  const match = bold ?? (plainToo ? plainLabel.exec(words) : null);
  if (!match) return undefined;
  const [, lead = '', mark = '', label = '', rest = ''] = match;
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
    section,
  };
}

/** Whether a table's first row says what its columns hold; many have their first field there. */
function namesColumns({ cells: [left, right] }: TableRow): boolean {
  return (
    /^(?:field|key|property|attribute|name|item|info|parameter)$/i.test(left?.words ?? '') &&
    /^(?:values?|details?|description|content|data|information)$/i.test(right?.words ?? '')
  );
}

function tableLabels(node: TableNode, text: string, section: Section | undefined): LabelledValue[] {
  const table = readTable(node, text);
  if (!table || table.header.cells.length !== 2) return [];
  const rows = namesColumns(table.header) ? table.rows : [table.header, ...table.rows];
  return rows.flatMap(({ cells: [label, value] }) => {
    if (!label || !value || !/^\p{L}[^:|]{0,40}:?$/u.test(label.words)) return [];
    const words = label.words.replace(/:$/, '');
    return [
      { label: words, labelSpan: label.span, value: value.words, valueSpan: value.span, style: 'table-row', section },
    ];
  });
}
