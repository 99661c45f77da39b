import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { createGate, serve } from './connection.ts';
import { report } from './door.ts';

const gate = createGate();
const connection = createConnection(ProposedFeatures.all, { messageStrategy: gate });
process.on('uncaughtException', (error) => report(connection, 'Unexpected failure', error));
process.on('unhandledRejection', (reason) => report(connection, 'Unexpected failure', reason));
serve(connection, gate);
