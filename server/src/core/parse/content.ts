import type { Nodes, RootContent, TableRow } from 'mdast';
import { plainWords } from './html.ts';
import type { Section } from './outline.ts';
import { skip, walk, wordsOf } from './walk.ts';

/** Whether a block tells a reader anything: comments, rules, empty bullets and tables without a filled row do not. */
export function hasContent(block: RootContent): boolean {
  let found = false;
  walk(block, (node) => {
    found ||= isContent(node);
    // What is below a table is its header row, or has been looked at.
    return found || node.type === 'table' ? skip : undefined;
  });
  return found;
}

function isContent(node: Nodes): boolean {
  if (node.type === 'html') return node.value.replace(/<!--.*?(?:-->|$)/gs, '').trim() !== '';
  // Dots and dashes alone stand for nothing.
  if ('value' in node) return /[^\s.…·—–-]/u.test(node.value);
  if (node.type === 'table') return node.children.slice(1).some(hasFilledCell);
  return node.type === 'image' || node.type === 'imageReference' || node.type === 'footnoteReference';
}

function hasFilledCell(row: TableRow): boolean {
  return row.children.some((cell) => cell.children.length > 0);
}

/** All words below a heading, those of its subsections and their headings included, a line for each block. */
export function wordsBelow(section: Section): string {
  const own = section.body.map((node) => (node.type === 'html' ? plainWords(node.value) : wordsOf(node)));
  return [...own, ...section.children.flatMap((child) => [child.heading.text, wordsBelow(child)])].join('\n');
}
