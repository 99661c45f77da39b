import type { Connection, InitializeParams } from 'vscode-languageserver/node';
import { features } from './features/index.ts';
import { requests } from './requests/index.ts';
import { openSession } from './session.ts';

export { serveAsThread } from './thread.ts';

/** Opens the session that a client's `initialize` asks for, and lets all features and requests answer in it. */
export function openService(connection: Connection, params: InitializeParams): void {
  const session = openSession(connection, params);
  for (const { register } of [...features, ...requests]) register(session);
  session.documents.listen(connection);
}
