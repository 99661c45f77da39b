import type { Edit } from './edit.ts';

/**
 * The edits that make one text of another, whole lines each, in document order and not overlapping. Lines that both texts
 * have once are kept in place, so that carets and marks beside a change stay where they are.
 */
export function difference(before: string, after: string): Edit[] {
  const edits: Edit[] = [];
  compare(linesOf(before), linesOf(after), 0, edits);
  return edits;
}

/** Compares runs of lines, the first of which begins at `offset` of the text before. */
function compare(before: readonly string[], after: readonly string[], offset: number, edits: Edit[]): void {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail))
    tail++;

  const oldLines = before.slice(head, before.length - tail);
  const newLines = after.slice(head, after.length - tail);
  if (oldLines.length === 0 && newLines.length === 0) return;
  const start = offset + lengthOf(before.slice(0, head));
  const anchor = oldLines.length > 0 && newLines.length > 0 ? commonLine(oldLines, newLines) : undefined;
  if (!anchor) {
    edits.push({ span: { start, end: start + lengthOf(oldLines) }, text: newLines.join('') });
    return;
  }
  const [oldIndex, newIndex] = anchor;
  compare(oldLines.slice(0, oldIndex), newLines.slice(0, newIndex), start, edits);
  compare(oldLines.slice(oldIndex), newLines.slice(newIndex), start + lengthOf(oldLines.slice(0, oldIndex)), edits);
}

/** The places of the middlemost line that stands once in each; undefined where there is none. */
function commonLine(before: readonly string[], after: readonly string[]): readonly [number, number] | undefined {
  const oldPlaces = uniquePlaces(before);
  const newPlaces = uniquePlaces(after);
  const common = [...oldPlaces].flatMap(([line, place]) => {
    const other = newPlaces.get(line);
    return other === undefined ? [] : [[place, other] as const];
  });
  return common[common.length >> 1];
}

function uniquePlaces(lines: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  for (const [place, line] of lines.entries()) {
    if (places.has(line)) repeated.add(line);
    places.set(line, place);
  }
  for (const line of repeated) places.delete(line);
  return places;
}

/** Lines with their endings. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function lengthOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + line.length, 0);
}
