import type { ListItem, Nodes, Root, RootContent, TableRow } from 'mdast';
import type { Change } from '../text/change.ts';
import { ownWords } from '../text/slice.ts';
import { readMarkdown, spanOf, type Markdown } from './markdown.ts';
import { findFrom, findUpTo, move, movePoint, originOf, splice } from './splice.ts';

const blankLine = /\n[ \t]*\r?\n/;
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
  /** The items or rows of a part that is nothing but some of them below the lead. */
  readonly read: (nodes: readonly RootContent[]) => readonly T[] | undefined;
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
      read: ([node, ...others]) => (node?.type === 'table' && others.length === 0 ? node.children.slice(1) : undefined),
      with: (rows) => ({ ...list, children: rows }),
    });
  }
  if (list?.type !== 'list' || list.ordered === true) return undefined;
  return reread<ListItem>({
    siblings: list.children,
    beginsOne: item,
    lead: '',
    read: ([node, ...others]) =>
      node?.type === 'list' && node.ordered !== true && others.length === 0 ? node.children : undefined,
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
  const next = findFrom(siblings, change.oldEnd + 1, isSeam);
  const from = siblings[first];
  const seam = siblings[next];
  if (!position || !from || !seam || (lead !== '' && first === 0)) return undefined;

  const delta = text.length - earlier.text.length;
  const { offset, line } = originOf(from);
  const seamStart = spanOf(seam).start;
  const part = ownWords(text.slice(offset, lineEnd(earlier.text, seamStart) + delta));
  const before = earlier.text.slice(offset, seamStart);
  if (blankLine.test(part) || blankLine.test(before) || !standsAlone(part) || !standsAlone(before)) return undefined;
  const parsed = series.read(readMarkdown(lead + part).tree.children);
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

function beginsOwnLine(node: Nodes, text: string, { beginsOne }: Pick<Series<never>, 'beginsOne'>): boolean {
  beginsOne.lastIndex = spanOf(node).start;
  return node.position?.start.column === 1 && beginsOne.test(text);
}

/** Where the line of an offset ends. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline;
}
