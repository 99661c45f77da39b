import type { Node, Root } from 'mdast';
import type { Span } from '../text/span.ts';
import { parserFor } from './grammar.ts';
import { tooIntricate } from './intricacy.ts';

/** A text with its Markdown tree. */
export interface Markdown {
  readonly text: string;
  /** With GitHub's extensions and YAML front matter; empty where there is an obstacle. */
  readonly tree: Root;
  /** Why the text was not parsed, as a sentence for the reader: it would keep the parser busy for minutes. */
  readonly obstacle: string | undefined;
}

/** Parses a text. Never throws on any text. */
export function readMarkdown(text: string): Markdown {
  const obstacle = tooIntricate(text);
  if (obstacle !== undefined) return { text, tree: { type: 'root', children: [] }, obstacle };
  // A box to tick that no list holds leaves its mark on the root.
  const { children, position } = parserFor(text)(text);
  return { text, tree: { type: 'root', children, position }, obstacle };
}

/** The Markdown tree of a text; empty for one that would keep the parser busy for minutes (see `tooIntricate`). */
export function parseMarkdown(text: string): Root {
  return readMarkdown(text).tree;
}

/** Where a node stands in the text that it was parsed from. */
export function spanOf(node: Node): Span {
  const position = node.position;
  if (position?.start.offset === undefined || position.end.offset === undefined) {
    throw new Error(`A ${node.type} node without a position: the tree was not made by parseMarkdown.`);
  }
  return { start: position.start.offset, end: position.end.offset };
}
