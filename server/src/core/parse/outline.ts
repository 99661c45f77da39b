import { firstThat } from '../text/ordered.ts';
import type { Heading as HeadingNode, Root, RootContent, Yaml } from 'mdast';
import type { Span } from '../text/span.ts';
import { spanOf } from './markdown.ts';
import { wordsOf } from './walk.ts';

/** A heading of a document. */
export interface Heading {
  readonly node: HeadingNode;
  /** The heading's words, without Markdown's marks. */
  readonly text: string;
  readonly level: number;
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
}

/** The shape of a document: its title, what stands before the first section, and the sections. */
export interface Outline {
  readonly tree: Root;
  /** The front matter's YAML, without its fences. */
  readonly frontMatter: { readonly span: Span; readonly yamlSpan: Span; readonly yaml: string } | undefined;
  /** The first heading of level 1 that no other heading precedes, where the front matter does not have the title. */
  readonly title: Heading | undefined;
  /** The blocks before the first section, front matter and title aside. */
  readonly header: readonly RootContent[];
  readonly headerSpan: Span;
  /** The sections that are in no other section, in document order. */
  readonly sections: readonly Section[];
  /** All sections, each before its subsections. */
  readonly allSections: readonly Section[];
}

/** Reads the shape of a document from its tree. */
export function buildOutline(tree: Root, text: string): Outline {
  const yamlNode = tree.children[0]?.type === 'yaml' ? tree.children[0] : undefined;
  const blocks = yamlNode ? tree.children.slice(1) : tree.children;
  const firstHeading = blocks.findIndex((node) => node.type === 'heading');
  const first = blocks[firstHeading];
  const title =
    first?.type === 'heading' && first.depth === 1 && !isPage(blocks, yamlNode) ? headingOf(first) : undefined;

  const header: RootContent[] = [];
  const drafts: Draft[] = [];
  for (const node of blocks) {
    const isSection = node.type === 'heading' && !(title && node === first);
    if (isSection) drafts.push({ heading: headingOf(node), body: [] });
    else if (node !== first || !title) (drafts.at(-1)?.body ?? header).push(node);
  }
  const { top, all } = nest(drafts, text);

  const headerStart = title?.span.end ?? (yamlNode ? spanOf(yamlNode).end : 0);
  return {
    tree,
    frontMatter: yamlNode && frontMatterOf(yamlNode, text),
    title,
    header,
    headerSpan: { start: headerStart, end: all[0]?.span.start ?? text.length },
    sections: top,
    allSections: all,
  };
}

/** A site's page has its title in the front matter where all its sections are headings of level 1. */
function isPage(blocks: readonly RootContent[], yaml: Yaml | undefined): boolean {
  if (!yaml || !/^title\s*:\s*\S/m.test(yaml.value)) return false;
  return blocks.filter((node) => node.type === 'heading' && node.depth === 1).length > 1;
}

interface Draft {
  readonly heading: Heading;
  readonly body: RootContent[];
}

/** A section while it is being built; handed out as read-only. */
interface OpenSection extends Section {
  span: Span;
  bodySpan: Span;
  children: OpenSection[];
}

/** Where the line of a heading begins, which up to three spaces may indent. */
function lineStart({ span }: Heading, text: string): number {
  return text.lastIndexOf('\n', span.start - 1) + 1;
}

function nest(drafts: readonly Draft[], text: string): { top: Section[]; all: Section[] } {
  const textEnd = text.length;
  const top: OpenSection[] = [];
  const all: OpenSection[] = [];
  const open: OpenSection[] = [];
  const closeDownTo = (level: number, end: number): void => {
    while ((open.at(-1)?.heading.level ?? 0) >= level) {
      const closed = open.pop();
      if (closed) closed.span = { start: closed.span.start, end };
    }
  };
  for (const [index, { heading, body }] of drafts.entries()) {
    const start = lineStart(heading, text);
    closeDownTo(heading.level, start);
    const parent = open.at(-1);
    const next = drafts[index + 1];
    const bodyEnd = next ? lineStart(next.heading, text) : textEnd;
    const section: OpenSection = {
      heading,
      span: { start, end: textEnd },
      bodySpan: { start: heading.span.end, end: bodyEnd },
      body,
      parent,
      children: [],
    };
    (parent?.children ?? top).push(section);
    all.push(section);
    open.push(section);
  }
  closeDownTo(1, textEnd);
  return { top, all };
}

function headingOf(node: HeadingNode): Heading {
  const whole = spanOf(node);
  const first = node.children[0];
  const last = node.children.at(-1);
  const textSpan =
    first && last ? { start: spanOf(first).start, end: spanOf(last).end } : { start: whole.end, end: whole.end };
  return { node, text: wordsOf(node), level: node.depth, span: whole, textSpan };
}

function frontMatterOf(node: Yaml, text: string): Outline['frontMatter'] {
  const whole = spanOf(node);
  const firstLineEnd = text.indexOf('\n', whole.start) + 1;
  const start = firstLineEnd > 0 && firstLineEnd <= whole.end ? firstLineEnd : whole.end;
  return { span: whole, yamlSpan: { start, end: start + node.value.length }, yaml: node.value };
}

/** The innermost section that holds an offset; undefined before the first one. */
export function sectionAt(outline: Outline, offset: number): Section | undefined {
  const sections = outline.allSections;
  return sections[firstThat(sections, ({ span }) => span.start > offset) - 1];
}
