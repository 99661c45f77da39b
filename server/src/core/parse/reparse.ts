import type { Root, RootContent } from 'mdast';
import { changeBetween, type Change } from '../text/change.ts';
import { ownWords } from '../text/slice.ts';
import { readMarkdown, spanOf, type Markdown } from './markdown.ts';
import { withChangedItems, type StandsAlone } from './reparseItems.ts';
import { withChangedWord } from './reparseWord.ts';
import { beginningOf, beginsAnew, beginsPart, behindChange, endsPart } from './seams.ts';
import { findFrom, findUpTo, movePoint, originOf, splice } from './splice.ts';

/**
 * Parses a text of which an earlier version has been parsed: only what changed, from one ATX heading or plain paragraph to
 * another, or only the items of a list, and nothing where only letters of a plain word have changed. The blocks that stayed
 * the same are taken over from the earlier tree and moved to their new places, so nothing may use the earlier tree any more.
 * Where a part does not end as it ended before, more is parsed, and at last the whole; and so it is where a text has
 * definitions or footnotes, and the part may be one or refer to one.
 */
export function rereadMarkdown(earlier: Markdown, text: string): Markdown {
  const change = changeBetween(earlier.text, text);
  if (!change) return earlier;
  if (earlier.obstacle !== undefined || seeksFrontMatter(earlier)) return readMarkdown(text);
  const standsAlone = [earlier.text, text].some(mayRefer) ? refersToNothing : () => true;
  const tree =
    withChangedWord(earlier, text, change, standsAlone) ??
    withChangedItems(earlier, text, change, standsAlone) ??
    withChangedBlocks(earlier, text, change, standsAlone);
  return tree ? { text, tree, obstacle: undefined } : readMarkdown(text);
}

/** Whether a text may define what other parts of it refer to. */
function mayRefer(text: string): boolean {
  return text.includes(']:');
}

/** Whether a part of a text can neither refer to another one nor be referred to. */
function refersToNothing(part: string): boolean {
  return !part.includes('[');
}

/** Whether a text begins as a front matter that never ends: the parser looks for its end everywhere. */
function seeksFrontMatter({ text, tree }: Markdown): boolean {
  return text.startsWith('---') && tree.children[0]?.type !== 'yaml';
}

/**
 * The tree with the changed blocks parsed anew; undefined where the tree of the whole text could be another. What was
 * opened in the part and not closed (a fence, HTML) reaches further than to the next seam: then twice as much is parsed,
 * until a seam has come out as it was, at last to the end. A part that begins with a seam no more begins further above.
 */
function withChangedBlocks(
  earlier: Markdown,
  text: string,
  change: Change,
  standsAlone: StandsAlone,
): Root | undefined {
  const { children, position } = earlier.tree;
  if (!position) return undefined;
  const delta = text.length - earlier.text.length;
  const mayBegin = (node: RootContent): boolean => beginsPart(node, earlier.text);
  const mayEnd = (node: RootContent): boolean => endsPart(node, earlier.text, text, delta);
  let first = changedBlock(children, text, change) ?? findUpTo(children, change.start - 1, mayBegin);
  let reach = behindChange(change, text);
  // A front matter begins at the first character alone, and ends anywhere.
  while (children[first] || !text.startsWith('---')) {
    const from = children[first];
    const next = findFrom(children, reach, mayEnd);
    const seam = children[next];
    const origin = originOf(from);
    const end = seam ? beginningOf(seam, earlier.text).end : earlier.text.length;
    const part = ownWords(text.slice(origin.offset, end + delta));
    if (!standsAlone(part) || !standsAlone(earlier.text.slice(origin.offset, end))) return undefined;
    const { tree, obstacle } = readMarkdown(part);
    if (obstacle !== undefined || !tree.position) return undefined;
    if (from && !beginsPart(tree.children[0], part)) {
      first = findUpTo(children, spanOf(from).start - 1, mayBegin);
      continue;
    }
    const spliced = splice({ siblings: children, first: Math.max(first, 0), next }, tree.children, origin, delta);
    if (spliced) {
      const { end: treeEnd } = seam ? position : tree.position;
      movePoint(treeEnd, seam ? spliced.behind : origin);
      return { type: 'root', children: spliced.siblings, position: { start: position.start, end: treeEnd } };
    }
    if (!seam) return undefined;
    reach = end + (end - origin.offset);
  }
  return undefined;
}

/** The block that begins with the line of a change, where it begins anew as it is written now; undefined where none does. */
function changedBlock(children: readonly RootContent[], text: string, { start }: Change): number | undefined {
  const line = start === 0 ? 0 : text.lastIndexOf('\n', start - 1) + 1;
  const index = findUpTo(children, line, () => true);
  const block = children[index];
  return block && spanOf(block).start === line && beginsAnew(text, line) ? index : undefined;
}
