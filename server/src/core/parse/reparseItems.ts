import type { ListItem, Nodes, Root, RootContent, TableRow } from 'mdast';
import type { Change } from '../text/change.ts';
import { ownWords } from '../text/slice.ts';
import { readMarkdown, spanOf, type Markdown } from './markdown.ts';
import { beginningOf, behindChange, endsPart, lineEnd } from './seams.ts';
import { findFrom, findUpTo, move, movePoint, originOf, splice } from './splice.ts';

const blankLine = /(?:\n|\r(?!\n))[ \t]*[\r\n]/;
/** What begins an item that no line above can swallow: a mark at the line's beginning, and words behind it. */
const item = /[-+*] \S/y;
/** What begins a row, whatever stands above: nothing else in Markdown begins so. */
const row = /\|/y;

/** Whether a part of a text is the same whatever stands in its other parts. */
export type StandsAlone = (part: string) => boolean;

/** A list or a table, as far as its items or rows can be parsed without the others. */
interface Series<T> {
  readonly siblings: readonly T[];
  readonly beginsOne: RegExp;
  /** What must stand above items or rows to make them such. */
  readonly lead: string;
  /** The items or rows of what a part of some of them, below the lead, begins with; undefined where it is something else. */
  readonly read: (node: RootContent | undefined) => readonly T[] | undefined;
  readonly with: (siblings: T[]) => RootContent;
}

/**
 * The tree with the changed items of a list of bullets, or the changed rows of a table, parsed anew; undefined where the tree
 * of the whole text could be another.
 */
export function withChangedItems(
  earlier: Markdown,
  text: string,
  change: Change,
  standsAlone: StandsAlone,
): Root | undefined {
  const { children } = earlier.tree;
  const index = findUpTo(children, change.start, () => true);
  const list = children[index];
  const reread = <T extends Nodes>(series: Series<T>): Root | undefined =>
    withChangedRun(earlier, text, change, standsAlone, index, series);
  if (list?.type === 'table') {
    const [header, first] = list.children;
    if (!header || first?.position?.start.column !== 1) return undefined;
    return reread<TableRow>({
      siblings: list.children,
      beginsOne: row,
      lead: earlier.text.slice(spanOf(header).start, spanOf(first).start),
      read: (node) => (node?.type === 'table' ? node.children.slice(1) : undefined),
      with: (rows) => ({ ...list, children: rows }),
    });
  }
  if (list?.type !== 'list' || list.ordered === true) return undefined;
  return reread<ListItem>({
    siblings: list.children,
    beginsOne: item,
    lead: '',
    read: (node) => (node?.type === 'list' && node.ordered !== true ? node.children : undefined),
    with: (items) => ({ ...list, children: items }),
  });
}

/** Blank lines decide on a whole list, and end a table, so there are none in the changed part, before and after. */
function withChangedRun<T extends Nodes>(
  earlier: Markdown,
  text: string,
  change: Change,
  standsAlone: StandsAlone,
  index: number,
  series: Series<T>,
): Root | undefined {
  const { children, position } = earlier.tree;
  const { siblings, lead } = series;
  const isSeam = (node: T): boolean => beginsOwnLine(node, earlier.text, series);
  const first = findUpTo(siblings, change.start - 3, isSeam);
  const next = findFrom(siblings, behindChange(change, text), isSeam);
  const from = siblings[first];
  const seam = siblings[next];
  if (!position || !from || (lead !== '' && first === 0)) return undefined;
  if (!seam) return withChangedEnd(earlier, text, change, standsAlone, index, series, first);

  const delta = text.length - earlier.text.length;
  const { offset, line } = originOf(from);
  const seamStart = spanOf(seam).start;
  const part = ownWords(text.slice(offset, lineEnd(earlier.text, seamStart) + delta));
  const before = earlier.text.slice(offset, seamStart);
  if (blankLine.test(part) || blankLine.test(before) || !standsAlone(part) || !standsAlone(before)) return undefined;
  const [changedItems, ...others] = readMarkdown(lead + part).tree.children;
  const parsed = others.length === 0 ? series.read(changedItems) : undefined;
  const origin = { offset: offset - lead.length, line: line - (lead === '' ? 0 : 2) };
  const spliced = parsed && splice({ siblings, first, next }, parsed, origin, delta);
  if (!spliced) return undefined;
  const { behind } = spliced;
  const changed = series.with(spliced.siblings);
  if (changed.position) movePoint(changed.position.end, behind);
  movePoint(position.end, behind);
  const rest = children.slice(index + 1);
  for (const node of rest) move(node, behind);
  return { type: 'root', children: [...children.slice(0, index), changed, ...rest], position };
}

/** The same with all items or rows from one on: what follows the list or the table is parsed with them, up to the next block. */
function withChangedEnd<T extends Nodes>(
  earlier: Markdown,
  text: string,
  change: Change,
  standsAlone: StandsAlone,
  index: number,
  series: Series<T>,
  first: number,
): Root | undefined {
  const { children, position } = earlier.tree;
  const { siblings, lead } = series;
  const [list, seam] = [children[index], children[index + 1]];
  const from = siblings[first];
  const delta = text.length - earlier.text.length;
  if (!list || !from || !position) return undefined;
  if (seam && (spanOf(seam).start < behindChange(change, text) || !endsPart(seam, earlier.text, text, delta)))
    return undefined;

  const { offset, line } = originOf(from);
  const end = seam ? beginningOf(seam, earlier.text).end : earlier.text.length;
  const part = ownWords(text.slice(offset, end + delta));
  const before = earlier.text.slice(offset, spanOf(list).end);
  if (!standsAlone(part) || !standsAlone(before) || blankLine.test(before)) return undefined;
  const { children: parsed, position: parsedPosition } = readMarkdown(lead + part).tree;
  const [node, ...others] = parsed;
  const items = series.read(node);
  if (!node?.position || !items || !parsedPosition) return undefined;
  if (blankLine.test(part.slice(0, spanOf(node).end - lead.length))) return undefined;
  const origin = { offset: offset - lead.length, line: line - (lead === '' ? 0 : 2) };
  const spliced = splice({ siblings: children, first: index + 1, next: index + 1 }, others, origin, delta);
  if (!spliced) return undefined;
  move(node, origin);
  const changed = series.with([...siblings.slice(0, first), ...items]);
  if (changed.position) changed.position.end = node.position.end;
  const treeEnd = seam ? position.end : parsedPosition.end;
  movePoint(treeEnd, seam ? spliced.behind : origin);
  const root = spliced.siblings.with(index, changed);
  return { type: 'root', children: root, position: { start: position.start, end: treeEnd } };
}

function beginsOwnLine(node: Nodes, text: string, { beginsOne }: Pick<Series<never>, 'beginsOne'>): boolean {
  beginsOne.lastIndex = spanOf(node).start;
  return node.position?.start.column === 1 && beginsOne.test(text);
}
