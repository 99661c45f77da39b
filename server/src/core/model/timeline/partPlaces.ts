import type { List, ListItem, Node, Nodes, RootContent } from 'mdast';
import { follow } from '../../parse/attached.ts';
import { htmlRuns } from '../../parse/html.ts';
import { spanOf } from '../../parse/markdown.ts';
import type { Outline } from '../../parse/outline.ts';
import type { PartSource } from '../../parse/partReader.ts';
import type { Part } from '../../parse/parts.ts';
import { skip, walk } from '../../parse/walk.ts';
import { bulletPlace, datedItem, headingPlace, htmlPlaces, linesPlace, tablePlace, type Place } from './places.ts';

/** Lists nested deeper than this are no timeline any more. */
const deepest = 12;

/**
 * All places of a document in document order; those of a part, an item or a block that stayed the same are the same objects.
 * Code is evidence and no place of entries, and so are quotes, unless the caller wants to look into them.
 */
export function readPlaces(outline: Outline, source: PartSource, quotes: boolean): readonly Place[] {
  const places = source.each(quotes ? placesAndQuotesOf : placesOf, outline.parts, source);
  places.forEach(follow);
  return places;
}

function placesOf(part: Part, source: PartSource): readonly Place[] {
  return placesOfPart(part, source, outsideQuotes);
}

function placesAndQuotesOf(part: Part, source: PartSource): readonly Place[] {
  return placesOfPart(part, source, everywhere);
}

/** Reads the places of a block, and those of an item of a list. */
interface Readers {
  readonly block: (block: Nodes, text: string) => readonly Place[];
  readonly item: (item: ListItem, list: List, text: string) => readonly Place[];
}

const outsideQuotes: Readers = {
  block: (block, text) => placesWithin(block, text, false),
  item: (item, list, text) => placesWithin(item, text, false, list),
};
const everywhere: Readers = {
  block: (block, text) => placesWithin(block, text, true),
  item: (item, list, text) => placesWithin(item, text, true, list),
};

function placesOfPart({ section, heading, body }: Part, source: PartSource, read: Readers): readonly Place[] {
  const { text, recall } = source;
  const places: Place[] = section ? [headingPlace(section, text)] : [];
  const hidden = new Set<Nodes>();
  for (const blocks of section ? [body] : aroundTitle(body, heading?.node))
    for (const run of htmlRuns(blocks)) {
      for (const place of htmlPlaces(run, text)) places.push(place);
      for (const node of run.nodes) hidden.add(node);
    }
  for (const block of body) {
    if (hidden.has(block)) continue;
    const found =
      block.type === 'list'
        ? block.children.flatMap((item) => inList(block, recall(read.item, item, block, text)))
        : recall(read.block, block, text);
    for (const place of found) {
      follow(place);
      places.push(place);
    }
  }
  return inOrder(places);
}

/** What stands before a document's title and what stands behind it. */
function aroundTitle(body: readonly RootContent[], title: Nodes | undefined): readonly (readonly RootContent[])[] {
  const start = title ? spanOf(title).start : 0;
  const isBefore = (node: RootContent): boolean => spanOf(node).start < start;
  return [body.filter(isBefore), body.filter((node) => !isBefore(node))];
}

/** The places of an item, of which the first one is the item itself. */
function inList(list: List, places: readonly Place[]): readonly Place[] {
  const [item] = places;
  if (item?.form === 'bullet') item.list = list;
  return places;
}

/** The places of a block, or of an item and all that stands in it. */
function placesWithin(root: Nodes, text: string, quotes: boolean, list?: List): readonly Place[] {
  const places: Place[] = [];
  const depths = new Map<Node, number>();
  const inBullets = new Set<Node>();
  const inQuotes = new Set<Node>();
  const hidden = new Set<Node>();
  const takeItem = (item: ListItem, itsList: List, depth: number): void => {
    const dated = datedItem(item, text);
    const [first] = (dated ?? item).children;
    if (first?.type === 'paragraph') inBullets.add(first);
    if (dated) inBullets.add(dated);
    for (const child of item.children) depths.set(child, depth + 1);
    if (!inBullets.has(item)) places.push(bulletPlace(item, dated, itsList, depth, text));
  };
  if (list && root.type === 'listItem') takeItem(root, list, 0);
  walk(root, (node) => {
    if (node.type === 'blockquote' || node.type === 'listItem')
      for (const run of htmlRuns(node.children)) {
        for (const place of htmlPlaces(run, text)) places.push(place);
        for (const part of run.nodes) hidden.add(part);
      }
    if (hidden.has(node)) return skip;
    if (node.type === 'list') {
      const depth = depths.get(node) ?? 0;
      if (depth > deepest) return skip;
      for (const item of node.children) takeItem(item, node, depth);
    } else if (node.type === 'paragraph') {
      if (!inBullets.has(node)) places.push(linesPlace(node, text));
      return skip;
    } else if (node.type === 'table') {
      const table = tablePlace(node, text);
      if (table) places.push(table);
      return skip;
    } else if (node.type === 'heading') {
      // A heading in a quote begins no section; its words stand like a label's.
      if (inQuotes.has(node)) places.push(linesPlace(node, text));
      return skip;
    } else if (node.type === 'blockquote') {
      if (!quotes) return skip;
      for (const child of node.children) inQuotes.add(child);
    } else if (node.type !== 'listItem') {
      return skip;
    }
    return undefined;
  });
  return inOrder(places);
}

function inOrder(places: readonly Place[]): readonly Place[] {
  return places.toSorted((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
}
