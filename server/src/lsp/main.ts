import { isMainThread } from 'node:worker_threads';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createGate, serve } from './connection.ts';
import { report } from './door.ts';

if (isMainThread) {
  const gate = createGate();
  const connection = createConnection(ProposedFeatures.all, { messageStrategy: gate });
  process.on('uncaughtException', (error) => report(connection, 'Unexpected failure', error));
  process.on('unhandledRejection', (reason) => report(connection, 'Unexpected failure', reason));
  serve(connection, gate);
} else {
  void import('./service.ts').then(({ serveAsThread }) => serveAsThread());
}
