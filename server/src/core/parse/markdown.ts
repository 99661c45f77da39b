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

/**
 * The Markdown tree of a text, with GitHub's extensions and YAML front matter. Never throws on any text; one that would
 * keep the parser busy for minutes has an empty tree (see `tooIntricate`).
 */
export function parseMarkdown(text: string): Root {
  return tooIntricate(text) === undefined ? parser.parse(text) : { type: 'root', children: [] };
}

/** Where a node stands in the text that it was parsed from. */
export function spanOf(node: Node): Span {
  const position = node.position;
  if (position?.start.offset === undefined || position.end.offset === undefined) {
    throw new Error(`A ${node.type} node without a position: the tree was not made by parseMarkdown.`);
  }
  return { start: position.start.offset, end: position.end.offset };
}
