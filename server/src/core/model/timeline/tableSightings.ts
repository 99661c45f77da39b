import type { Table, TableCell, TableRow } from '../../parse/table.ts';
import { slice } from '../../text/slice.ts';
import { misreadAt, type Misread } from './misread.ts';
import type { Sighting } from './sighting.ts';
import type { StatedZone } from './timeline.ts';
import { stampAt, type WrittenStamp } from './stamp.ts';
import { findZone } from './zones.ts';

/** What a table's column holds, as far as a timeline is concerned. */
type Column = 'stamp' | 'until' | 'zone' | 'text' | 'other';

const stampHeader =
  /\b(?:date|day|weekday|time|when|timestamp|time ?stamp|hour|clock|utc|gmt|started|start|begin|tid|(?:uhr)?zeit(?:punkt|stempel)?|datum|heure|horaire|hora|fecha|horário)\b|^at$/i;
const notStampHeader = /\b(?:elapsed|duration|since|delta|spent|taken|to detect|to resolve|timeline|zone|due)\b/i;
const untilHeader = /^\W*(?:end(?:ed)?|until|to|finish(?:ed)?|stop)\b/i;
const zoneHeader = /^\W*(?:tz|time ?zone|zone)\W*$/i;
/** A column beside that of the words: `Event Type`, `Status`. */
const sideHeader = /\b(?:type|kind|category|class|phase|severity)\b/i;
const textHeader = /event|descri|action|what|detail|note|message|update|entry|comment|activit|happen|status/i;

/** What begins a row that goes on with the one above. */
const tellsMore = /^(?:[→⇒↳└…]|[-=]>|\.\.\.)/;

/** The entries of a table; none where the table has no column of times or dates. `clocks` says how many rows have a time. */
export function tableSightings(
  table: Table,
  text: string,
): { readonly sightings: Sighting[]; readonly clocks: number } {
  const columns = columnsOf(table, text);
  if (!columns.includes('stamp')) return { sightings: [], clocks: 0 };
  const headerIsEntry = stampOfRow(table.header, columns, text)?.clock !== undefined;
  const rows = headerIsEntry ? [table.header, ...table.rows] : table.rows;
  const year = yearOfHeader(table, columns);
  const zone = zoneOfHeader(table, columns, text);
  const stamps = rows.map((row) => stampOfRow(row, columns, text));
  const stamped = rows.filter((row, index) => stamps[index] ?? misreadOf(row, columns, text)).length;
  const isTimeline = stamped * 2 >= rows.filter((row) => row.cells.some(({ words }) => words !== '')).length;
  const sightings = rows.flatMap((row, index): Sighting[] => {
    const seen =
      dayRow(row, stamps[index], stamps[index + 1], text) ??
      rowSighting(row, stamps[index], columns, text, isTimeline && stamped > 0);
    return seen ? [seen.kind === 'entry' ? { ...seen, year, zone } : seen] : [];
  });
  return { sightings, clocks: stamps.filter((stamp) => stamp?.clock !== undefined).length };
}

/** `| **2024-01-15** | **Day one** |` above rows that give a time alone. */
function dayRow(
  row: TableRow,
  stamp: WrittenStamp | undefined,
  next: WrittenStamp | undefined,
  text: string,
): Sighting | undefined {
  if (!stamp?.date || stamp.clock || !next?.clock || next.date) return undefined;
  const titles = row.cells.every(
    ({ words, span }) => words === '' || /^(?:\*\*|__).*(?:\*\*|__)$/.test(slice(text, span)),
  );
  return titles
    ? { kind: 'date', form: 'table-row', span: row.span, stamp: { ...stamp, date: stamp.date } }
    : undefined;
}

function rowSighting(
  row: TableRow,
  stamp: WrittenStamp | undefined,
  columns: readonly Column[],
  text: string,
  isTimeline: boolean,
): Sighting | undefined {
  const cells = row.cells.filter(({ words }) => words !== '');
  // `| … | … |`: rows that were left out.
  if (cells.length > 0 && cells.every((cell) => /^[.…\s]+$/.test(cell.words))) return undefined;
  const words = row.cells.filter((_, index) => columns[index] === 'text' || columns[index] === 'other');
  const told =
    row.cells.find((cell, index) => columns[index] === 'text' && cell.words !== '') ??
    words.find((cell) => cell.words !== '') ??
    words[0];
  if (cells.length === 0) return { kind: 'blank', form: 'table-row', span: row.span };
  const misread = stamp?.clock ? undefined : misreadOf(row, columns, text);
  if (misread?.kind === 'blank' && !stamp) return { kind: 'blank', form: 'table-row', span: row.span };
  if (misread && (misread.kind === 'wrong' || !stamp)) {
    return { kind: 'unread', span: misread.span, reason: misread.reason };
  }
  if (!stamp) {
    const place = row.cells[columns.indexOf('stamp')]?.span ?? row.span;
    const title =
      cells.length === 1 && cells[0] ? stampAt(text, cells[0].span, { packed: false, alone: true }) : undefined;
    if (title?.date && !title.clock && !title.date.short && title.textStart >= (cells[0]?.span.end ?? 0)) {
      return { kind: 'date', form: 'table-row', span: row.span, stamp: { ...title, date: title.date } };
    }
    // "→ the breaker opens", without a time, tells more of the row above.
    if (place.start >= place.end && tellsMore.test(told?.words ?? '')) return undefined;
    // Words alone in the time's column are a title within the table.
    if (!isTimeline || (cells.length === 1 && place.start < place.end)) return undefined;
    const span = place.start < place.end ? place : row.span;
    return { kind: 'unread', span, reason: 'This row has no time that can be read; write it as the other rows do.' };
  }
  const { date } = stamp;
  if (date && !stamp.clock && (told?.words ?? '') === '') {
    return { kind: 'date', form: 'table-row', span: row.span, stamp: { ...stamp, date } };
  }
  const place = told?.span ?? { start: row.span.end, end: row.span.end };
  return {
    kind: 'entry',
    form: 'table-row',
    span: row.span,
    stamp,
    text: place,
    label: undefined,
    year: undefined,
    zone: undefined,
  };
}

/** What stands in a stamp's cell and can't be read as one. */
function misreadOf(row: TableRow, columns: readonly Column[], text: string): Misread | undefined {
  for (const [index, { span, words }] of row.cells.entries()) {
    if (columns[index] !== 'stamp' || words === '') continue;
    const stamp = stampAt(text, span, { packed: true, alone: true });
    const misread = misreadAt(text, { start: stamp?.textStart ?? span.start, end: span.end });
    if (misread) return misread;
  }
  return undefined;
}

/** The stamp of a row, put together from the cells for day, date, time and zone. */
function stampOfRow(row: TableRow, columns: readonly Column[], text: string): WrittenStamp | undefined {
  let merged: WrittenStamp | undefined;
  for (const [index, cell] of row.cells.entries()) {
    const column = columns[index];
    if (column === 'zone' && merged) merged = { ...merged, zone: merged.zone ?? findZone(text, cell.span) };
    if (column !== 'stamp' && column !== 'until') continue;
    const found = stampAt(text, cell.span, { packed: true, alone: true });
    if (!found) continue;
    if (column === 'until') {
      merged = merged && { ...merged, until: merged.until ?? found.clock };
    } else if (!merged) {
      merged = found;
    } else if ((found.date && !merged.date) || (found.clock && !merged.clock)) {
      merged = {
        ...merged,
        span: { start: merged.span.start, end: found.span.end },
        date: merged.date ?? found.date,
        clock: merged.clock ?? found.clock,
        until: merged.until ?? found.until,
        zone: merged.zone ?? found.zone,
        approximate: merged.approximate || found.approximate,
      };
    }
  }
  return merged;
}

function columnsOf(table: Table, text: string): Column[] {
  const named = table.header.cells.map(({ words }): Column => {
    if (zoneHeader.test(words)) return 'zone';
    if (untilHeader.test(words)) return 'until';
    if (stampHeader.test(words) && !notStampHeader.test(words)) return 'stamp';
    return textHeader.test(words) && !sideHeader.test(words) ? 'text' : 'other';
  });
  const read = (cell: TableCell | undefined): boolean =>
    cell !== undefined && stampAt(text, cell.span, { packed: true, alone: true }) !== undefined;
  const share = (index: number): number => {
    const cells = table.rows.map((row) => row.cells[index]).filter((cell) => cell && cell.words !== '');
    return cells.length === 0 ? 0 : cells.filter(read).length / cells.length;
  };
  // A table without a real header begins with its first entry.
  const rowsWith = (index: number): number => table.rows.length + (read(table.header.cells[index]) ? 1 : 0);
  const utc = named.findIndex(
    (column, index) => column === 'stamp' && /\butc\b/i.test(table.header.cells[index]?.words ?? ''),
  );
  if (named.includes('stamp')) {
    // A column that is called "Start" or "What time" and holds words is a column of words.
    const several = named.filter((column) => column === 'stamp').length > 1;
    // The same times in two zones: those in UTC are taken, else the first.
    const otherZone = (index: number): boolean => index !== utc && findZoneOf(table, index, text) !== undefined;
    const first = named.findIndex((column, index) => column === 'stamp' && otherZone(index));
    const doubled = (index: number): boolean => otherZone(index) && (utc >= 0 || index !== first);
    return named.map((column, index) =>
      column === 'stamp' && several && (share(index) === 0 || doubled(index)) ? 'other' : column,
    );
  }
  const found = named.findIndex((column, index) => column !== 'zone' && rowsWith(index) >= 2 && share(index) >= 0.6);
  return named.map((column, index) => (index === found ? 'stamp' : column === 'until' ? 'other' : column));
}

/** `Date (2021)` */
function yearOfHeader(table: Table, columns: readonly Column[]): number | undefined {
  for (const [index, { words }] of table.header.cells.entries()) {
    const year = columns[index] === 'stamp' ? /\b(?:19|20)\d{2}\b/.exec(words) : null;
    if (year) return Number(year[0]);
  }
  return undefined;
}

/** `Time (UTC)` */
function zoneOfHeader(table: Table, columns: readonly Column[], text: string): StatedZone | undefined {
  const index = columns.findIndex(
    (column, place) => column === 'stamp' && findZoneOf(table, place, text) !== undefined,
  );
  return index < 0 ? undefined : findZoneOf(table, index, text);
}

function findZoneOf(table: Table, column: number, text: string): StatedZone | undefined {
  const cell = table.header.cells[column];
  return cell && findZone(text, cell.span);
}
