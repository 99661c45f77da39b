import { isScalar, type Alias, type Node as YamlNode } from 'yaml';
import type { Span } from '../text/span.ts';
import type { NameUse, Problem } from './problem.ts';
import type { Shape } from './shape.ts';

/** What lies on the reader's desk: the text, and what has been found in it. */
export interface Desk {
  readonly text: string;
  /** The offset in the text of the YAML's first character. */
  readonly base: number;
  readonly resolve: (alias: Alias) => YamlNode | undefined;
  /** How many aliases have been followed. */
  aliases: number;
  readonly problems: Problem[];
  readonly names: NameUse[];
}

/** A place that is to be read. */
export interface Slot {
  readonly shape: Shape<unknown>;
  /** What people call the place: `"updateEvery"`. */
  readonly label: string;
  /** Where to complain when nothing stands there. */
  readonly place: Span;
  /** What holds where nothing is written; a mapping written in part keeps the rest of it. */
  readonly base: { readonly value: unknown } | undefined;
  readonly siblings: Readonly<Record<string, unknown>>;
}

/** A value that has been read; undefined where there is none to go by. */
export type Found = { readonly value: unknown } | undefined;

/** Notes a problem; the slot's base holds. */
export function complain(problem: Problem, slot: Slot, desk: Desk): Found {
  desk.problems.push(problem);
  return slot.base;
}

/** Where to point for a node: of several lines the first alone, so that a whole block is not underlined. */
export function spanOf(node: YamlNode | null, { place }: Pick<Slot, 'place'>, { text, base }: Desk): Span {
  if (!node?.range || node.range[1] === node.range[0]) return place;
  const start = base + node.range[0];
  const lineEnd = text.slice(start).search(/\r?\n/);
  return { start, end: Math.min(base + node.range[1], lineEnd < 0 ? text.length : start + lineEnd) };
}

/** Whether nothing stands at a place, or YAML's word for it. */
export function isEmpty(node: YamlNode | null): boolean {
  return node === null || (isScalar(node) && node.value === null);
}
