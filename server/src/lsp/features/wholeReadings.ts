import { unattended } from '../door.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

/** How long typing must pause before a document is read as a whole, in ms. */
const pause = 2000;
/** A text longer than this is read as a whole when it is saved, and not in every pause: it takes a tenth of a second. */
const longest = 100_000;

/**
 * Reads documents as a whole now and then, though their parts are read as they change: should the parts ever come to
 * something else than the whole, that is repaired and told.
 */
export const wholeReadings: Feature = { capabilities: {}, register };

function register(session: Session): void {
  const { documents, connection } = session;
  const timers = new Map<string, NodeJS.Timeout>();
  const compare = (uri: string): void => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    unattended(connection, `Reading ${uri} as a whole`, async () => {
      if (session.holds(uri)) return;
      connection.console.error(`${uri}: its changes were read wrongly, please report it; it has been read anew.`);
      await session.read(uri);
    });
  };
  documents.onDidChangeContent(({ document }) => {
    clearTimeout(timers.get(document.uri));
    if (document.getText().length <= longest)
      timers.set(
        document.uri,
        setTimeout(() => compare(document.uri), pause),
      );
  });
  documents.onDidSave(({ document: { uri } }) => compare(uri));
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
  });
}
