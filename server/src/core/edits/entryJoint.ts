import type { TimelineDate, TimelineEntry } from '../model/timeline/timeline.ts';

const blank = /^(?:\s|(?<=\n[ \t>]{0,20})>|<br\s*\/?>|\\)+$/i;
const parts = /\n|<br/i;

/** What stands between two entries of a list, taken from the pair nearest to a place; else what their form needs. */
export function jointBetween(text: string, entries: readonly TimelineEntry[], index: number, newline: string): string {
  const distance = (pair: number): number => Math.abs(pair - index);
  const found = entries
    .slice(1)
    .map((_, pair) => pair + 1)
    .toSorted((a, b) => distance(a) - distance(b))
    .map((pair) => gapOf(text, entries[pair - 1], entries[pair]))
    .find((gap) => gap !== undefined && blank.test(gap) && parts.test(gap));
  if (found !== undefined) return found;
  const beside = entries[index - 1] ?? entries[index];
  const lines = beside?.form === 'bullet' || beside?.form === 'table-row' ? 1 : 2;
  return newline.repeat(lines) + (beside ? indentOf(text, beside.span.start) : '');
}

/** What stands between two entries; undefined where one holds the other. */
function gapOf(text: string, above: TimelineEntry | undefined, below: TimelineEntry | undefined): string | undefined {
  if (!above || !below || below.span.start < above.span.end) return undefined;
  return text.slice(above.span.end, Math.min(below.span.start, above.span.end + 200));
}

/** What stands between a date by itself and the first entry below it. */
export function jointBelowDate(
  text: string,
  date: TimelineDate,
  entries: readonly TimelineEntry[],
  newline: string,
): string {
  const line = text.slice(date.dateSpan.end).search(/[\r\n]/);
  const end = line < 0 ? text.length : date.dateSpan.end + line;
  const next = entries.find(({ span }) => span.start > date.dateSpan.end);
  const gap = next && text.slice(end, Math.max(end, next.span.start));
  if (gap !== undefined && /^\s+$/.test(gap)) return gap;
  if (date.form === 'table-row') return newline;
  return date.form === 'bullet' ? `${newline}${indentOf(text, date.span.start)}  ` : newline.repeat(2);
}

/** The white space with which the line of an offset begins, up to the offset. */
export function indentOf(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}
