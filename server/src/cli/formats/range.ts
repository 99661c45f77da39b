import type { LineIndex, Position } from '../../core/text/lineIndex.ts';
import type { Span } from '../../core/text/span.ts';

/** A place as the Language Server Protocol writes it: zero-based lines and UTF-16 characters. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** The lines and characters of a span. */
export function rangeOf(lines: LineIndex, { start, end }: Span): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}
