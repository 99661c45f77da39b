import type { Location } from 'vscode-languageserver/node';
import { anchoredHeadings } from '../../core/model/headingAnchors.ts';
import { touches } from '../../core/text/span.ts';
import { answering } from '../door.ts';
import { linkAt, linksTo, placeOf, type LinkedPlace } from '../linkedPlaces.ts';
import type { Reading } from '../reading.ts';
import type { Session } from '../session.ts';
import { filePathOfUri } from '../uri.ts';
import type { Feature } from './feature.ts';

/** Finds the links of the workspace that lead where the caret's link does, to the caret's heading, or from the title to the document. */
export const references: Feature = { capabilities: { referencesProvider: true }, register };

function register(session: Session): void {
  const { connection } = session;
  connection.onReferences(
    answering(connection, 'References', [], async ({ textDocument, position }): Promise<Location[]> => {
      const reading = await session.read(textDocument.uri);
      const place = reading && placeAt(reading, reading.lines.offsetAt(position));
      return place ? linksTo(place, session, reading) : [];
    }),
  );
}

function placeAt(reading: Reading, offset: number): LinkedPlace | undefined {
  const { document, uri } = reading;
  const link = linkAt(reading, offset);
  if (link) return placeOf(link, reading);
  const path = filePathOfUri(uri);
  if (!document || path === undefined) return undefined;
  if (document.outline.title && touches(document.outline.title.span, offset)) return { path, anchor: undefined };
  const heading = anchoredHeadings(document.text).find(({ span }) => touches(span, offset));
  return heading && { path, anchor: heading.anchor };
}
