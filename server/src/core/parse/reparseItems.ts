import type { List, ListItem, Root } from 'mdast';
import type { Change } from '../text/change.ts';
import { ownWords } from '../text/slice.ts';
import { readMarkdown, spanOf, type Markdown } from './markdown.ts';
import { findFrom, findUpTo, move, movePoint, originOf, splice } from './splice.ts';

const blankLine = /\n[ \t]*\r?\n/;
/** What begins an item that no line above can swallow: a mark at the line's beginning, and words behind it. */
const item = /[-+*] \S/y;

/** Whether a part of a text is the same whatever stands in its other parts. */
export type StandsAlone = (part: string) => boolean;

/**
 * The tree with the changed items of a list of bullets parsed anew; undefined where the tree of the whole text could be
 * another. Blank lines decide on the whole list, so there are none among the changed items, before and after.
 */
export function withChangedItems(
  earlier: Markdown,
  text: string,
  change: Change,
  standsAlone: StandsAlone,
): Root | undefined {
  const { children, position } = earlier.tree;
  const index = findUpTo(children, change.start, () => true);
  const list = children[index];
  if (list?.type !== 'list' || list.ordered === true || !list.position || !position) return undefined;
  const isSeam = (node: ListItem): boolean => isPlainItem(node, earlier.text);
  const first = findUpTo(list.children, change.start - 3, isSeam);
  const next = findFrom(list.children, change.oldEnd + 1, isSeam);
  const from = list.children[first];
  const seam = list.children[next];
  if (!from || !seam) return undefined;

  const delta = text.length - earlier.text.length;
  const origin = originOf(from);
  const seamStart = spanOf(seam).start;
  const part = ownWords(text.slice(origin.offset, lineEnd(earlier.text, seamStart) + delta));
  const before = earlier.text.slice(origin.offset, seamStart);
  if (blankLine.test(part) || blankLine.test(before) || !standsAlone(part) || !standsAlone(before)) return undefined;
  const { tree } = readMarkdown(part);
  const parsed = tree.children[0];
  if (parsed?.type !== 'list' || tree.children.length > 1 || parsed.ordered === true) return undefined;
  const spliced = splice({ siblings: list.children, first, next }, parsed.children, origin, delta);
  if (!spliced) return undefined;
  const { siblings, behind } = spliced;
  movePoint(list.position.end, behind);
  movePoint(position.end, behind);
  const rest = children.slice(index + 1);
  for (const node of rest) move(node, behind);
  const changed: List = { ...list, children: siblings };
  return { type: 'root', children: [...children.slice(0, index), changed, ...rest], position };
}

function isPlainItem(node: ListItem, text: string): boolean {
  item.lastIndex = spanOf(node).start;
  return node.position?.start.column === 1 && item.test(text);
}

/** Where the line of an offset ends. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline;
}
