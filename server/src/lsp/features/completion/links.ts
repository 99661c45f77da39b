import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver/node';
import { anchoredHeadings } from '../../../core/model/headingAnchors.ts';
import { meansFile } from '../../../core/model/resolveLinks.ts';
import { fileNameOf, folderOf, pathWithin, relativePath } from '../../../core/text/path.ts';
import { rangeOf } from '../../convert.ts';
import type { Reading } from '../../reading.ts';
import type { Session } from '../../session.ts';
import type { Caret } from './caret.ts';

/** The characters with which the target of a link, or a heading in it, begins. */
export const linkTriggers: readonly string[] = ['(', '[', '#'];

/** A link's target up to the caret. */
const begun: readonly (readonly [style: 'inline' | 'wiki', pattern: RegExp])[] = [
  ['inline', /\]\(<?([^()<>\n]*)$/],
  ['wiki', /\[\[([^[\]|\n]*)$/],
];

/** How long nobody waits for the titles of documents, in ms; what is known by then is shown. */
const patience = 300;

/** A link that is being written. */
interface Begun {
  readonly style: 'inline' | 'wiki';
  readonly target: string;
}

/** The link whose target is being typed before a caret; undefined outside of one. */
export function linkBegun(before: string): Begun | undefined {
  for (const [style, pattern] of begun) {
    const target = pattern.exec(before)?.[1];
    if (target !== undefined && !/^[a-z][a-z\d+.-]*:/i.test(target)) return { style, target };
  }
  return undefined;
}

/** In the target of a link, the documents that it can lead to, and behind `#` the headings in one. */
export async function linkItems(caret: Caret, reading: Reading, session: Session): Promise<CompletionItem[]> {
  const link = linkBegun(caret.before);
  if (!link) return [];
  const hash = link.target.indexOf('#');
  return hash < 0 ? files(caret, link, reading, session) : anchors(caret, link, link.target.slice(0, hash), reading);
}

async function files(
  { document, offset }: Caret,
  { style, target }: Begun,
  { environment: { workspace } }: Reading,
  session: Session,
): Promise<CompletionItem[]> {
  const folder = folderOf(document.path);
  const paths = (await workspace.markdownFiles()).filter((path) => path !== document.path);
  const range = rangeOf(document.lines, { start: offset - target.length, end: offset });
  const closing = style === 'wiki' && !document.text.startsWith(']]', offset) ? ']]' : '';
  const end = Date.now() + patience;
  const items: CompletionItem[] = [];
  for (const path of paths.toSorted((a, b) => shared(b, folder) - shared(a, folder))) {
    const known = Date.now() < end ? (await session.facts(path))?.document : undefined;
    const written = style === 'wiki' ? noteName(path, paths, workspace.root) : encoded(relativePath(folder, path));
    items.push({
      label: written,
      kind: CompletionItemKind.File,
      ...(known ? { detail: known.title ? `${known.kind}: ${known.title}` : known.kind } : {}),
      filterText: known?.title ? `${written} ${known.title}` : written,
      sortText: `${known ? 0 : 1}${String(items.length).padStart(5, '0')}`,
      textEdit: { range, newText: written + closing },
    });
  }
  return items;
}

async function anchors(
  { document, offset }: Caret,
  { style, target }: Begun,
  file: string,
  { environment: { workspace }, source }: Reading,
): Promise<CompletionItem[]> {
  const path = file === '' ? document.path : await fileOf(style, file, document.path, workspace);
  const text = path === document.path ? source.text : path && (await workspace.read(path));
  if (text === undefined) return [];
  const typed = target.length - file.length - 1;
  const range = rangeOf(document.lines, { start: offset - typed, end: offset });
  return anchoredHeadings(text).map(({ anchor, words }, index) => ({
    label: words,
    // Of a note's headings no client knows by itself.
    kind: style === 'wiki' ? CompletionItemKind.Text : CompletionItemKind.Reference,
    detail: `#${anchor}`,
    filterText: `${anchor} ${words}`,
    sortText: String(index).padStart(4, '0'),
    textEdit: { range, newText: style === 'wiki' ? words : anchor },
  }));
}

async function fileOf(
  style: Begun['style'],
  target: string,
  from: string,
  workspace: Reading['environment']['workspace'],
): Promise<string | undefined> {
  const span = { start: 0, end: 0 };
  const all = await workspace.markdownFiles();
  return all.find((path) => meansFile({ style, target, span, targetSpan: span }, from, workspace.root, path));
}

/** A note by its bare name, or by its way from the workspace's folder where several have that name. */
function noteName(path: string, all: readonly string[], root: string | undefined): string {
  const name = fileNameOf(path);
  const isAlone = all.filter((other) => fileNameOf(other).toLowerCase() === name.toLowerCase()).length === 1;
  return (isAlone ? name : (pathWithin(root, path) ?? name)).replace(/\.md$/i, '');
}

/** How much of the way two paths share: what is near stands first. */
function shared(path: string, folder: string): number {
  const other = `${folder}/`;
  let length = 0;
  while (length < other.length && path[length] === other[length]) length++;
  return length;
}

/** A path as a link has it, whose signs mean nothing else there. */
function encoded(path: string): string {
  return path.replace(/[\s()<>%#?]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`);
}
