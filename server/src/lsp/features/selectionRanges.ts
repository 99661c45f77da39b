import type { SelectionRange } from 'vscode-languageserver/node';
import type { IncidentDocument } from '../../core/model/document.ts';
import { spanOf } from '../../core/parse/markdown.ts';
import { skip, walk } from '../../core/parse/walk.ts';
import { trimmed } from '../../core/text/slice.ts';
import { contains, touches, type Span } from '../../core/text/span.ts';
import { rangeOf } from '../convert.ts';
import { answering } from '../door.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

/** Widens the selection by what a document consists of: words, entry, list, section, the sections around it, the document. */
export const selectionRanges: Feature = { capabilities: { selectionRangeProvider: true }, register };

function register(session: Session): void {
  const { connection } = session;
  connection.onSelectionRanges(
    answering(connection, 'Selection ranges', [], async ({ textDocument, positions }): Promise<SelectionRange[]> => {
      const document = (await session.read(textDocument.uri))?.document;
      return document ? positions.map((position) => around(document, document.lines.offsetAt(position))) : [];
    }),
  );
}

function around(document: IncidentDocument, offset: number): SelectionRange {
  const { lines, text, outline, fields, timeline, actionItems } = document;
  const spans: Span[] = [{ start: 0, end: text.length }];
  walk(outline.tree, (node) => {
    const span = spanOf(node);
    if (!touches(span, offset)) return skip;
    spans.push(span);
    return undefined;
  });
  for (const { span, bodySpan } of outline.allSections) spans.push(trimmed(text, span), trimmed(text, bodySpan));
  for (const { valueSpan } of fields) spans.push(valueSpan);
  for (const { span, textSpan } of timeline?.entries ?? []) spans.push(span, textSpan);
  for (const { textSpan } of actionItems) spans.push(textSpan);
  const inward = spans
    .filter((span) => touches(span, offset))
    .toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  let chain: { readonly range: SelectionRange; readonly span: Span } | undefined;
  for (const span of inward) {
    // Each range must lie in the one around it, and be smaller.
    if (chain && (!contains(chain.span, span) || span.end - span.start === chain.span.end - chain.span.start)) continue;
    const range = { range: rangeOf(lines, span), ...(chain ? { parent: chain.range } : {}) };
    chain = { range, span };
  }
  return chain?.range ?? { range: rangeOf(lines, { start: offset, end: offset }) };
}
