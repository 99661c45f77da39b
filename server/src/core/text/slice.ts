import type { Span } from './span.ts';

/** The part of a text that a span covers. */
export function slice(text: string, range: Span): string {
  return text.slice(range.start, range.end);
}

/** A span without the white space at its ends. */
export function trimmed(text: string, range: Span): Span {
  let { start, end } = range;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return { start, end };
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13 || code === 0xa0;
}

/**
 * The same words in a string of their own. A piece of a text keeps the whole text in memory, and whoever remembers pieces of
 * each version of a document would keep all of its versions.
 */
export function ownWords(piece: string): string {
  // The engine puts the sum into one new string before it cuts that.
  return ` ${piece}`.slice(1);
}
