import type { Nodes, RootContent } from 'mdast';
import type { Change } from '../text/change.ts';
import type { Span } from '../text/span.ts';
import { spanOf } from './markdown.ts';

/** A word that begins a line, plain or bold: nothing but a paragraph, or a table, begins so. */
const plainWord = /(?:\*\*|__)?[A-Za-z]/y;
/** What opens a fence; indented code has none. */
const fence = /`{3}|~{3}/y;
/** How much of a line tells what its block is, in UTF-16 code units: its mark, or a few letters. */
const telling = 40;
/** The mark of an item, and words behind it. */
const itemMark = /(?:[-+*]|\d+[.)]) \S/y;

/** Whether a part may begin with a block: nothing before reaches into it, and nothing in it depends on what stands before. */
export function beginsPart(node: RootContent | undefined, text: string): boolean {
  if (node?.position?.start.column !== 1) return false;
  const { start } = spanOf(node);
  if (node.type === 'heading') return text[start] === '#';
  return node.type === 'paragraph' && isAt(plainWord, text, start) && isBlankAbove(text, start);
}

/**
 * Whether a part of a changed text may end with a block that stands behind the change: by its first lines one sees whether it
 * is still the block that it was, and then so is all of it.
 * @param delta how far it has moved
 */
export function endsPart(node: RootContent, earlier: string, text: string, delta: number): boolean {
  if (node.position?.start.column !== 1) return false;
  const { start } = spanOf(node);
  if (node.type === 'list') return isAt(itemMark, earlier, start);
  if (node.type === 'table') return earlier[start] === '|';
  if (node.type === 'code') return isAt(fence, earlier, start);
  return beginsPart(node, earlier) && (node.type !== 'paragraph' || isBlankAbove(text, start + delta));
}

/** What a block begins with, by which it is known again: some of its first line, and the lines of a table that make it one. */
export function beginningOf(node: Nodes, text: string): Span {
  const { start, end } = spanOf(node);
  const first = lineEnd(text, start);
  if (node.type === 'table') return { start, end: Math.min(end, lineEnd(text, first + 1)) };
  const isLong = node.type === 'paragraph' || node.type === 'list';
  return { start, end: Math.min(end, isLong ? Math.min(first, start + telling) : first) };
}

/** Whether what begins at the offset of a line is a block of its own, whatever blocks stood and stand before and behind. */
export function beginsAnew(text: string, lineStart: number): boolean {
  return (text[lineStart] === '#' || isAt(plainWord, text, lineStart)) && isBlankAbove(text, lineStart);
}

/** Where the line of an offset ends. */
export function lineEnd(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset);
  return newline < 0 ? text.length : newline;
}

/** Whether the line above the one that begins at an offset is blank, or there is none. */
function isBlankAbove(text: string, lineStart: number): boolean {
  if (lineStart === 0) return true;
  const end = lineStart - 1;
  const above = text.slice(text.lastIndexOf('\n', end - 1) + 1, end);
  return text[end] === '\n' && above.trim() === '';
}

function isAt(pattern: RegExp, text: string, offset: number): boolean {
  pattern.lastIndex = offset;
  return pattern.test(text);
}

/** From where on blocks stand behind a change: one that begins where it ends does where a line begins there now. */
export function behindChange({ oldEnd, newEnd }: Change, text: string): number {
  return text[newEnd - 1] === '\n' ? oldEnd : oldEnd + 1;
}
