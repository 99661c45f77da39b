import type { DocumentLink } from 'vscode-languageserver/node';
import { rangeOf } from '../convert.ts';
import { answering } from '../door.ts';
import { locationOf, placeOf, uriAt, type LinkedPlace } from '../linkedPlaces.ts';
import type { Reading } from '../reading.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

/** Makes links to files of the workspace, wiki links among them, lead there. */
export const documentLinks: Feature = {
  capabilities: { documentLinkProvider: { resolveProvider: true } },
  register,
};

function register(session: Session): void {
  const { connection } = session;
  connection.onDocumentLinks(
    answering(connection, 'Document links', [], async ({ textDocument }): Promise<DocumentLink[]> => {
      const reading = await session.read(textDocument.uri);
      return reading ? linksOf(reading, session) : [];
    }),
  );
  // The line of a heading is looked for when somebody follows the link.
  connection.onDocumentLinkResolve(async (link, token): Promise<DocumentLink> => {
    const place = readData(link.data);
    const resolve = async (): Promise<DocumentLink> => {
      const reading = place && (await session.read(place.uri));
      if (!place || !reading) return link;
      const { uri, range } = await locationOf(place, session, reading);
      return { ...link, target: `${uri}#L${range.start.line + 1}` };
    };
    const answer = await answering(connection, 'A link', link, resolve)(link, token);
    return 'range' in answer ? answer : link;
  });
}

/** What is kept of a link to a heading until somebody follows it. */
interface Kept extends LinkedPlace {
  /** The document that has the link. */
  readonly uri: string;
}

function linksOf(reading: Reading, session: Session): DocumentLink[] {
  return (reading.document?.links ?? []).flatMap((link) => {
    const place = placeOf(link, reading);
    if (!place) return [];
    const range = rangeOf(reading.lines, link.targetSpan);
    const data: Kept = { ...place, uri: reading.uri };
    return place.anchor === undefined ? { range, target: uriAt(place.path, session) } : { range, data };
  });
}

function readData(data: unknown): Kept | undefined {
  if (typeof data !== 'object' || data === null || !('uri' in data) || !('path' in data)) return undefined;
  const { uri, path } = data;
  const anchor = 'anchor' in data && typeof data.anchor === 'string' ? data.anchor : undefined;
  return typeof uri === 'string' && typeof path === 'string' ? { uri, path, anchor } : undefined;
}
