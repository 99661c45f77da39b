import type { Node, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import type { Span } from '../text/span.ts';
import { tooIntricate } from './intricacy.ts';

const parser = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, ['yaml'])
  .use(withoutGuessedLinks)
  .freeze();

/**
 * GitHub's extension looks a second time, after parsing, for addresses that its grammar has missed, and puts nodes without
 * a place in the tree for them and for the text around. Nothing here needs those links, and everything needs the places.
 */
function withoutGuessedLinks(this: Processor): void {
  for (const extension of (this.data().fromMarkdownExtensions ?? []).flat()) extension.transforms = [];
}

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
  const { children, position } = parser.parse(text);
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
