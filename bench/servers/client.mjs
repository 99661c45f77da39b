import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Starts a language server, speaks with it over its standard streams, and initializes it. It may keep what it finds below
 * `cacheHome`; without one it keeps nothing.
 */
export async function startServer([program, ...words], rootUri = null, cacheHome) {
  const server = spawn(program, words, {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: cacheHome === undefined ? process.env : { ...process.env, XDG_CACHE_HOME: cacheHome },
  });
  const waiting = new Map();
  const published = new Map();
  const awaitedVersions = new Map();
  let id = 0;
  const send = (message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    server.stdin.write(body);
  };
  const receive = ({ id: answered, method, params, result, error }) => {
    if (method !== undefined && answered !== undefined) return send({ id: answered, result: null });
    if (method === 'textDocument/publishDiagnostics') return publish(params);
    if (method !== undefined) return undefined;
    const { resolve, reject } = waiting.get(answered);
    waiting.delete(answered);
    return error ? reject(new Error(error.message)) : resolve(result);
  };
  const publish = ({ uri, version, diagnostics }) => {
    published.set(uri, { version, items: diagnostics });
    const awaited = awaitedVersions.get(uri);
    if (!awaited || version < awaited.version) return;
    awaitedVersions.delete(uri);
    awaited.resolve({ items: diagnostics });
  };
  server.stdout.on('data', splitMessages(receive));
  const request = (method, params) =>
    new Promise((resolve, reject) => {
      waiting.set(++id, { resolve, reject });
      send({ id, method, params });
    });
  const notify = (method, params) => send({ method, params });
  const { capabilities } = await request('initialize', {
    processId: process.pid,
    rootUri,
    initializationOptions: { cache: cacheHome !== undefined },
    capabilities: { textDocument: { diagnostic: {}, publishDiagnostics: { versionSupport: true } } },
    workspaceFolders: rootUri === null ? null : [{ uri: rootUri, name: 'workspace' }],
  });
  notify('initialized', {});
  return {
    pid: server.pid,
    request,
    notify,
    /** Says that a range of a document now holds a text, or, to a server that wants no ranges, what the document is as a whole. */
    change(uri, version, range, text, whole) {
      const kind = capabilities.textDocumentSync?.change ?? capabilities.textDocumentSync;
      const contentChanges = kind === 2 ? [{ range, text }] : [{ text: whole() }];
      notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    },
    /** The diagnostics of a version of a document: asked for, or waited for where the server sends them of its own accord. */
    diagnostics(uri, version, previousResultId) {
      if (capabilities.diagnosticProvider)
        return request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
      const latest = published.get(uri);
      if (latest?.version >= version) return Promise.resolve(latest);
      return new Promise((resolve) => awaitedVersions.set(uri, { version, resolve }));
    },
    kill() {
      // What it has not read yet it never will.
      server.stdin.on('error', () => {});
      server.kill('SIGKILL');
    },
    async stop() {
      const exited = once(server, 'exit');
      await request('shutdown');
      notify('exit');
      // Not every server ends by itself.
      const timer = setTimeout(() => server.kill(), 2000);
      await exited;
      clearTimeout(timer);
    },
  };
}

/** Hands on each message of a stream that comes in pieces. */
function splitMessages(receive) {
  let chunks = [];
  let size = 0;
  let awaited = 0;
  return (chunk) => {
    chunks.push(chunk);
    size += chunk.length;
    while (size >= awaited) {
      let data = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
      const end = data.indexOf('\r\n\r\n');
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(data.subarray(0, end).toString())[1]);
      awaited = end + 4 + length;
      chunks = [data];
      if (size < awaited) return;
      const message = JSON.parse(data.subarray(end + 4, awaited).toString());
      data = data.subarray(awaited);
      chunks = [data];
      size = data.length;
      awaited = 1;
      receive(message);
    }
  };
}
