import { parseMarkdown } from '../parse/markdown.ts';
import type { Source } from '../environment.ts';
import { fileNameOf } from '../text/path.ts';
import { readLinks, type WrittenLink } from './links.ts';
import { gatherNodes } from './nodes.ts';
import { meansFile } from './resolveLinks.ts';

/** The links of any Markdown text that mean the file at a path; `root` is the workspace's folder. */
export function linksToFile({ path, text }: Source, file: string, root: string | undefined): WrittenLink[] {
  const stem = fileNameOf(file).replace(/\.[^.]*$/, '');
  const mayLink = path === file || [stem, encodeURI(stem), encodeURIComponent(stem)].some((name) => holds(text, name));
  if (!mayLink) return [];
  return readLinks(gatherNodes(parseMarkdown(text)), text).filter((link) => meansFile(link, path, root, file));
}

/** Wiki links name files in any case. */
function holds(text: string, name: string): boolean {
  return text.toLowerCase().includes(name.toLowerCase());
}
