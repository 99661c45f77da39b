import type { Span } from '../text/span.ts';

/** What parts the facts that stand in one line: `**Date:** 2024-01-15 | **Severity:** SEV-1`, `Date: … · Status: …`. */
const between =
  /(?:\s+[|·•]\s+|[.,;]?\s+(?=\*\*|__))(?=(\*\*|__)[^*_\n]{1,60}?(?::\1|\1\s?:)|[A-Z][\w/]*(?: \w+){0,2}: )/g;

/** The facts of a line, of which most lines have one. */
export function partsOf(line: Span, text: string): readonly Span[] {
  const words = text.slice(line.start, line.end);
  let { start } = line;
  const parts = [...words.matchAll(between)].map(({ index, 0: sign }) => {
    const part = { start, end: line.start + index };
    start = part.end + sign.length;
    return part;
  });
  return [...parts, { start, end: line.end }];
}
