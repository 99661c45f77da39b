import {
  ErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  type Connection,
  type ServerCapabilities,
} from 'vscode-languageserver/node';
import { features } from './features/index.ts';
import { requests } from './requests/index.ts';
import { openSession, type Session } from './session.ts';

/** Answers a client on a connection: opens the session that its `initialize` asks for, and hands it to the features. */
export function serve(connection: Connection): void {
  let session: Session | undefined;
  connection.onInitialize((params) => {
    if (session) return new ResponseError(ErrorCodes.InvalidRequest, 'This server has been initialized already.');
    session = openSession(connection, params);
    for (const { register } of [...features, ...requests]) register(session);
    session.documents.listen(connection);
    const capabilities: ServerCapabilities = {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    };
    return {
      capabilities: Object.assign(capabilities, ...features.map((feature) => feature.capabilities)),
      serverInfo: { name: 'incident-docs' },
    };
  });
  connection.listen();
}
