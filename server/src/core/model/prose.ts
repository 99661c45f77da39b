import type { Nodes, Paragraph } from 'mdast';
import { spanOf } from '../parse/markdown.ts';
import type { Outline, Section } from '../parse/outline.ts';
import { partReader, readParts, type PartSource } from '../parse/partReader.ts';
import { skip, walk } from '../parse/walk.ts';
import { ownWords } from '../text/slice.ts';
import type { Span } from '../text/span.ts';

/** A paragraph's words, as rules on language read them: what the author says, not what is quoted, linked or code. */
export interface Passage {
  /** One line; object replacement characters stand for code, links, images and what is in quotation marks. */
  readonly words: string;
  /** Where the paragraph stands. */
  readonly span: Span;
  readonly section: Section | undefined;
  /** Where a part of `words` stands in the document. */
  spanOf(start: number, end: number): Span;
}

/** Stands for what is not the author's own words. */
const replaced = '\uFFFC';

const quotation = /"[^"]{1,200}"|“[^”]{1,200}”|«[^»]{1,200}»/g;

interface Piece {
  /** Where the piece begins in the passage's words. */
  readonly start: number;
  readonly length: number;
  /** Where it begins, from the beginning of the paragraph. */
  readonly offset: number;
}

/** The passages of a document outside headings, quotes, tables' headers and code, in document order. */
export function readProse({ parts }: Outline, source: PartSource): readonly Passage[] {
  return readParts(passagesOf, parts, source);
}

const passagesOf = partReader(
  ({ body, section }, { text, recall }) => {
    const passages: Passage[] = [];
    for (const block of body)
      walk(block, (node) => {
        if (node.type === 'paragraph' || node.type === 'tableCell') {
          passages.push(passageAt(spanOf(node), recall(wordsIn, node, text), section));
          return skip;
        }
        return node.type === 'blockquote' || node.type === 'footnoteDefinition' ? skip : undefined;
      });
    return passages;
  },
  ({ span }: Passage) => [span],
);

/** The words of a paragraph, wherever that stands. */
interface Words {
  readonly words: string;
  readonly pieces: readonly Piece[];
}

function wordsIn(root: Paragraph | Extract<Nodes, { type: 'tableCell' }>, text: string): Words {
  const base = spanOf(root).start;
  let words = '';
  const pieces: Piece[] = [];
  walk(root, (node) => {
    if (node === root || node.type === 'strong' || node.type === 'emphasis') return undefined;
    const { start, end } = spanOf(node);
    // As it is written, so that places agree; a line's end is a space to a reader.
    const part = node.type === 'text' ? text.slice(start, end).replace(/[\r\n\t]/g, ' ') : replaced;
    pieces.push({ start: words.length, length: part.length, offset: start - base });
    words += part;
    return skip;
  });
  return { words: ownWords(words).replace(quotation, (quoted) => replaced.repeat(quoted.length)), pieces };
}

function passageAt(span: Span, { words, pieces }: Words, section: Section | undefined): Passage {
  const place = (index: number): number => {
    const piece = pieces.findLast((candidate) => candidate.start <= index);
    return span.start + (piece ? piece.offset + Math.min(index - piece.start, piece.length) : 0);
  };
  return {
    words,
    span,
    section,
    spanOf: (from, to) => ({ start: place(from), end: Math.max(place(from), place(to - 1) + 1) }),
  };
}
