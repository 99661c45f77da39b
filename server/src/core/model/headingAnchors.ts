import GithubSlugger, { slug } from 'github-slugger';
import { parseMarkdown, spanOf } from '../parse/markdown.ts';
import { wordsOf } from '../parse/walk.ts';
import { decodedAddress } from '../text/address.ts';
import type { Span } from '../text/span.ts';
import type { WrittenLink } from './links.ts';
import { gatherNodes } from './nodes.ts';

/** A heading with the anchor that forges and VS Code give it. */
export interface AnchoredHeading {
  readonly anchor: string;
  readonly words: string;
  readonly span: Span;
}

/** The headings of any Markdown text, in its order. */
export function anchoredHeadings(text: string): AnchoredHeading[] {
  const slugger = new GithubSlugger();
  return gatherNodes(parseMarkdown(text)).headings.map((heading) => {
    const words = wordsOf(heading);
    return { anchor: slugger.slug(words), words, span: spanOf(heading) };
  });
}

/** The anchor that a link names; undefined for a link to a whole file. A wiki link names the heading itself. */
export function anchorOfLink({ target, style }: Pick<WrittenLink, 'target' | 'style'>): string | undefined {
  const hash = target.indexOf('#');
  const written = hash < 0 ? '' : target.slice(hash + 1);
  if (written === '') return undefined;
  if (style === 'wiki') return slug(written);
  return decodedAddress(written);
}
