import type { List, ListItem, Table as TableNode } from 'mdast';
import { spanOf } from '../parse/markdown.ts';
import type { Section } from '../parse/outline.ts';
import { readTable, type TableCell } from '../parse/table.ts';
import { wordsOf } from '../parse/walk.ts';
import type { Span } from '../text/span.ts';
import { trimmed } from '../text/slice.ts';
import type { ActionDetail, ActionItem } from './document.ts';

type Column = 'text' | 'owner' | 'due' | 'status';

/** Column headers as teams write them. */
const columnWords: readonly (readonly [Column, RegExp])[] = [
  ['owner', /^(?:owners?|assignees?|assigned(?: to)?|responsible|who|dri|person|lead|team)\b/i],
  ['due', /^(?:due|deadline|target|eta|by when|when|date|completion date|expected)\b/i],
  ['status', /^(?:status|state|done|progress|completed?)\b/i],
  ['text', /^(?:actions?|action items?|corrective|tasks?|items?|description|what|to-?do|title|summary|follow)/i],
];

/** The action items of a section and its subsections: rows of tables, items of lists, check boxes. */
export function readActionItems(section: Section, text: string): ActionItem[] {
  const own = section.body.flatMap((node) => {
    if (node.type === 'table') return tableItems(node, text);
    if (node.type === 'list') return listItems(node, text);
    return [];
  });
  return [...own, ...section.children.flatMap((child) => readActionItems(child, text))];
}

function tableItems(node: TableNode, text: string): ActionItem[] {
  const table = readTable(node, text);
  if (!table) return [];
  const columns = new Map<Column, number>();
  for (const [index, cell] of table.header.cells.entries()) {
    const column = columnWords.find(([, words]) => words.test(cell.words))?.[0];
    if (column && !columns.has(column)) columns.set(column, index);
  }
  const textColumn = columns.get('text') ?? 0;
  return table.rows.flatMap((row) => {
    const cell = row.cells[textColumn];
    if (!cell || row.cells.every(({ words }) => words === '')) return [];
    const detail = (column: Column): ActionDetail | undefined => cellDetail(row.cells[columns.get(column) ?? -1]);
    return [
      {
        span: row.span,
        text: cell.words,
        textSpan: cell.span,
        owner: detail('owner'),
        due: detail('due'),
        status: detail('status'),
        form: 'table-row',
      },
    ];
  });
}

function cellDetail(cell: TableCell | undefined): ActionDetail | undefined {
  return cell && { value: cell.words, span: cell.span };
}

/** An item that only introduces a nested list ("Prevention:") is a group, not an action. */
function listItems(node: List, text: string): ActionItem[] {
  return node.children.flatMap((item) => {
    const nested = item.children.find((child) => child.type === 'list');
    const lead = item.children[0];
    if (nested && lead?.type === 'paragraph' && /:$|^\W*[\w -]{1,30}$/.test(wordsOf(lead).trim()))
      return listItems(nested, text);
    return [listItem(item, text)];
  });
}

const owners: readonly RegExp[] = [
  /\b(?:owner|assignee|assigned to|dri|responsible)\b\**\s*[:=]?\**\s*:?\s*([^,;()\n|—–]+?)(?=\s*(?:[,;()|—–\n]|\bdue\b|$))/i,
  /(?<![\w./@])(@[A-Za-z][\w.-]*(?:\/[\w.-]+)?)/,
];
const dues: readonly RegExp[] = [
  /\b(?:due(?: date| by| on)?|deadline|eta|target(?: date)?|complete by)\b\**\s*[:=]?\**\s*([^,;()\n|—–]+?)(?=\s*(?:[,;()|—–\n]|$))/i,
  /\bby\s+(\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2}(?:,?\s+\d{4})?|q[1-4](?:\s+\d{4})?)/i,
  /\(\s*(\d{4}-\d{2}-\d{2})\s*\)|[—–-]\s*(\d{4}-\d{2}-\d{2})\s*$/,
];
const statuses: readonly RegExp[] = [
  /\bstatus\b\**\s*[:=]\**\s*([^,;()\n|]+?)(?=\s*(?:[,;()|\n]|$))/i,
  /[[(]\s*(done|complete[d]?|in progress|open|planned|todo|not started|blocked|closed)\s*[\])]/i,
];

function listItem(item: ListItem, text: string): ActionItem {
  const whole = spanOf(item);
  const lead = item.children[0];
  const textSpan = trimmed(text, lead ? spanOf(lead) : { start: whole.end, end: whole.end });
  const task = typeof item.checked === 'boolean';
  const status = firstDetail(statuses, textSpan, text);
  return {
    span: whole,
    text: lead ? wordsOf(lead) : '',
    textSpan,
    owner: firstDetail(owners, textSpan, text),
    due: firstDetail(dues, textSpan, text),
    status:
      status ??
      (task ? { value: item.checked ? 'Done' : 'Open', span: { start: whole.start, end: textSpan.start } } : undefined),
    form: task ? 'task' : 'bullet',
  };
}

function firstDetail(patterns: readonly RegExp[], place: Span, text: string): ActionDetail | undefined {
  const words = text.slice(place.start, place.end);
  for (const pattern of patterns) {
    const match = pattern.exec(words);
    const value = match?.slice(1).find((group) => group !== undefined);
    if (!match || value === undefined) continue;
    const start = place.start + match.index + match[0].indexOf(value);
    return { value: value.trim(), span: { start, end: start + value.length } };
  }
  return undefined;
}
