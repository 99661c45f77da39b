import GithubSlugger from 'github-slugger';
import { parseMarkdown } from '../parse/markdown.ts';
import { wordsOf } from '../parse/walk.ts';
import { fileNameOf, folderOf, joinPath } from '../text/path.ts';
import type { Workspace } from '../workspace.ts';
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
  nodes: NodeLists,
  workspace: Workspace,
): Promise<Link[]> {
  const headings = new Map<string, Promise<ReadonlySet<string> | undefined>>([
    [path, Promise.resolve(anchorsOf(nodes))],
  ]);
  const anchorsAt = (file: string): Promise<ReadonlySet<string> | undefined> => {
    const known = headings.get(file);
    if (known) return known;
    const read = workspace
      .read(file)
      .then((text) => (text === undefined ? undefined : anchorsOf(gatherNodes(parseMarkdown(text)))));
    headings.set(file, read);
    return read;
  };
  return Promise.all(
    links.map(async (link): Promise<Link> => {
      const answer = link.style === 'wiki' ? await wiki(link, path, workspace) : await ordinary(link, path, workspace);
      if (answer === 'elsewhere') return { ...link, resolves: undefined, missing: undefined };
      if (answer === 'missing') return { ...link, resolves: false, missing: 'file' };
      const anchor = anchorOf(link.target);
      const anchors = anchor === undefined || !/\.(?:md|markdown)$/i.test(answer) ? undefined : await anchorsAt(answer);
      const found = anchor === undefined || !anchors || anchors.has(anchor) || anchors.has(anchor.toLowerCase());
      return { ...link, resolves: found, missing: found ? undefined : 'anchor' };
    }),
  );
}

type Answer = 'elsewhere' | 'missing' | (string & {});

async function ordinary(link: WrittenLink, path: string, workspace: Workspace): Promise<Answer> {
  if (link.target === '' || elsewhere.test(link.target)) return 'elsewhere';
  const file = decoded(link.target.replace(/[?#].*$/s, ''));
  if (file === '') return path;
  if (!path.startsWith('/') && !/^[a-z]:\//i.test(path)) return 'elsewhere';
  const rooted = file.startsWith('/');
  const base = rooted ? workspace.root : folderOf(path);
  if (base === undefined) return 'elsewhere';
  const target = joinPath(base, file);
  for (const candidate of candidates(target, file)) if (await workspace.exists(candidate)) return candidate;
  // A site's own root is seldom the repository's: an address from the root that leads nowhere says nothing.
  return rooted ? 'elsewhere' : 'missing';
}

function candidates(target: string, written: string): string[] {
  const stem = target.replace(/\.html?$/i, '');
  const pages = [
    `${stem}.md`,
    `${stem}.markdown`,
    `${stem}.html.md`,
    `${stem}.html.md.erb`,
    `${stem}/index.md`,
    `${stem}/_index.md`,
  ];
  if (rendered.test(written)) return [target, ...pages];
  return /\.[a-z\d]{1,8}$/i.test(written) ? [target] : [target, ...pages];
}

/** A wiki link names a file by its path or its bare name, with or without `.md`, anywhere in the workspace. */
async function wiki(link: WrittenLink, path: string, workspace: Workspace): Promise<Answer> {
  const name = link.target.replace(/#.*$/s, '').trim();
  if (name === '') return path;
  const wanted = (/\.\w+$/.test(name) ? name : `${name}.md`).toLowerCase();
  const files = await workspace.markdownFiles();
  const found = files.find(
    (file) => file.toLowerCase().endsWith(`/${wanted}`) || fileNameOf(file).toLowerCase() === wanted,
  );
  return found ?? 'missing';
}

function anchorOf(target: string): string | undefined {
  const hash = target.indexOf('#');
  const anchor = hash < 0 ? '' : decoded(target.slice(hash + 1));
  // "#L10" is a line on a forge, ":~:text=" a browser's highlight, and the bare top is always there.
  return anchor === '' || /^(?:L\d+|top$|:~:)/.test(anchor) ? undefined : anchor;
}

function anchorsOf(nodes: NodeLists): ReadonlySet<string> {
  const slugger = new GithubSlugger();
  const anchors = new Set(nodes.headings.map((heading) => slugger.slug(wordsOf(heading))));
  for (const { value } of nodes.html)
    for (const match of value.matchAll(/\b(?:id|name)\s*=\s*["']?([^"'\s>]+)/gi)) anchors.add(match[1] ?? '');
  for (const heading of nodes.headings) {
    const explicit = /\{#([\w-]+)\}/.exec(wordsOf(heading))?.[1];
    if (explicit) anchors.add(explicit);
  }
  return anchors;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch (error) {
    if (error instanceof URIError) return address; // A lone "%" is a character like any other.
    throw error;
  }
}
