/** How two versions of a text differ: everything before `start` and everything from the ends on is the same in both. */
export interface Change {
  readonly start: number;
  /** Where what was replaced ends in the earlier text. */
  readonly oldEnd: number;
  /** Where what replaces it ends in the later text. */
  readonly newEnd: number;
}

/** The smallest change that leads from one text to another; undefined for equal texts. */
export function changeBetween(before: string, after: string): Change | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  const start = longest(shorter, (length) => (at) => before.slice(at, length) === after.slice(at, length));
  const common = longest(shorter - start, (length) => (at) => {
    return tail(before, length, at) === tail(after, length, at);
  });
  return { start, oldEnd: before.length - common, newEnd: after.length - common };
}

function tail(text: string, length: number, known: number): string {
  return text.slice(text.length - length, text.length - known);
}

/** The greatest length up to a limit at which two texts agree, by halving: comparing slices is far faster than characters. */
function longest(limit: number, agree: (length: number) => (known: number) => boolean): number {
  let low = 0;
  let high = limit;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (agree(middle)(low)) low = middle;
    else high = middle - 1;
  }
  return low;
}
