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
