import type { Table as TableNode } from 'mdast';
import type { ActionItem, IncidentDocument } from '../model/document.ts';
import { spanOf } from '../parse/markdown.ts';
import { readTable, type TableRow } from '../parse/table.ts';
import type { Edit } from './edit.ts';
import { at } from '../text/span.ts';

/** Writes an action below the last one, in its form; owner and day are left to be filled in. */
export function addAction(document: IncidentDocument, words: string): Edit | undefined {
  const last = document.actionItems.at(-1);
  if (!last) return undefined;
  const { text, lines } = document;
  const line = last.form === 'table-row' ? rowLike(document, last, words) : itemLike(document, last, words);
  if (line === undefined) return undefined;
  const end = lines.contentSpan(lines.lineAt(Math.max(last.span.start, last.span.end - 1))).end;
  const indent = text.slice(lines.startOf(lines.lineAt(last.span.start)), last.span.start);
  return { span: at(end), text: lines.newline + indent + line };
}

/** `- [ ] words` for a check box, `- words` for a bullet, with the mark that the last one has. */
function itemLike({ text }: IncidentDocument, last: ActionItem, words: string): string {
  const mark = /^(?:[-*+]|\d+[.)])\s+/.exec(text.slice(last.span.start, last.span.end))?.[0] ?? '- ';
  const number = Number.parseInt(mark, 10);
  const next = Number.isNaN(number) ? mark : mark.replace(/\d+/, String(number + 1));
  return `${next}${last.form === 'task' ? '[ ] ' : ''}${words}`;
}

function rowLike(document: IncidentDocument, last: ActionItem, words: string): string | undefined {
  const row = document.recall(lastRow, document);
  if (!row) return undefined;
  const cells = row.cells.map(({ span }) => {
    const isAt = (place: { readonly start: number } | undefined): boolean => place?.start === span.start;
    if (isAt(last.textSpan)) return words.replaceAll('|', '\\|');
    if (isAt(last.owner?.span)) return '@owner';
    if (isAt(last.due?.span)) return 'YYYY-MM-DD';
    return isAt(last.status?.span) ? 'Planned' : '';
  });
  return `| ${cells.join(' | ')} |`;
}

/** The row of the last action, as a table has it. */
function lastRow({ actionItems, outline, text }: IncidentDocument): TableRow | undefined {
  const last = actionItems.at(-1);
  const blocks = outline.allSections.flatMap(({ body }) => body);
  const node = blocks.find((block): block is TableNode => {
    const { start, end } = spanOf(block);
    return block.type === 'table' && last !== undefined && start <= last.span.start && last.span.end <= end;
  });
  return node && readTable(node, text)?.rows.find(({ span }) => span.start === last?.span.start);
}
