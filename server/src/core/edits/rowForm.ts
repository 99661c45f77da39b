import { stampAt } from '../model/timeline/stamp.ts';
import { weekdayAt } from '../model/timeline/calendarNames.ts';
import type { TimelineEntry } from '../model/timeline/timeline.ts';
import { contains, type Span } from '../text/span.ts';
import { slice, trimmed } from '../text/slice.ts';
import type { EntryText } from './entryForm.ts';
import { dateLike, stampLike, type StampContent, type StampHabits } from './stampForm.ts';

/** What goes around the time in its cell. */
interface Around {
  /** A date in front, with a space. */
  readonly lead: string;
  /** A zone behind, with a space. */
  readonly suffix: string;
  /** The time behind a date, with a space, where the model has none. */
  readonly clock: string;
}

/**
 * A row of a table in the form of one that is there: its columns, its pipes, its widths where they suffice. Cells that are
 * neither stamp nor words stay empty.
 */
export function rowLike(
  text: string,
  model: TimelineEntry,
  content: StampContent,
  words: string,
  habits: StampHabits,
  around: Around,
): EntryText {
  const row = slice(text, model.span);
  const cells = cellsOf(row);
  let caret = 0;
  let result = '';
  let position = 0;
  for (const cell of cells) {
    const place = shifted(trimmed(row, cell), model.span.start);
    const isWords = place.start === model.textSpan.start && model.textSpan.start < model.textSpan.end;
    const filled = isWords ? cellWords(words) : cellStamp(text, place, model.stamp.span, content, habits, around);
    const raw = row.slice(cell.start, cell.end);
    const lead = /^\s*/.exec(raw)?.[0].slice(0, 1) ?? '';
    result += row.slice(position, cell.start) + lead + filled;
    if (isWords) caret = result.length;
    const width = cell.end - cell.start - lead.length;
    result += filled.length < width ? ' '.repeat(width - filled.length) : raw.endsWith(' ') || raw === '' ? ' ' : '';
    position = cell.end;
  }
  result += row.slice(position);
  return { text: result, caret };
}

/** What a cell of the model becomes: another stamp for a stamp or a part of one, nothing for anything else. */
function cellStamp(
  text: string,
  cell: Span,
  stampSpan: Span,
  content: StampContent,
  habits: StampHabits,
  { lead, suffix, clock }: Around,
): string {
  if (cell.start >= cell.end) return '';
  const written = text.slice(cell.start, cell.end);
  const weekday = weekdayAt(written, 0, written.length);
  if (weekday?.end === written.length) {
    const span = { start: 0, end: written.length };
    const parts = [{ kind: 'weekday' as const, span }];
    const model = { span, year: undefined, month: undefined, day: undefined, numbers: undefined, short: true, parts };
    return dateLike(written, model, content.date, habits.dayFirst);
  }
  if (!contains(stampSpan, cell) && !contains(cell, stampSpan) && cell.start !== stampSpan.start) return '';
  const stamp = stampAt(text, cell, { packed: true, alone: true });
  if (!stamp) return '';
  const marks = text.slice(cell.start, stamp.span.start).replace(/[~≈±\w.\s]+/g, '');
  const closing = /^[*_`\])}]*/.exec(text.slice(stamp.span.end, cell.end))?.[0] ?? '';
  const form = suffix === '' ? stamp : { ...stamp, zone: undefined };
  const like = stampLike(text, form, content, habits);
  return marks + (stamp.clock ? lead + like + suffix : like + clock) + closing;
}

/** Words that stay in their cell: pipes escaped, lines joined. */
export function cellWords(words: string): string {
  return words
    .trim()
    .replace(/\s*\n\s*/g, '<br>')
    .replace(/(\\*)\|/g, (_, slashes: string) => `${slashes.length % 2 === 0 ? `${slashes}\\` : slashes}|`)
    .replace(/\\$/, '\\ ');
}

/** The cells of a row between its pipes, with their white space. */
export function cellsOf(row: string): Span[] {
  const pipes = [...row.matchAll(/(?<!\\)(?:\\\\)*\|/g)].map(({ index, 0: found }) => index + found.length - 1);
  const leading = /^\s*\|/.test(row);
  const trailing = /(?<!\\)\|\s*$/.test(row) && pipes.length > (leading ? 1 : 0);
  const inner = [...(leading ? [] : [-1]), ...pipes, ...(trailing ? [] : [row.length])];
  return inner.slice(0, -1).map((pipe, index) => ({ start: pipe + 1, end: inner[index + 1] ?? row.length }));
}

function shifted({ start, end }: Span, by: number): Span {
  return { start: start + by, end: end + by };
}
