import type { Heading as HeadingNode, RootContent } from 'mdast';
import type { Span } from '../text/span.ts';
import { spanOf } from './markdown.ts';
import { wordsOf } from './walk.ts';

/** A heading of a document. */
export interface Heading {
  readonly node: HeadingNode;
  /** The heading's words, without Markdown's marks. */
  readonly text: string;
  readonly level: number;
  /** Whether it is a bold line that stands for a heading. */
  readonly bold: boolean;
  /** The whole heading with its marks. */
  readonly span: Span;
  /** The words alone, as they stand in the text; empty for a heading without words. */
  readonly textSpan: Span;
}

/** A heading and what stands below it, up to the next heading of the same or a higher level. */
export interface Section {
  readonly heading: Heading;
  /** From the beginning of the heading's line to the end of the last subsection. */
  readonly span: Span;
  /** What stands between the heading and the first subsection. */
  readonly bodySpan: Span;
  /** The blocks of the body. */
  readonly body: readonly RootContent[];
  readonly parent: Section | undefined;
  readonly children: readonly Section[];
  /** The words of the headings that it stands under, the outermost first, and its own: a line for each. */
  readonly path: string;
}

/** A section while it is being built; handed out as read-only. */
export interface OpenSection extends Section {
  span: Span;
  bodySpan: Span;
  parent: OpenSection | undefined;
  children: OpenSection[];
  path: string;
  /** The path of the section that holds it. */
  above: string | undefined;
  /** The places that move with it, these two among them. */
  readonly spans: Set<Span> | undefined;
}

/**
 * A section without its subsections, or what stands before the first one. A document is its parts, one behind the other, and
 * from one reading to the next most of them stay the same: one that is the same object has the same blocks below headings of
 * the same words.
 */
export interface Part {
  /** The title where no section begins the document; undefined where there is none. */
  readonly heading: Heading | undefined;
  /** The blocks below the heading; front matter aside. */
  readonly body: readonly RootContent[];
  /** Undefined for what stands before the first section. */
  readonly section: Section | undefined;
  /** The places that are known of it, and move when it moves; undefined in a text that is read once. */
  readonly spans: Set<Span> | undefined;
}

/** A part that begins with the heading of a section. */
export interface SectionPart extends Part {
  readonly heading: Heading;
  readonly section: OpenSection;
}

/** A part of a section that is still to be put among the others; where it is read again and again, its places are kept. */
export function sectionPart(
  node: HeadingNode,
  body: readonly RootContent[],
  spans: Set<Span> | undefined,
): SectionPart {
  const heading = headingOf(node);
  const { span, text } = heading;
  const place = { parent: undefined, children: [], path: text, above: undefined };
  const section: OpenSection = { heading, span: { ...span }, bodySpan: { ...span }, body, spans, ...place };
  spans?.add(span).add(heading.textSpan);
  return { heading, body, section, spans };
}

/** What stands before the first section. */
export function headPart(
  title: HeadingNode | undefined,
  body: readonly RootContent[],
  spans: Set<Span> | undefined,
): Part {
  const heading = title && headingOf(title);
  if (heading) spans?.add(heading.span).add(heading.textSpan);
  return { heading, body, section: undefined, spans };
}

function headingOf(node: HeadingNode): Heading {
  const whole = spanOf(node);
  const first = node.children[0];
  const last = node.children.at(-1);
  const textSpan =
    first && last ? { start: spanOf(first).start, end: spanOf(last).end } : { start: whole.end, end: whole.end };
  const text = wordsOf(node);
  const bold = 'bold' in node;
  // "**Timeline:**"
  const colon = bold ? (/\s*:$/.exec(text)?.[0].length ?? 0) : 0;
  return {
    node,
    text: text.slice(0, text.length - colon),
    level: node.depth,
    bold,
    span: whole,
    textSpan: { start: textSpan.start, end: textSpan.end - colon },
  };
}
