import type { Nodes, Root } from 'mdast';
import type { Change } from '../text/change.ts';
import { ownWords } from '../text/slice.ts';
import { spanOf, type Markdown } from './markdown.ts';
import type { StandsAlone } from './reparseItems.ts';
import { findUpTo, move, type Point } from './splice.ts';

/** A word that is nothing to Markdown but a word, whatever its letters are: marks and ends of sentences stand around it. */
const plain = /^[*_"'(]*[A-Za-z][A-Za-z\d]*(?:['-][A-Za-z\d]+)*[*_"').,;:!?]*$/;
const letters = /^[A-Za-z\d]*$/;
/** Beyond this a word is none, in UTF-16 code units. */
const longest = 100;

/** A change of letters within a plain word. */
interface WordChange extends Change {
  /** What stands there now. */
  readonly written: string;
  /** How many UTF-16 code units more the text has. */
  readonly delta: number;
}

/**
 * The tree where only letters of a plain word have changed: the same, with another text in one node; undefined where the
 * change is another one, or the word stands in no text that shows as it is written.
 */
export function withChangedWord(
  earlier: Markdown,
  text: string,
  change: Change,
  standsAlone: StandsAlone,
): Root | undefined {
  const { start, oldEnd, newEnd } = change;
  const written = ownWords(text.slice(start, newEnd));
  if (!letters.test(written) || !letters.test(earlier.text.slice(start, oldEnd))) return undefined;
  if (!plain.test(wordAround(earlier.text, start, oldEnd)) || !plain.test(wordAround(text, start, newEnd)))
    return undefined;
  const { children } = earlier.tree;
  const block = children[findUpTo(children, start, () => true)];
  if (!block || !standsAlone(sourceOf(block, earlier.text))) return undefined;
  return changedIn(earlier.tree, earlier.text, { ...change, written, delta: newEnd - oldEnd })?.node;
}

function sourceOf(node: Nodes, text: string): string {
  const { start, end } = spanOf(node);
  return text.slice(start, end);
}

/** What stands around a place between two blanks; no more of it than what shows that it is too long for a word. */
function wordAround(text: string, start: number, end: number): string {
  let [from, to] = [start, end];
  while (from > 0 && start - from < longest && !isBlank(text.charCodeAt(from - 1))) from--;
  while (to < text.length && to - end < longest && !isBlank(text.charCodeAt(to))) to++;
  return to - from < longest ? text.slice(from, to) : '';
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9;
}

/** A node with the change in it, and the number of the line that has changed. */
interface Changed<T> {
  readonly node: T;
  readonly line: number;
}

/** The node with the change in it; what stands behind the change is moved, in place. Undefined, with nothing moved, where it can't be. */
function changedIn<T extends Nodes>(node: T, text: string, change: WordChange): Changed<T> | undefined {
  if (!node.position) return undefined;
  const { start } = node.position;
  if (node.type === 'text') {
    const span = spanOf(node);
    if (change.oldEnd > span.end || node.value.includes('\r') || sourceOf(node, text) !== node.value) return undefined;
    const [front, behind] = [
      node.value.slice(0, change.start - span.start),
      node.value.slice(change.oldEnd - span.start),
    ];
    const line = start.line + front.split('\n').length - 1;
    const end = movedOn(node.position.end, line, change.delta);
    return { node: { ...node, value: `${front}${change.written}${behind}`, position: { start, end } }, line };
  }
  if (!('children' in node)) return undefined;
  const siblings: readonly Nodes[] = node.children;
  const index = findUpTo(siblings, change.start, () => true);
  const child = siblings[index];
  const found = child && changedIn(child, text, change);
  if (!found) return undefined;
  const { line } = found;
  for (const sibling of siblings.slice(index + 1)) {
    moveColumns(sibling, line, change.delta);
    move(sibling, { offset: change.delta, line: 0 });
  }
  const end = movedOn(node.position.end, line, change.delta);
  return { node: { ...node, children: siblings.with(index, found.node), position: { start, end } }, line };
}

function movedOn(point: Point, line: number, delta: number): Point {
  const { offset = 0, column } = point;
  return { ...point, column: point.line === line ? column + delta : column, offset: offset + delta };
}

/** Moves to the right what stands on a line, of a node and all below it, in place. */
function moveColumns(node: Nodes, line: number, delta: number): void {
  if (!node.position || node.position.start.line > line) return;
  for (const point of [node.position.start, node.position.end]) if (point.line === line) point.column += delta;
  if ('children' in node) for (const child of node.children) moveColumns(child, line, delta);
}
