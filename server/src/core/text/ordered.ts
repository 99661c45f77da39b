import type { Span } from './span.ts';

/** What begins within a span, of things in document order: found by halving, however many there are. */
export function beginningIn<T>(ordered: readonly T[], spanOf: (thing: T) => Span, { start, end }: Span): readonly T[] {
  const first = countBefore(ordered, spanOf, start);
  const behind = countBefore(ordered, spanOf, end + 1);
  return ordered.slice(first, behind);
}

/** How many things, in document order, begin before an offset. */
function countBefore<T>(ordered: readonly T[], spanOf: (thing: T) => Span, offset: number): number {
  return firstThat(ordered, (thing) => spanOf(thing).start >= offset);
}

/** The index of the first thing of which something holds that then holds for all behind it; their number where it never does. */
export function firstThat<T>(ordered: readonly T[], holds: (thing: T) => boolean): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const thing = ordered[middle];
    if (thing !== undefined && !holds(thing)) low = middle + 1;
    else high = middle;
  }
  return low;
}
