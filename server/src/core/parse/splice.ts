import { firstThat } from '../text/ordered.ts';
import type { Nodes } from 'mdast';
import { spanOf } from './markdown.ts';

/** A run of siblings whose text has changed; the sibling behind it, where there is one, is the seam: it has stayed the same. */
export interface Run<T> {
  readonly siblings: readonly T[];
  /** The index of the run's first sibling. */
  readonly first: number;
  /** The index of the seam. */
  readonly next: number;
}

/** A place in a text: its line and column, both from 1, and its offset. */
export type Point = NonNullable<Nodes['position']>['start'];

/** How far nodes have moved: by UTF-16 code units and by lines. */
export interface Shift {
  readonly offset: number;
  readonly line: number;
}

/**
 * Puts what was parsed of the run's new text in its place, and moves what follows. The parsed part begins at `origin` and
 * ends within the seam: undefined, with nothing changed, unless the seam has come out as it was before.
 */
export function splice<T extends Nodes>(
  { siblings, first, next }: Run<T>,
  parsed: readonly T[],
  origin: Shift,
  delta: number,
): { readonly siblings: T[]; readonly behind: Shift } | undefined {
  const seam = siblings[next];
  const last = seam && parsed.at(-1);
  let behind: Shift = { offset: delta, line: 0 };
  if (seam) {
    if (last?.type !== seam.type || spanOf(last).start + origin.offset !== spanOf(seam).start + delta) return undefined;
    behind = { offset: delta, line: origin.line + lineOf(last) - lineOf(seam) };
  }
  const fresh = seam ? parsed.slice(0, -1) : parsed;
  const rest = siblings.slice(next);
  for (const node of fresh) move(node, origin);
  for (const node of rest) move(node, behind);
  return { siblings: [...siblings.slice(0, first), ...fresh, ...rest], behind };
}

/** Moves a node and all below it, in place. */
export function move(node: Nodes, shift: Shift): void {
  const position = node.position;
  if (position) {
    movePoint(position.start, shift);
    movePoint(position.end, shift);
  }
  if ('children' in node) for (const child of node.children) move(child, shift);
}

/** Moves a place, which stays in its column. */
export function movePoint(point: Point, { offset, line }: Shift): void {
  if (point.offset !== undefined) point.offset += offset;
  point.line += line;
}

/** How far a node that is parsed alone has to be moved to stand where another one begins. */
export function originOf(node: Nodes | undefined): Shift {
  return node ? { offset: spanOf(node).start, line: lineOf(node) - 1 } : { offset: 0, line: 0 };
}

function lineOf(node: Nodes): number {
  return node.position?.start.line ?? 1;
}

/** The index of the last sibling that begins at an offset or before and that `fits`; -1 where none does. */
export function findUpTo<T extends Nodes>(siblings: readonly T[], offset: number, fits: (node: T) => boolean): number {
  for (let index = firstBehind(siblings, offset) - 1; index >= 0; index--) {
    const node = siblings[index];
    if (node && fits(node)) return index;
  }
  return -1;
}

/** The index of the first sibling that begins at an offset or behind it and that `fits`; their number where none does. */
export function findFrom<T extends Nodes>(siblings: readonly T[], offset: number, fits: (node: T) => boolean): number {
  for (let index = firstBehind(siblings, offset - 1); index < siblings.length; index++) {
    const node = siblings[index];
    if (node && fits(node)) return index;
  }
  return siblings.length;
}

/** The index of the first sibling that begins behind an offset. */
function firstBehind(siblings: readonly Nodes[], offset: number): number {
  return firstThat(siblings, (node) => spanOf(node).start > offset);
}
