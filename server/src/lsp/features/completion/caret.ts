import type { Position } from 'vscode-languageserver/node';
import type { Configuration } from '../../../core/configuration/configuration.ts';
import type { IncidentDocument } from '../../../core/model/document.ts';
import { spanOf } from '../../../core/parse/markdown.ts';
import { sectionAt, type Section } from '../../../core/parse/outline.ts';
import { walk } from '../../../core/parse/walk.ts';
import type { Span } from '../../../core/text/span.ts';
import type { ClientSupport } from '../../client.ts';
import type { Reading } from '../../reading.ts';

/** Where a person types, and what stands there already. */
export interface Caret {
  readonly document: IncidentDocument;
  readonly client: ClientSupport;
  readonly configuration: Configuration;
  /** The clock, in ms since 1970 UTC. */
  readonly now: number;
  readonly offset: number;
  /** The caret's line without its ending. */
  readonly line: Span;
  /** Whether a person has asked, rather than typed a character that asks. */
  readonly isAsked: boolean;
  /** What the line holds before the caret. */
  readonly before: string;
  /** The innermost section around the caret; undefined in the header. */
  readonly section: Section | undefined;
}

/** The caret of a position; undefined in Markdown that is none of our documents, and in code, where nothing is completed. */
export function caretAt(
  { document, environment }: Reading,
  position: Position,
  client: ClientSupport,
): Caret | undefined {
  if (!document) return undefined;
  const { lines, outline, text } = document;
  const offset = lines.offsetAt(position);
  const line = lines.contentSpan(lines.lineAt(offset));
  let inCode = false;
  walk(outline.tree, (node) => {
    if (node.type === 'code' || node.type === 'html') {
      const { start, end } = spanOf(node);
      inCode ||= start < offset && offset <= end;
    }
    return undefined;
  });
  if (inCode) return undefined;
  return {
    document,
    client,
    configuration: environment.configuration,
    now: Date.now(),
    offset,
    line,
    isAsked: true,
    before: text.slice(line.start, offset),
    section: sectionAt(outline, offset),
  };
}
