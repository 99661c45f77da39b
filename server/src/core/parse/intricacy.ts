/** Deeper nesting than a person writes; beyond some thousand levels the parser's own stack ends. */
const deepest = 100;
/** Further to the right than a person writes an item of a list, in columns; each level of the parser's work costs a pass. */
const furthest = 400;
/** More marks and lines in one paragraph or table than a person writes; the parser compares each mark with those before it. */
const densest = 15_000;
/** More columns than a person gives a table; the parser compares each with those before it. */
const widest = 1000;

/** A row of marks longer than any that people draw, each of which may open a level of its own. */
const row = /([*_[])\1{249}/;

/** The row that makes a table of the line above. */
const delimiters = /^[\s|:-]+$/;

const container = /[ \t]*(?:>|[-+*](?=\s|$)|\d{1,9}[.)](?=\s|$))/y;
const fence = /[ \t]*(`{3,}|~{3,})/y;
/** What begins a paragraph of its own without a blank line. */
const heading = /[ \t]*#{1,6}\s/y;
/** Those that the parser pairs with each other; all others cost it the same however many there are. */
const marks = /[*_~[\]]/g;

/**
 * Why a text would keep the parser busy for minutes, or end its stack, as a sentence for the reader; undefined for every
 * text that people write. The question itself takes one pass over the text.
 */
export function tooIntricate(text: string): string | undefined {
  let dense = 0;
  let openFence: string | undefined;
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    const { depth, column, isItem, content } = containersAt(text, start, end);
    if (depth > deepest) return `It nests more than ${deepest} levels deep`;
    if (depth > 0 && column > furthest) return `It indents lists by more than ${furthest} columns`;

    const mark = matchAt(fence, text, content)?.[1];
    if (openFence !== undefined) {
      if (mark?.startsWith(openFence)) openFence = undefined;
    } else if (mark !== undefined) {
      openFence = mark;
      dense = 0;
    } else {
      const line = text.slice(content, end);
      if (line.split('|', widest + 3).length > widest + 2 && delimiters.test(line))
        return `It has a table of more than ${widest} columns`;
      if (row.test(line)) return `It nests more than ${deepest} levels deep`;
      if (isItem || line.trim() === '' || matchAt(heading, text, content)) dense = 0;
      dense += 1 + (line.match(marks)?.length ?? 0);
      if (dense > densest) return `It has more than ${densest} marks and lines in one paragraph`;
    }
    start = end + 1;
  }
  return undefined;
}

interface Containers {
  /** How many quotes and items of lists begin on a line. */
  readonly depth: number;
  /** How far to the right the first of them stands. */
  readonly column: number;
  /** Whether an item is among them: it begins a paragraph, as a quote that goes on does not. */
  readonly isItem: boolean;
  /** Where what they hold begins. */
  readonly content: number;
}

function containersAt(text: string, start: number, end: number): Containers {
  let depth = 0;
  let column = 0;
  let isItem = false;
  let content = start;
  for (
    let match = matchAt(container, text, content);
    match && content < end;
    match = matchAt(container, text, content)
  ) {
    if (depth === 0) column = match[0].length;
    depth++;
    isItem ||= !match[0].endsWith('>');
    content += match[0].length;
  }
  return { depth, column, isItem, content: Math.min(content, end) };
}

function matchAt(pattern: RegExp, text: string, index: number): RegExpExecArray | null {
  pattern.lastIndex = index;
  return pattern.exec(text);
}
