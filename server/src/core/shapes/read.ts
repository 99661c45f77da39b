import { parseDocument, type Document, type Node as YamlNode } from 'yaml';
import type { Span } from '../text/span.ts';
import type { Problem, ShapeReading } from './problem.ts';
import type { Desk } from './desk.ts';
import { readNode } from './nodes.ts';
import type { Shape } from './shape.ts';

/**
 * Reads a YAML text by a shape that has a fallback. What is wrong becomes a problem at its place, and never stops the
 * rest: what can be read counts, and for what can't the fallback holds.
 */
export function readYaml<T>(text: string, shape: Shape<T>): ShapeReading<T> {
  const parsed = parseDocument(text, { prettyErrors: false, strict: true, uniqueKeys: true });
  const syntax = [...parsed.errors, ...parsed.warnings].map(({ code, message, pos: [start, end] }): Problem => {
    const span = code === 'DUPLICATE_KEY' ? keyAt(text, start) : onOneLine(text, { start, end: Math.max(start, end) });
    return { rule: 'config-syntax', span, message: sentenceOf(code, message, text.slice(span.start, span.end)) };
  });
  const reading = readTree(parsed.contents, shape, { text, base: 0, document: parsed, label: 'The file' });
  // What stands behind a broken place may be cut off from what it belongs to; complaints about it would mislead.
  const intact = parsed.errors.reduce(
    (start, { code, pos }) => (code === 'DUPLICATE_KEY' ? start : Math.min(start, pos[0])),
    text.length,
  );
  const problems = [...syntax, ...reading.problems.filter(({ span }) => span.start < intact)];
  return { ...reading, problems: inOrder(problems) };
}

/** Where a tree of YAML nodes comes from. */
export interface Origin {
  /** The whole text. */
  readonly text: string;
  /** The offset in it of the YAML's first character. */
  readonly base: number;
  readonly document: Document;
  /** What people call the tree: `The file`. */
  readonly label: string;
}

/** Reads a YAML tree by a shape that has a fallback; the spans of the problems are those of the text around it. */
export function readTree<T>(
  tree: YamlNode | null,
  shape: Shape<T>,
  { text, base, document, label }: Origin,
): ShapeReading<T> {
  if (!shape.fallback) throw new Error('A shape without a fallback can be read only as a part of another.');
  const resolve: Desk['resolve'] = (alias) => alias.resolve(document);
  const desk: Desk = { text, base, resolve, aliases: 0, problems: [], names: [] };
  const place: Span = { start: base, end: base };
  const found = readNode(tree, { shape, label, place, base: shape.fallback, siblings: {} }, desk);
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what is read by a shape is the data that it describes
    value: (found ?? shape.fallback).value as T,
    problems: inOrder(desk.problems),
    names: desk.names,
  };
}

function inOrder(problems: readonly Problem[]): readonly Problem[] {
  return problems.toSorted((a, b) => a.span.start - b.span.start);
}

/** The key that begins at an offset; the parser tells only where. */
function keyAt(text: string, start: number): Span {
  const key = /"(?:[^"\\]|\\.)*"|'[^']*'|[^:\r\n]+/y;
  key.lastIndex = start;
  const length = key.exec(text)?.[0].trimEnd().length ?? 0;
  return { start, end: start + length };
}

function onOneLine(text: string, { start, end }: Span): Span {
  const length = text.slice(start, end).search(/[\r\n]/);
  return { start, end: length > 0 ? start + length : end };
}

function sentenceOf(code: string, message: string, source: string): string {
  if (code === 'DUPLICATE_KEY') return `"${source}" stands here twice; keep one of the two.`;
  if (code === 'MULTIPLE_DOCS') return 'A second document begins here, which is not read; write all in one.';
  return `This is not valid YAML: ${message.charAt(0).toLowerCase()}${message.slice(1).replace(/[.:\s]+$/, '')}.`;
}
