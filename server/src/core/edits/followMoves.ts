import { readLinks, type WrittenLink } from '../model/links.ts';
import { gatherNodes } from '../model/nodes.ts';
import { meansFile } from '../model/resolveLinks.ts';
import { parseMarkdown } from '../parse/markdown.ts';
import type { Source } from '../environment.ts';
import { decodedAddress } from '../text/address.ts';
import { fileNameOf, folderOf, joinPath, pathWithin } from '../text/path.ts';
import type { Edit } from './edit.ts';

/** Where files go, by the absolute paths that they come from. */
export type Moves = ReadonlyMap<string, string>;

/** The edits by which the links of any Markdown text hold when files get other places, the text's own file perhaps among them. */
export function followMoves({ path, text }: Source, moves: Moves, root: string | undefined): Edit[] {
  const own = moves.get(path) ?? path;
  const stays = folderOf(own) === folderOf(path);
  if (stays && !mentionsAny(text, moves)) return [];
  return readLinks(gatherNodes(parseMarkdown(text)), text).flatMap((link): Edit[] => {
    const from = [...moves.keys()].find((candidate) => meansFile(link, path, root, candidate));
    const to = from === undefined ? undefined : moves.get(from);
    const { start, end } = link.targetSpan;
    const written = text.slice(start, end).replace(/[?#].*$/s, '');
    const now = link.style === 'wiki' ? wikiName(written, from, to, root) : address(link, written, from, to);
    return now === undefined || now === written ? [] : [{ span: { start, end: start + written.length }, text: now }];
  });

  function address(link: WrittenLink, written: string, from: string | undefined, to: string | undefined) {
    if (written === '' || /^(?:[a-z][a-z\d+.-]*:|\/\/)|[<>{}$]/i.test(written)) return undefined;
    const plain = decodedAddress(written);
    const rooted = plain.startsWith('/');
    const named = rooted ? joinPath(root ?? '', plain) : joinPath(folderOf(path), plain);
    // What does not move keeps its place; a link from the root is the same from everywhere.
    if (to === undefined && (rooted || stays || link.style === 'autolink' || !path.startsWith('/'))) return undefined;
    const target = to === undefined || from === undefined ? named : likewise(named, from, to);
    const place = rooted ? `/${pathWithin(root, target) ?? target}` : relative(folderOf(own), target);
    const kept = plain.startsWith('./') && !place.startsWith('.') ? `./${place}` : place;
    return plain === written && !/[\s()]/.test(kept) ? kept : encodeURI(kept).replace(/[()]/g, escape);
  }
}

function escape(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}

/** Sites leave endings of names out: what was left out stays so. */
function likewise(named: string, from: string, to: string): string {
  const ending = from.startsWith(named) ? from.slice(named.length) : '';
  return ending !== '' && to.endsWith(ending) ? to.slice(0, -ending.length) : to;
}

function wikiName(
  written: string,
  from: string | undefined,
  to: string | undefined,
  root: string | undefined,
): string | undefined {
  if (from === undefined || to === undefined) return undefined;
  const whole = written.includes('/') ? (pathWithin(root, to) ?? to) : fileNameOf(to);
  return /\.\w+$/.test(written.trim()) ? whole : whole.replace(/\.md$/i, '');
}

/** The way from a folder to a path: `../runbooks/database.md`. */
function relative(folder: string, path: string): string {
  const way = folder.split('/');
  const goal = path.split('/');
  const parting = way.findIndex((part, index) => part !== goal[index]);
  const shared = parting < 0 ? way.length : parting;
  return [...way.slice(shared).map(() => '..'), ...goal.slice(shared)].join('/');
}

function mentionsAny(text: string, moves: Moves): boolean {
  const words = text.toLowerCase();
  return [...moves.keys()].some((from) => {
    const stem = fileNameOf(from)
      .replace(/\.[^.]*$/, '')
      .toLowerCase();
    return [stem, encodeURI(stem), encodeURIComponent(stem).toLowerCase()].some((name) => words.includes(name));
  });
}
