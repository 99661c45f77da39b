import { spanOf } from '../parse/markdown.ts';
import type { Outline } from '../parse/outline.ts';
import { walk } from '../parse/walk.ts';
import type { LineIndex } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';

/** What a comment may do: keep findings from being reported, or end that. */
export const directives = ['disable', 'enable', 'disable-line', 'disable-next-line', 'disable-file'] as const;

/** A comment that keeps findings from being reported: `<!-- incident-docs-disable-next-line dead-link -- moved -->`. */
export interface Suppression {
  readonly span: Span;
  /** As it is written; one that is none of the directives does nothing. */
  readonly directive: string;
  readonly directiveSpan: Span;
  /** The rules that it names; without any it means all. */
  readonly rules: readonly { readonly id: string; readonly span: Span }[];
  /** The line that `disable-line` and `disable-next-line` mean, counted from 0. */
  readonly line: number;
}

const comment = /<!--\s*incident-docs-([a-z-]+)([\s,][\s\S]*?)?-->/g;

/** Reads the suppressing comments of a document, in document order; those in code are text like any other. */
export function readSuppressions({ tree }: Outline, lines: LineIndex): readonly Suppression[] {
  const { text } = lines;
  // Hardly any document has one, and a walk through the tree of each would be felt.
  if (!text.includes('incident-docs-')) return [];
  const found: Suppression[] = [];
  walk(tree, (node) => {
    if (node.type !== 'html') return undefined;
    const { start, end } = spanOf(node);
    for (const { 0: whole, 1: directive = '', 2: rest = '', index } of text.slice(start, end).matchAll(comment)) {
      const span = { start: start + index, end: start + index + whole.length };
      const directiveStart = span.start + whole.indexOf('incident-docs-');
      const directiveSpan = { start: directiveStart, end: directiveStart + 'incident-docs-'.length + directive.length };
      const line = lineMeant(directive, span, lines);
      found.push({ span, directive, directiveSpan, rules: namesIn(rest, directiveSpan.end), line });
    }
    return undefined;
  });
  return found;
}

/** The names before the reason, which begins with `--`. */
function namesIn(rest: string, offset: number): Suppression['rules'] {
  const names = rest.split(/(?<=^|\s)--(?=\s|$)/)[0] ?? '';
  return [...names.matchAll(/[^\s,]+/g)].map(({ 0: id, index }) => ({
    id,
    span: { start: offset + index, end: offset + index + id.length },
  }));
}

/** A comment's own line, or the next that holds something: formatters put an empty line between a comment and what follows. */
function lineMeant(directive: string, { start, end }: Span, lines: LineIndex): number {
  if (directive !== 'disable-next-line') return lines.lineAt(start);
  let line = lines.lineAt(end) + 1;
  while (line < lines.lineCount && isBlank(lines, line)) line++;
  return line;
}

function isBlank(lines: LineIndex, line: number): boolean {
  const { start, end } = lines.contentSpan(line);
  return lines.text.slice(start, end).trim() === '';
}
