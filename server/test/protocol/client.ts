import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { setTimeout as delay } from 'node:timers/promises';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type ClientCapabilities,
  type Diagnostic,
  type InitializeResult,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver/node';
import { documentStatusNotification, type DocumentStatus } from '../../src/protocol/channels.ts';

/** What a client of these tests can do, unless a test says otherwise: as much as VS Code, diagnostics by pull aside. */
export const ableClient: ClientCapabilities = {
  textDocument: {
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix', 'source'] } } },
    completion: { completionItem: { snippetSupport: true } },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    hover: { contentFormat: ['markdown'] },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true },
  },
  workspace: { workspaceEdit: { documentChanges: true } },
};

/** A built server that runs, and a client that speaks with it over its standard streams. */
export interface Client {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly initialized: InitializeResult;
  /** What the server has sent of its own accord, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  readonly statuses: readonly DocumentStatus[];
  readonly log: readonly string[];
  /** Requests that the server has made, by method. */
  readonly asked: readonly string[];
  /** Opens a document; one that is open is closed first. */
  open(uri: string, text: string, version?: number): Promise<void>;
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): Promise<void>;
  close(uri: string): Promise<void>;
  /** The diagnostics that the server sends for a version of a document. */
  diagnosticsOf(uri: string, version: number): Promise<readonly Diagnostic[]>;
  request<R>(method: string, params: unknown): Promise<R>;
  /** Ends the server as the protocol wants it; answers with its exit code. */
  stop(): Promise<number | null>;
}

export interface StartOptions {
  readonly capabilities?: ClientCapabilities;
  /** The workspace's folder. */
  readonly folder?: string;
  readonly processId?: number;
  /** Where the server keeps what it finds; apart from that of the person who runs the tests. */
  readonly cacheHome?: string;
  readonly initializationOptions?: object;
  /** The server's program, where it is not the one that was built. */
  readonly program?: string;
}

/** Starts the server that was built and initializes it. */
export async function startClient({
  capabilities = ableClient,
  folder,
  processId,
  cacheHome = join(tmpdir(), 'incident-docs-test-cache'),
  initializationOptions,
  program = resolve('dist/server.js'),
}: StartOptions = {}): Promise<Client> {
  const server = spawn(process.execPath, [program, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, XDG_CACHE_HOME: cacheHome },
  });
  const connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin),
  );
  const published: PublishDiagnosticsParams[] = [];
  const statuses: DocumentStatus[] = [];
  const log: string[] = [];
  const asked: string[] = [];
  const opened = new Set<string>();
  connection.onNotification(
    'textDocument/publishDiagnostics',
    (params: PublishDiagnosticsParams) => void published.push(params),
  );
  connection.onNotification(documentStatusNotification, (params: DocumentStatus) => void statuses.push(params));
  connection.onNotification('window/logMessage', ({ message }: { message: string }) => void log.push(message));
  for (const method of ['client/registerCapability', 'workspace/diagnostic/refresh', 'workspace/codeLens/refresh']) {
    connection.onRequest(method, () => {
      asked.push(method);
      return null;
    });
  }
  connection.listen();
  const initialized = await connection.sendRequest<InitializeResult>('initialize', {
    processId: processId ?? process.pid,
    rootUri: null,
    capabilities,
    initializationOptions,
    workspaceFolders: folder === undefined ? null : [{ uri: pathToFileURL(folder).href, name: 'workspace' }],
  });
  await connection.sendNotification('initialized', {});

  return {
    connection,
    process: server,
    initialized,
    published,
    statuses,
    log,
    asked,
    async open(uri, text, version = 1) {
      if (opened.has(uri)) await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
      opened.add(uri);
      const textDocument = { uri, languageId: 'markdown', version, text };
      await connection.sendNotification('textDocument/didOpen', { textDocument });
    },
    change: (uri, version, contentChanges) =>
      connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges }),
    async close(uri) {
      opened.delete(uri);
      await connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
    },
    async diagnosticsOf(uri, version) {
      const found = await until(`diagnostics of ${uri} at version ${version}`, () =>
        published.findLast((params) => params.uri === uri && params.version === version),
      );
      return found.diagnostics;
    },
    request: (method, params) => connection.sendRequest(method, params),
    async stop() {
      const exited = once(server, 'exit');
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      await exited;
      connection.dispose();
      return server.exitCode;
    },
  };
}

/** Waits for a condition, and fails with what was awaited when it does not come true within 20 s. */
export async function until<T>(awaited: string, condition: () => T | undefined | false, limit = 20_000): Promise<T> {
  const end = Date.now() + limit;
  for (;;) {
    const value = condition();
    if (value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`In ${limit} ms there came no ${awaited}.`);
    await delay(10);
  }
}
