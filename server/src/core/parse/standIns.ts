import type { Heading as HeadingNode, Paragraph, RootContent } from 'mdast';
import type { Knowledge } from '../text/knowledge.ts';
import type { Recall } from '../text/recall.ts';
import { wordsOf } from './walk.ts';

/** A bold line in the place of a heading. */
export interface BoldHeading extends HeadingNode {
  readonly bold: true;
}

/** Puts headings in the place of blocks that stand for them; the title is one already. */
export type StandIns = (blocks: readonly RootContent[], title: HeadingNode | undefined) => readonly RootContent[];

/** For a text whose headings alone are headings. */
export const asWritten: StandIns = (blocks) => blocks;

/** No line of a heading is longer, in UTF-16 units. */
const longest = 80;

/**
 * Takes a document's bold lines that are names of sections for headings, where it has hardly any others: at least two such
 * lines, and at most half as many headings of the first two levels besides the title. Such a line stands on the level of the
 * heading before it where that is the name of a section too, else below that heading.
 */
export function boldHeadings(
  namesSection: (words: string) => boolean,
  { recall, each }: Pick<Knowledge, 'recall' | 'each'>,
): StandIns {
  const namesOf = recall(namesAmong, namesSection);
  return (blocks, title) => {
    const names = new Set(each(namesOf, blocks, recall));
    if (names.size < 2) return blocks;
    const isOuter = (node: RootContent): node is HeadingNode =>
      node.type === 'heading' && node.depth <= 2 && node !== title;
    if (blocks.filter(isOuter).length * 2 > names.size) return blocks;
    let depth = 2;
    return blocks.map((node): RootContent => {
      if (isOuter(node)) depth = namesSection(wordsOf(node)) ? node.depth : node.depth + 1;
      if (node.type !== 'paragraph' || namesOf(node, recall).length === 0) return node;
      return recall(makers[depth - 1] ?? secondLevel, node);
    });
  };
}

/** What tells the name of a section that a block is; empty for any other block. */
function namesAmong(namesSection: (words: string) => boolean) {
  return (node: RootContent, recall: Recall): readonly string[] => {
    const words = node.type === 'paragraph' && isBold(node) ? recall(wordsOf, node) : '';
    return words !== '' && words.length <= longest && namesSection(words) ? [words] : [];
  };
}

/** Whether a paragraph is a line that is bold as a whole, a colon at its end aside. */
function isBold({ children: [first, second, third] }: Paragraph): boolean {
  if (first?.type !== 'strong' || third) return false;
  return !second || (second.type === 'text' && second.value.trim() === ':');
}

/** The heading for which a paragraph stands. It has the paragraph's own place, and moves with it. */
function headingOf({ children: [strong], position }: Paragraph, depth: 1 | 2 | 3): BoldHeading {
  const children = strong?.type === 'strong' ? strong.children : [];
  return { type: 'heading', depth, children, bold: true, ...(position ? { position } : {}) };
}

function firstLevel(node: Paragraph): BoldHeading {
  return headingOf(node, 1);
}

function secondLevel(node: Paragraph): BoldHeading {
  return headingOf(node, 2);
}

function thirdLevel(node: Paragraph): BoldHeading {
  return headingOf(node, 3);
}

/** One for each level: what is made of a node must go by the node alone. */
const makers = [firstLevel, secondLevel, thirdLevel] as const;
