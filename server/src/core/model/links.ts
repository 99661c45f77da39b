import type { Link as LinkNode } from 'mdast';
import { spanOf } from '../parse/markdown.ts';
import { partReader, readParts, type PartSource } from '../parse/partReader.ts';
import type { Part } from '../parse/parts.ts';
import type { Span } from '../text/span.ts';
import type { Link } from './document.ts';
import { nodesOf, type NodeLists } from './nodes.ts';

/** A link as it is written, before anybody has looked whether its target is there. */
export type WrittenLink = Omit<Link, 'resolves' | 'missing' | 'lookedFor' | 'nearestAnchor'>;

const wikiLink = /(!?)\[\[([^\]|\n]+)(?:\|[^\]\n]*)?\]\]/g;
/** `<a href="…">` and `<img src="…">`; what a comment holds shows nothing. */
const htmlLink =
  /<!--[^]*?(?:-->|$)|<(?:a\s(?:[^<>"']|"[^"]*"|'[^']*')*?\bhref|img\s(?:[^<>"']|"[^"]*"|'[^']*')*?\bsrc)\s*=\s*(?:"([^"<>]*)"|'([^'<>]*)')/gi;

const linksIn = partReader(
  (part, source) => readLinks(nodesOf(part, source), source.text),
  ({ span, targetSpan }: WrittenLink) => [span, targetSpan],
);

/** The links of some parts of a document, in document order. */
export function linksOf(parts: readonly Part[], source: PartSource): readonly WrittenLink[] {
  return readParts(linksIn, parts, source);
}

/** The links of a text, definitions, wiki links and those of HTML included, in document order. */
export function readLinks(nodes: NodeLists, text: string): WrittenLink[] {
  const links: WrittenLink[] = [];
  for (const node of nodes.links) {
    if (node.type === 'linkReference' || node.type === 'imageReference') continue;
    const whole = spanOf(node);
    const style = node.type === 'link' ? (text[whole.start] === '[' ? 'inline' : 'autolink') : node.type;
    links.push({ span: whole, target: node.url, targetSpan: targetSpanOf(node, whole, text), style });
  }
  for (const node of nodes.text) {
    if (!node.value.includes('[[')) continue;
    const { start, end } = spanOf(node);
    for (const match of text.slice(start, end).matchAll(wikiLink)) {
      const [whole, mark = '', target = ''] = match;
      const from = start + match.index;
      const targetStart = from + mark.length + 2;
      const targetSpan = { start: targetStart, end: targetStart + target.length };
      links.push({ span: { start: from, end: from + whole.length }, target: target.trim(), targetSpan, style: 'wiki' });
    }
  }
  for (const node of nodes.html) links.push(...htmlLinks(text, spanOf(node)));
  return links.toSorted((a, b) => a.span.start - b.span.start);
}

function htmlLinks(text: string, { start, end }: Span): WrittenLink[] {
  return [...text.slice(start, end).matchAll(htmlLink)].flatMap((match): WrittenLink[] => {
    const target = match[1] ?? match[2];
    if (target === undefined) return [];
    const span = { start: start + match.index, end: start + match.index + match[0].length };
    // The address stands before the closing quotation mark.
    const targetSpan = { start: span.end - 1 - target.length, end: span.end - 1 };
    return [{ span, target: target.trim(), targetSpan, style: 'html' }];
  });
}

/** Where the address stands; the whole link where it can't be told from the words. */
function targetSpanOf(node: Pick<LinkNode, 'url'> & { type: string }, whole: Span, text: string): Span {
  const written = text.slice(whole.start, whole.end);
  const opening = node.type === 'definition' ? written.indexOf(']:') : written.lastIndexOf('](');
  const from = opening < 0 ? 0 : opening + 2;
  const index = written.indexOf(node.url, from);
  return node.url === '' || index < 0
    ? whole
    : { start: whole.start + index, end: whole.start + index + node.url.length };
}
