import { setFlagsFromString } from 'node:v8';
import { isMainThread } from 'node:worker_threads';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createGate, serve } from './connection.ts';
import { report } from './door.ts';

// The engine first makes bytecode of each pattern, which takes it three times as long as machine code takes at once.
setFlagsFromString('--no-regexp-tier-up');

if (isMainThread) {
  const gate = createGate();
  const connection = createConnection(ProposedFeatures.all, { messageStrategy: gate });
  process.on('uncaughtException', (error) => report(connection, 'Unexpected failure', error));
  process.on('unhandledRejection', (reason) => report(connection, 'Unexpected failure', reason));
  serve(connection, gate);
} else {
  void import('./service.ts').then(({ serveAsThread }) => serveAsThread());
}
