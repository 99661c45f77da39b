import type { Location } from 'vscode-languageserver/node';
import type { Link } from '../core/model/document.ts';
import { anchoredHeadings, anchorOfLink } from '../core/model/headingAnchors.ts';
import { linksToFile } from '../core/model/incomingLinks.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import { joinPath } from '../core/text/path.ts';
import { touches } from '../core/text/span.ts';
import { rangeOf } from './convert.ts';
import type { Reading } from './reading.ts';
import type { Session } from './session.ts';
import { pathOfUri, uriOfPath } from './uri.ts';

/** The file that a link leads to, and the heading in it. */
export interface LinkedPlace {
  readonly path: string;
  readonly anchor: string | undefined;
}

/** The link of a document at an offset. */
export function linkAt({ document }: Reading, offset: number): Link | undefined {
  return document?.links.findLast(({ span }) => touches(span, offset));
}

/** The place that a link means; undefined where nothing is there, and outside of the workspace. */
export function placeOf(link: Link, { environment: { workspace } }: Reading): LinkedPlace | undefined {
  const { lookedFor, missing } = link;
  if (lookedFor === undefined || missing === 'file') return undefined;
  const isAbsolute = /^(?:\/|[a-z]:\/)/i.test(lookedFor);
  const path = isAbsolute || workspace.root === undefined ? lookedFor : joinPath(workspace.root, lookedFor);
  return { path, anchor: anchorOfLink(link) };
}

/** Where a place stands: its heading, or the top of its file. */
export async function locationOf({ path, anchor }: LinkedPlace, session: Session, from: Reading): Promise<Location> {
  const top = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
  const text = anchor === undefined ? undefined : await from.environment.workspace.read(path);
  const heading =
    text === undefined ? undefined : anchoredHeadings(text).find((candidate) => candidate.anchor === anchor);
  const range = text === undefined || !heading ? top : rangeOf(new LineIndex(text), heading.span);
  return { uri: uriAt(path, session), range };
}

/** The links of the workspace to a file, or to one of its headings. */
export async function linksTo({ path, anchor }: LinkedPlace, session: Session, from: Reading): Promise<Location[]> {
  const { workspace } = from.environment;
  const found: Location[] = [];
  for (const file of new Set([...(await workspace.markdownFiles()), path])) {
    const text = await workspace.read(file);
    const links = text === undefined ? [] : linksToFile({ path: file, text }, path, workspace.root);
    const wanted = links.filter((link) => anchor === undefined || anchorOfLink(link) === anchor);
    if (text === undefined || wanted.length === 0) continue;
    const lines = new LineIndex(text);
    found.push(...wanted.map(({ span }) => ({ uri: uriAt(file, session), range: rangeOf(lines, span) })));
  }
  return found;
}

/** As the client calls a file. */
export function uriAt(path: string, { documents }: Pick<Session, 'documents'>): string {
  return documents.keys().find((uri) => pathOfUri(uri) === path) ?? uriOfPath(path);
}
