import { unattended } from '../door.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

/** Sends diagnostics whenever a document has been read, to clients that do not ask for them. */
export const pushedDiagnostics: Feature = { capabilities: {}, register };

function register({ client, connection, documents, onDidRead }: Session): void {
  if (client.pullsDiagnostics) return;
  onDidRead(({ status: { uri, version }, diagnostics }) => {
    const versioned = version === null ? {} : { version };
    unattended(connection, `Diagnostics of ${uri}`, () =>
      connection.sendDiagnostics({ uri, ...versioned, diagnostics: [...diagnostics] }),
    );
  });
  documents.onDidClose(({ document: { uri } }) => {
    unattended(connection, `Diagnostics of ${uri}`, () => connection.sendDiagnostics({ uri, diagnostics: [] }));
  });
}
