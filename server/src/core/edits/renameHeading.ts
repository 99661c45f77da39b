import { anchoredHeadings, anchorOfLink } from '../model/headingAnchors.ts';
import { linksToFile } from '../model/incomingLinks.ts';
import type { WrittenLink } from '../model/links.ts';
import type { Source } from '../environment.ts';
import type { Span } from '../text/span.ts';
import { applyEdits } from './apply.ts';
import type { Edit } from './edit.ts';

/** What the headings of a text are called in links, before and after one of them has got other words. */
export interface RenamedAnchors {
  /** By the old anchor: the new one, and the new words, which wiki links write. */
  readonly anchors: ReadonlyMap<string, { readonly anchor: string; readonly words: string }>;
}

/** Gives a heading other words; the anchors of others may change with it, where several have the same words. */
export function renamedAnchors(text: string, heading: Span, words: string): RenamedAnchors {
  const before = anchoredHeadings(text);
  const after = anchoredHeadings(applyEdits(text, [{ span: heading, text: words }]));
  const changed = before.flatMap(({ anchor }, index) => {
    const now = after[index];
    return now && now.anchor !== anchor ? [[anchor, { anchor: now.anchor, words: now.words }] as const] : [];
  });
  return { anchors: new Map(changed) };
}

/** The edits by which the links of any Markdown text follow the headings of a file. */
export function followHeadings(
  source: Source,
  file: string,
  { anchors }: RenamedAnchors,
  root: string | undefined,
): Edit[] {
  return linksToFile(source, file, root).flatMap((link) => {
    const now = anchors.get(anchorOfLink(link) ?? '');
    const span = now && anchorSpan(source.text, link);
    return now && span ? [{ span, text: link.style === 'wiki' ? now.words : encodeURI(now.anchor) }] : [];
  });
}

function anchorSpan(text: string, { targetSpan: { start, end } }: WrittenLink): Span | undefined {
  const hash = text.slice(start, end).indexOf('#');
  return hash < 0 ? undefined : { start: start + hash + 1, end };
}
