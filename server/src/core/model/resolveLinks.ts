import { slug } from 'github-slugger';
import { parseMarkdown } from '../parse/markdown.ts';
import { decodedAddress } from '../text/address.ts';
import { fileNameOf, folderOf, joinPath, pathWithin } from '../text/path.ts';
import { makeEach, type RecallEach } from '../text/recallEach.ts';
import type { Workspace } from '../workspace.ts';
import { anchorsOf, hasAnchor, nearestAnchorOf, type Anchors } from './anchors.ts';
import type { Link } from './document.ts';
import type { WrittenLink } from './links.ts';
import { gatherNodes, type NodeLists } from './nodes.ts';

/** Addresses that no file can answer: another scheme, a template's expression, a word to be filled in. */
const elsewhere = /^(?:[a-z][a-z\d+.-]*:|\/\/)|\{\{|\{%|<%|%\}|[<>]|^\$|\$\{/i;
/** What sites render from Markdown: `x.html` and `x/` stand for `x.md`. */
const rendered = /(?:\.html?|\/)$/i;

/**
 * Looks for the target of each link among the workspace's files; never a network request. A link to the web, or one that
 * a site generator fills in, has no answer.
 */
export async function resolveLinks(
  links: readonly WrittenLink[],
  path: string,
  nodesOfDocument: () => NodeLists,
  workspace: Workspace,
  each: RecallEach = makeEach,
): Promise<readonly Link[]> {
  const headings = new Map<string, Promise<Anchors | undefined>>();
  const anchorsAt = (file: string): Promise<Anchors | undefined> => {
    const known = headings.get(file);
    if (known) return known;
    const read =
      file === path
        ? Promise.resolve(anchorsOf(nodesOfDocument()))
        : workspace
            .read(file)
            .then((text) => (text === undefined ? undefined : anchorsOf(gatherNodes(parseMarkdown(text)))));
    headings.set(file, read);
    return read;
  };
  let labels: ReadonlySet<string> | undefined;
  const isLabel = (target: string): boolean => (labels ??= labelsOf(nodesOfDocument())).has(target);
  const resolve = async (link: WrittenLink): Promise<Answer> => {
    const target = link.style === 'wiki' ? await wiki(link, path, workspace) : await ordinary(link, path, workspace);
    const nothing = { missing: undefined, lookedFor: undefined, nearestAnchor: undefined };
    if (!target || (!target.exists && isLabel(link.target))) return { ...nothing, resolves: undefined };
    const lookedFor = pathWithin(workspace.root, target.path) ?? target.path;
    if (!target.exists) return { ...nothing, lookedFor, resolves: false, missing: 'file' };
    const written = anchorOf(link.target);
    // A wiki link names the heading itself.
    const anchor = link.style === 'wiki' && written !== undefined ? slug(written) : written;
    const known = anchor === undefined || !isMarkdown(target.path) ? undefined : await anchorsAt(target.path);
    if (anchor === undefined || !known || hasAnchor(known, anchor)) return { ...nothing, lookedFor, resolves: true };
    return { lookedFor, resolves: false, missing: 'anchor', nearestAnchor: nearestAnchorOf(known, anchor) };
  };
  const answers = new Map<string, Promise<Answer>>();
  const open = each(asksForFile, links);
  const resolved = new Map<WrittenLink, Link>();
  await Promise.all(
    open.map(async (link) => {
      const address = `${link.style === 'wiki' ? 'wiki' : 'ordinary'} ${link.target}`;
      let answer = answers.get(address);
      if (!answer) answers.set(address, (answer = resolve(link)));
      resolved.set(link, { ...link, ...(await answer) });
    }),
  );
  const others = each(withoutFile, links);
  return open.length === 0 ? others : links.map((link, index) => resolved.get(link) ?? others[index] ?? unasked(link));
}

/** The link, where a file of the workspace could answer it. */
function asksForFile(link: WrittenLink): readonly WrittenLink[] {
  const { style, target } = link;
  return style === 'wiki' || (target !== '' && !elsewhere.test(target)) ? [link] : [];
}

function withoutFile(link: WrittenLink): readonly Link[] {
  return [unasked(link)];
}

/** A link that nobody has an answer to. */
function unasked(link: WrittenLink): Link {
  return { ...link, resolves: undefined, missing: undefined, lookedFor: undefined, nearestAnchor: undefined };
}

/** What the workspace says of an address, wherever a document writes it. */
type Answer = Pick<Link, 'resolves' | 'missing' | 'lookedFor' | 'nearestAnchor'>;

/** Whether a link means the file at a path; `root` is the workspace's folder, and `path` that of the link's own document. */
export function meansFile(link: WrittenLink, path: string, root: string | undefined, file: string): boolean {
  if (link.style === 'wiki') {
    const name = wikiName(link.target);
    return name !== '' && isNamed(file, wikiFile(name));
  }
  return placesOf(link, path, root)?.candidates.includes(file) ?? false;
}

/** The places that the document labels as MyST has it, which links name: "(deploying-a-change)=". */
function labelsOf({ text }: NodeLists): ReadonlySet<string> {
  return new Set(text.flatMap(({ value }) => (value.startsWith('(') ? (/^\(([\w-]+)\)=/.exec(value)?.[1] ?? []) : [])));
}

/** The file that a link means, and whether it is there. */
interface Target {
  readonly path: string;
  readonly exists: boolean;
}

/** Undefined for an address that no file of the workspace can answer. */
async function ordinary(link: WrittenLink, path: string, workspace: Workspace): Promise<Target | undefined> {
  const places = placesOf(link, path, workspace.root);
  if (!places) return undefined;
  if (places.target === path) return { path, exists: true };
  for (const candidate of places.candidates)
    if (await workspace.exists(candidate)) return { path: candidate, exists: true };
  if (!places.rooted) return { path: places.target, exists: false };
  return fromRoot(link, path, places.target, workspace);
}

/**
 * A site's own root is seldom the repository's: an address from the root may count from any folder above the document, and
 * one that leads nowhere says nothing, unless it names a Markdown file in a folder of the workspace as forges have it.
 */
async function fromRoot(
  { target: written }: WrittenLink,
  path: string,
  target: string,
  workspace: Workspace,
): Promise<Target | undefined> {
  const { root } = workspace;
  const file = decodedAddress(written.replace(/[?#].*$/s, ''));
  if (root === undefined || !isMarkdown(file)) return undefined;
  for (let folder = folderOf(path); pathWithin(root, folder) !== undefined; folder = folderOf(folder)) {
    const place = joinPath(folder, file);
    if (await workspace.exists(place)) return { path: place, exists: true };
  }
  const [top = '', ...below] = file.split('/').filter((part) => part !== '');
  const isKnown = below.length > 0 && (await workspace.exists(joinPath(root, top)));
  return isKnown ? { path: target, exists: false } : undefined;
}

/** Where the file of an address may be: as it is written, or as what a site makes of it. */
interface Places {
  readonly target: string;
  readonly candidates: readonly string[];
  /** Whether the address begins at the root. */
  readonly rooted: boolean;
}

function placesOf({ target: written }: WrittenLink, path: string, root: string | undefined): Places | undefined {
  if (written === '' || elsewhere.test(written)) return undefined;
  const file = decodedAddress(written.replace(/[?#].*$/s, ''));
  if (file === '') return { target: path, candidates: [path], rooted: false };
  if (!path.startsWith('/') && !/^[a-z]:\//i.test(path)) return undefined;
  const rooted = file.startsWith('/');
  const base = rooted ? root : folderOf(path);
  if (base === undefined) return undefined;
  const target = joinPath(base, file);
  return { target, candidates: candidates(target, file), rooted };
}

function candidates(target: string, written: string): string[] {
  const stem = target.replace(/\.html?$/i, '');
  const pages = [
    `${stem}.md`,
    `${stem}.markdown`,
    `${stem}.html.md`,
    `${stem}.html.md.erb`,
    `${stem}.html.md.erb.md`,
    `${stem}/index.md`,
    `${stem}/_index.md`,
  ];
  if (rendered.test(written)) return [target, ...pages];
  return /\.[a-z\d]{1,8}$/i.test(written) ? [target] : [target, ...pages];
}

/** A wiki link names a file by its path or its bare name, with or without `.md`, anywhere in the workspace. */
async function wiki(link: WrittenLink, path: string, workspace: Workspace): Promise<Target> {
  const name = wikiName(link.target);
  if (name === '') return { path, exists: true };
  const wanted = wikiFile(name);
  const files = await workspace.markdownFiles();
  const found = files.find((file) => isNamed(file, wanted));
  return found === undefined ? { path: name, exists: false } : { path: found, exists: true };
}

function wikiName(target: string): string {
  return target.replace(/#.*$/s, '').trim();
}

function wikiFile(name: string): string {
  return (/\.\w+$/.test(name) ? name : `${name}.md`).toLowerCase();
}

function isNamed(file: string, wanted: string): boolean {
  return file.toLowerCase().endsWith(`/${wanted}`) || fileNameOf(file).toLowerCase() === wanted;
}

function isMarkdown(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

function anchorOf(target: string): string | undefined {
  const hash = target.indexOf('#');
  const anchor = hash < 0 ? '' : decodedAddress(target.slice(hash + 1));
  // "#L10" is a line on a forge, ":~:text=" a browser's highlight, and the bare top is always there.
  return anchor === '' || /^(?:L\d+|top$|:~:)/.test(anchor) ? undefined : anchor;
}
