import type { Location } from 'vscode-languageserver/node';
import { answering } from '../door.ts';
import { linkAt, locationOf, placeOf } from '../linkedPlaces.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

/** Leads from a link to the heading or the file that it means. */
export const definition: Feature = { capabilities: { definitionProvider: true }, register };

function register(session: Session): void {
  const { connection } = session;
  connection.onDefinition(
    answering(connection, 'Definition', null, async ({ textDocument, position }): Promise<Location | null> => {
      const reading = await session.read(textDocument.uri);
      const link = reading && linkAt(reading, reading.lines.offsetAt(position));
      const place = link && placeOf(link, reading);
      return place ? locationOf(place, session, reading) : null;
    }),
  );
}
