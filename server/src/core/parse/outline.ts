import type { Root, RootContent, Yaml } from 'mdast';
import { firstThat } from '../text/ordered.ts';
import type { Span } from '../text/span.ts';
import { withHtmlHeadings } from './htmlHeadings.ts';
import { spanOf } from './markdown.ts';
import type { Heading, Part, Section } from './parts.ts';
import { splitOnce, type Splitter } from './splitting.ts';
import { asWritten, type StandIns } from './standIns.ts';

export type { Heading, Part, Section } from './parts.ts';

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
  /** The parts that the document consists of, the one before the first section first. */
  readonly parts: readonly Part[];
  /** How its headings were found, for whoever reads a changed text of the document. */
  readonly standIns: StandIns;
}

/** Reads the shape of a document from its tree. */
export function buildOutline(
  tree: Root,
  text: string,
  split: Splitter = splitOnce,
  standIns: StandIns = asWritten,
): Outline {
  const yamlNode = tree.children[0]?.type === 'yaml' ? tree.children[0] : undefined;
  const blocks = withHtmlHeadings(yamlNode ? tree.children.slice(1) : tree.children, text);
  const first = blocks.find((node) => node.type === 'heading');
  const titleNode = first?.depth === 1 && !isPage(blocks, yamlNode) ? first : undefined;
  const { head, parts, all, top } = split(standIns(blocks, titleNode), titleNode, text);
  const headerStart = head.heading?.span.end ?? (yamlNode ? spanOf(yamlNode).end : 0);
  return {
    tree,
    frontMatter: yamlNode && frontMatterOf(yamlNode, text),
    title: head.heading,
    header: head.body,
    headerSpan: { start: headerStart, end: all[0]?.span.start ?? text.length },
    sections: top,
    allSections: all,
    parts: [head, ...parts],
    standIns,
  };
}

/** A site's page has its title in the front matter where all its sections are headings of level 1. */
function isPage(blocks: readonly RootContent[], yaml: Yaml | undefined): boolean {
  if (!yaml || !/^title\s*:\s*\S/m.test(yaml.value)) return false;
  return blocks.filter((node) => node.type === 'heading' && node.depth === 1).length > 1;
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
