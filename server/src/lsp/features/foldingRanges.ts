import { FoldingRangeKind, type FoldingRange } from 'vscode-languageserver/node';
import type { IncidentDocument } from '../../core/model/document.ts';
import { spanOf } from '../../core/parse/markdown.ts';
import { walk } from '../../core/parse/walk.ts';
import { trimmed } from '../../core/text/slice.ts';
import type { Span } from '../../core/text/span.ts';
import { answering } from '../door.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

/** Folds sections, blocks of code, tables, lists, comments and the front matter. */
export const foldingRanges: Feature = { capabilities: { foldingRangeProvider: true }, register };

function register(session: Session): void {
  const { connection, client } = session;
  connection.onFoldingRanges(
    answering(connection, 'Folding ranges', [], async ({ textDocument }): Promise<FoldingRange[]> => {
      const document = (await session.read(textDocument.uri))?.document;
      return document ? rangesOf(document).slice(0, client.foldingRangeLimit) : [];
    }),
  );
}

function rangesOf({ outline, text, lines }: IncidentDocument): FoldingRange[] {
  const ranges: FoldingRange[] = [];
  const add = (span: Span, kind?: FoldingRangeKind): void => {
    const { start, end } = trimmed(text, span);
    const startLine = lines.lineAt(start);
    const endLine = lines.lineAt(Math.max(start, end - 1));
    if (endLine > startLine) ranges.push({ startLine, endLine, ...(kind === undefined ? {} : { kind }) });
  };
  if (outline.frontMatter) add(outline.frontMatter.span, FoldingRangeKind.Region);
  for (const section of outline.allSections) add(section.span);
  walk(outline.tree, (node) => {
    if (node.type === 'code' || node.type === 'table' || node.type === 'list') add(spanOf(node));
    else if (node.type === 'html' && node.value.startsWith('<!--')) add(spanOf(node), FoldingRangeKind.Comment);
    return undefined;
  });
  return ranges.toSorted((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
}
