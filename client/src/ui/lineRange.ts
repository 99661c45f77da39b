import type { TextDocumentContentChangeEvent } from 'vscode';

/** Whole lines, first and last included. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
  /** Where the last line ends, in UTF-16 code units. */
  readonly lastLength: number;
}

/** Where lines stand after an edit of their document; undefined once the edit has touched their text. */
export function moved(
  lines: LineRange,
  { range, text }: Pick<TextDocumentContentChangeEvent, 'range' | 'text'>,
): LineRange | undefined {
  const { start, end } = range;
  const isAtEnd = start.line === lines.last && start.character >= lines.lastLength && /^(?:\r?\n|$)/.test(text);
  if (start.line > lines.last || isAtEnd) return lines;
  const keepsLineStart = text === '' ? start.character === 0 : text.endsWith('\n');
  const isAbove = end.line < lines.first || (end.line === lines.first && end.character === 0 && keepsLineStart);
  if (!isAbove) return undefined;
  const shift = text.split('\n').length - 1 - (end.line - start.line);
  return { ...lines, first: lines.first + shift, last: lines.last + shift };
}
