import { spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Starts a language server that was built, speaks with it over its standard streams, and initializes it. It may keep what it
 * finds below `cacheHome`; without one it keeps nothing.
 */
export async function startServer(program, rootUri = null, cacheHome) {
  const server = spawn(process.execPath, [program, '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: cacheHome === undefined ? process.env : { ...process.env, XDG_CACHE_HOME: cacheHome },
  });
  const waiting = new Map();
  let chunks = [];
  let size = 0;
  let awaited = 0;
  let id = 0;
  const send = (message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
    server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    server.stdin.write(body);
  };
  server.stdout.on('data', (chunk) => {
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
      if (message.method !== undefined && message.id !== undefined) send({ id: message.id, result: null });
      if (message.method === undefined) {
        const { resolve, reject } = waiting.get(message.id);
        waiting.delete(message.id);
        if (message.error) reject(new Error(message.error.message));
        else resolve(message.result);
      }
    }
  });
  const request = (method, params) =>
    new Promise((resolve, reject) => {
      waiting.set(++id, { resolve, reject });
      send({ id, method, params });
    });
  const notify = (method, params) => send({ method, params });
  await request('initialize', {
    processId: process.pid,
    rootUri,
    initializationOptions: { cache: cacheHome !== undefined },
    capabilities: { textDocument: { diagnostic: {} } },
    workspaceFolders: rootUri === null ? null : [{ uri: rootUri, name: 'workspace' }],
  });
  notify('initialized', {});
  return {
    pid: server.pid,
    request,
    notify,
    async stop() {
      const exited = once(server, 'exit');
      await request('shutdown');
      notify('exit');
      await exited;
    },
  };
}
