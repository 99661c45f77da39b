import type { Nodes } from 'mdast';
import type { Span } from '../text/span.ts';
import { spanOf } from './markdown.ts';
import { moveSpans } from './partReader.ts';

/** What is known of a node from one reading of a document to the next. */
export interface Attached {
  /** Undefined for what is read only once. */
  readonly node: Nodes | undefined;
  /** Where the node stood when its places were right. */
  at: number;
  /** All places in the text that are known of it, each of them an object of its own: they move when the node moves. */
  readonly spans: Span[];
}

/** A thing that stands where a node stands, with the places that are known of it so far. */
export function attach<T extends object>(thing: T, node: Nodes | undefined, spans: readonly Span[]): T & Attached {
  return { ...thing, node, at: node ? spanOf(node).start : 0, spans: [...new Set(spans)] };
}

/** Moves the places of a thing to where its node stands now. */
export function follow(thing: Attached): void {
  const { node, spans, at } = thing;
  if (!node) return;
  const { start } = spanOf(node);
  if (start === at) return;
  moveSpans(spans, start - at);
  thing.at = start;
}
