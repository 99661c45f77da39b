import type { Code, Definition, Heading, Html, Image, Link, LinkReference, ImageReference, Root, Text } from 'mdast';
import { skip, walk } from '../parse/walk.ts';

/** The nodes of a tree that the readers of the model look for, gathered in one walk, each list in document order. */
export interface NodeLists {
  readonly code: readonly Code[];
  readonly links: readonly (Link | Image | Definition | LinkReference | ImageReference)[];
  /** Text that a reader sees, headings' and links' included, code's not. */
  readonly text: readonly Text[];
  readonly html: readonly Html[];
  readonly headings: readonly Heading[];
}

/** Gathers the nodes. */
export function gatherNodes(tree: Root): NodeLists {
  const lists = {
    code: [] as Code[],
    links: [] as Link[],
    text: [] as Text[],
    html: [] as Html[],
    headings: [] as Heading[],
  };
  const links: NodeLists['links'][number][] = [];
  walk(tree, (node) => {
    if (node.type === 'text') lists.text.push(node);
    else if (node.type === 'code') lists.code.push(node);
    else if (node.type === 'html') lists.html.push(node);
    else if (node.type === 'heading') lists.headings.push(node);
    else if (node.type === 'link' || node.type === 'image' || node.type === 'definition') links.push(node);
    else if (node.type === 'linkReference' || node.type === 'imageReference') links.push(node);
    else if (node.type === 'yaml' || node.type === 'inlineCode') return skip;
    return undefined;
  });
  return { ...lists, links };
}
