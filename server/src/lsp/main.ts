import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './connection.ts';
import { report } from './door.ts';

const connection = createConnection(ProposedFeatures.all);
process.on('uncaughtException', (error) => report(connection, 'Unexpected failure', error));
process.on('unhandledRejection', (reason) => report(connection, 'Unexpected failure', reason));
serve(connection);
