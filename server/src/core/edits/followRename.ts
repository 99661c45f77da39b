import { readLinks } from '../model/links.ts';
import { gatherNodes } from '../model/nodes.ts';
import { meansFile } from '../model/resolveLinks.ts';
import { parseMarkdown } from '../parse/markdown.ts';
import { fileNameOf } from '../text/path.ts';
import type { Source } from '../environment.ts';
import type { Edit } from './edit.ts';

/** A file that gets another name in its folder, by its absolute paths. */
export interface FileRename {
  readonly from: string;
  readonly to: string;
}

/** The edits by which the links of any Markdown text follow a file that is renamed; `root` is the workspace's folder. */
export function followRename({ path, text }: Source, { from, to }: FileRename, root: string | undefined): Edit[] {
  const old = stemOf(from);
  const spellings = [old, encodeURI(old), encodeURIComponent(old)];
  if (!spellings.some((spelling) => text.includes(spelling))) return [];
  return readLinks(gatherNodes(parseMarkdown(text)), text).flatMap((link) => {
    if (!meansFile(link, path, root, from)) return [];
    const { start, end } = link.targetSpan;
    const written = text.slice(start, end).replace(/[?#].*$/s, '');
    const spelling = spellings.find((candidate) => written.includes(candidate));
    if (spelling === undefined) return [];
    const at = start + written.lastIndexOf(spelling);
    return {
      span: { start: at, end: at + spelling.length },
      text: spelling === old ? stemOf(to) : encodeURI(stemOf(to)),
    };
  });
}

function stemOf(path: string): string {
  return fileNameOf(path).replace(/\.[^.]*$/, '');
}
