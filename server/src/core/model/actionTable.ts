import type { Table, TableCell, TableRow } from '../parse/table.ts';
import { at } from '../text/span.ts';
import { columnOf, type ActionColumn } from './actionColumns.ts';
import { detailIn, stateOf, ticketIn } from './actionDetails.ts';
import type { ActionDetail, ActionItem } from './document.ts';
import { readActionStatus } from './values/actionStatus.ts';

/** The actions of a table's rows. */
export function tableItems(table: Table | undefined, text: string): ActionItem[] {
  if (!table) return [];
  const columns = new Map<ActionColumn, number>();
  for (const [index, cell] of table.header.cells.entries()) {
    const column = columnOf(cell.words);
    if (column && !columns.has(column)) columns.set(column, index);
  }
  const textColumn = columns.get('text') ?? firstOwn(table.header.cells, columns);
  // A header in another language: each cell of the column says how things stand.
  const standing = table.header.cells.findIndex(
    (_, index) =>
      index !== textColumn &&
      ![...columns.values()].includes(index) &&
      table.rows.every(({ cells }) => readActionStatus(cells[index]?.words ?? '')),
  );
  if (!columns.has('status') && standing >= 0 && table.rows.length > 0) columns.set('status', standing);
  return table.rows.flatMap((row) => {
    const cell = row.cells[textColumn];
    if (!cell || row.cells.every(({ words }) => words === '')) return [];
    const detail = (column: ActionColumn): ActionDetail | undefined => cellDetail(columns.get(column), row);
    const status = detail('status') ?? detailIn('mark', row.span, text);
    const ticketCell = row.cells[columns.get('ticket') ?? -1];
    const state = stateOf(status, /^\s*(?:~~|<del>)/.test(text.slice(cell.span.start, cell.span.end)));
    return [
      {
        span: row.span,
        text: cell.words,
        textSpan: cell.span,
        owner: detail('owner') ?? detailIn('mention', cell.span, text),
        // "In progress, target 2024-02-01"
        due: detail('due') ?? (state === 'open' ? detailIn('due', row.span, text) : undefined),
        status,
        ticket: filled(ticketCell) ?? ticketIn(row.span, text),
        ticketPlace: filled(ticketCell) ? undefined : ticketCell?.span,
        type: detail('type'),
        state,
        form: 'table-row',
        header: table.header.span,
        parts: 0,
      },
    ];
  });
}

/** The first column that says nothing that is known, and is not the row's number: "Maßnahme" in "# | Maßnahme | Owner". */
function firstOwn(cells: readonly TableCell[], columns: ReadonlyMap<ActionColumn, number>): number {
  const known = new Set(columns.values());
  const own = cells.findIndex(
    ({ words }, index) => !known.has(index) && !/^[^\p{L}]*$|^(?:nr|no|num|number|id)\b/iu.test(words),
  );
  return Math.max(0, own);
}

/** A cell; where the row is too short for it, the place at the row's end. */
function cellDetail(column: number | undefined, row: TableRow): ActionDetail | undefined {
  if (column === undefined) return undefined;
  const cell: TableCell | undefined = row.cells[column];
  return cell ? { value: cell.words, span: cell.span } : { value: '', span: at(row.span.end) };
}

function filled(cell: TableCell | undefined): ActionDetail | undefined {
  return cell && /[\p{L}\d]/u.test(cell.words) ? { value: cell.words, span: cell.span } : undefined;
}
