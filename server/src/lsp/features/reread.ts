import { unattended } from '../door.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

/** How long typing must pause before a document is read for what the client did not ask for, in ms. */
const pause = 120;

/**
 * Reads each open document at once when it is opened, and after a pause when it or its surroundings change; what is read
 * then reaches the client as diagnostics and status.
 */
export const reread: Feature = { capabilities: {}, register };

function register(session: Session): void {
  const { documents } = session;
  const timers = new Map<string, NodeJS.Timeout>();
  const opened = new Set<string>();
  const schedule = (uri: string, delay: number): void => {
    clearTimeout(timers.get(uri));
    const read = (): void => {
      timers.delete(uri);
      unattended(session.connection, `Reading ${uri}`, async () => void (await session.known(uri)));
    };
    timers.set(uri, setTimeout(read, delay));
  };

  documents.onDidChangeContent(({ document: { uri } }) => {
    schedule(uri, opened.has(uri) ? pause : 0);
    opened.add(uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    clearTimeout(timers.get(uri));
    timers.delete(uri);
    opened.delete(uri);
  });
  session.onDidRead(({ status: { uri }, unread }) => {
    if (unread !== undefined) session.connection.console.warn(`${uri}: ${unread}`);
  });
  session.onDidForget(() => {
    for (const uri of documents.keys()) schedule(uri, pause);
  });
}
