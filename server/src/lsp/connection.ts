import featureCapabilities from 'incident-docs:capabilities';
import {
  ErrorCodes,
  ResponseError,
  TextDocumentSyncKind,
  type Connection,
  type InitializeParams,
  type MessageStrategy,
} from 'vscode-languageserver/node';
import { report } from './door.ts';

/** What a client's messages pass on their way to whoever answers them. */
export interface Gate extends MessageStrategy {
  /** Has some work done before the next message passes, and no sooner. */
  readonly beforeNext: (work: () => Promise<void>) => void;
}

/** A gate that lets everything pass. */
export function createGate(): Gate {
  let awaited: (() => Promise<void>) | undefined;
  let passing: Promise<void> | undefined;
  return {
    beforeNext(work) {
      awaited = work;
    },
    handleMessage(message, next) {
      if (awaited) passing = awaited().finally(() => (passing = undefined));
      awaited = undefined;
      return passing ? passing.then(() => next(message)) : next(message);
    },
  };
}

/**
 * Answers a client on a connection. Its `initialize` is answered at once; the session and the features are loaded when it
 * says something more.
 */
export function serve(connection: Connection, gate: Gate): void {
  let initialized = false;
  connection.onInitialize((params) => {
    if (initialized) return new ResponseError(ErrorCodes.InvalidRequest, 'This server has been initialized already.');
    initialized = true;
    gate.beforeNext(() => start(connection, params).catch((error: unknown) => report(connection, 'Start', error)));
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        ...featureCapabilities,
      },
      serverInfo: { name: 'incident-docs' },
    };
  });
  connection.listen();
}

async function start(connection: Connection, params: InitializeParams): Promise<void> {
  const { openService } = await import('./service.ts');
  openService(connection, params);
}
