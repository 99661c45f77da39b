import type {
  Code,
  Definition,
  Heading,
  Html,
  Image,
  ImageReference,
  InlineCode,
  Link,
  LinkReference,
  ListItem,
  Root,
  RootContent,
  Text,
} from 'mdast';
import type { PartSource } from '../parse/partReader.ts';
import type { Part } from '../parse/parts.ts';
import { skip, walk } from '../parse/walk.ts';
import { makeAnew, type Recall } from '../text/recall.ts';

/** The nodes of a tree that the readers of the model look for, gathered in one walk, each list in document order. */
export interface NodeLists {
  readonly code: readonly Code[];
  readonly links: readonly (Link | Image | Definition | LinkReference | ImageReference)[];
  /** Text that a reader sees, headings' and links' included, code's not. */
  readonly text: readonly Text[];
  readonly html: readonly Html[];
  readonly inlineCode: readonly InlineCode[];
  readonly headings: readonly Heading[];
}

/** Gathers the nodes of a tree. */
export function gatherNodes({ children }: Root, recall: Recall = makeAnew): NodeLists {
  return gatherFrom(children, recall);
}

/** Gathers the nodes of a part of a document. */
export function nodesOf(part: Part, { recall }: PartSource): NodeLists {
  return recall(nodesOfPart, part, recall);
}

function nodesOfPart({ heading, body }: Part, recall: Recall): NodeLists {
  return gatherFrom(heading ? [heading.node, ...body] : body, recall);
}

function gatherFrom(blocks: readonly RootContent[], recall: Recall): NodeLists {
  const lists = emptyLists();
  const take = (part: RootContent | ListItem): void => {
    const { code, links, text, html, inlineCode, headings } = recall(nodesIn, part);
    for (const node of text) lists.text.push(node);
    for (const node of code) lists.code.push(node);
    for (const node of links) lists.links.push(node);
    for (const node of html) lists.html.push(node);
    for (const node of inlineCode) lists.inlineCode.push(node);
    for (const node of headings) lists.headings.push(node);
  };
  for (const block of blocks) {
    // A list may be nearly all of a document: what has not changed of it is known by its items.
    if (block.type === 'list') block.children.forEach(take);
    else take(block);
  }
  return lists;
}

function nodesIn(part: RootContent | ListItem): NodeLists {
  const lists = emptyLists();
  walk(part, (node) => {
    if (node.type === 'text') lists.text.push(node);
    else if (node.type === 'code') lists.code.push(node);
    else if (node.type === 'html') lists.html.push(node);
    else if (node.type === 'heading') lists.headings.push(node);
    else if (node.type === 'link' || node.type === 'image' || node.type === 'definition') lists.links.push(node);
    else if (node.type === 'linkReference' || node.type === 'imageReference') lists.links.push(node);
    else if (node.type === 'inlineCode') lists.inlineCode.push(node);
    else if (node.type === 'yaml') return skip;
    return undefined;
  });
  return lists;
}

function emptyLists() {
  return {
    code: [] as Code[],
    links: [] as NodeLists['links'][number][],
    text: [] as Text[],
    html: [] as Html[],
    inlineCode: [] as InlineCode[],
    headings: [] as Heading[],
  };
}
