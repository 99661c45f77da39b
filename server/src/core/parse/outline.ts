import type { Heading as HeadingNode, Root, RootContent } from 'mdast';
import type { Span } from '../text/span.ts';

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
  /** From the heading to the end of the last subsection. */
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
  /** The first heading of level 1 that no other heading precedes. */
  readonly title: Heading | undefined;
  /** The blocks before the first section, front matter and title aside. */
  readonly header: readonly RootContent[];
  readonly headerSpan: Span;
  /** The sections that are in no other section, in document order. */
  readonly sections: readonly Section[];
  /** All sections, each before its subsections. */
  readonly allSections: readonly Section[];
}
