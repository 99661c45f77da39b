import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { startClient, until } from './client.ts';

describe('the server as a process', () => {
  it('says what it can do', async () => {
    const client = await startClient();
    const { capabilities } = client.initialized;
    assert.deepEqual(capabilities.textDocumentSync, { openClose: true, change: 2, save: true });
    assert.deepEqual(capabilities.diagnosticProvider, {
      identifier: 'incident-docs',
      interFileDependencies: true,
      workspaceDiagnostics: true,
    });
    assert.deepEqual(capabilities.codeActionProvider, {
      codeActionKinds: ['quickfix', 'source.fixAll', 'source.fixAll.incident-docs'],
    });
    for (const provider of [
      'codeLensProvider',
      'completionProvider',
      'hoverProvider',
      'documentSymbolProvider',
      'foldingRangeProvider',
    ] as const) {
      assert.ok(capabilities[provider], provider);
    }
    assert.equal(await client.stop(), 0);
  });

  it('ends with 0 after shutdown and exit', async () => {
    const client = await startClient();
    assert.equal(await client.stop(), 0);
  });

  it('ends with 1 after an exit without shutdown', async () => {
    const client = await startClient();
    const exited = once(client.process, 'exit');
    await client.connection.sendNotification('exit');
    assert.deepEqual(await exited, [1, null]);
  });

  it('ends when its client closes the stream', async () => {
    const client = await startClient();
    const exited = once(client.process, 'exit');
    client.process.stdin?.end();
    assert.deepEqual(await exited, [1, null]);
  });

  it('ends when the process that it serves is gone', async () => {
    const editor = spawn(process.execPath, ['-e', 'process.stdin.resume()'], { stdio: ['pipe', 'ignore', 'ignore'] });
    const client = await startClient(editor.pid === undefined ? {} : { processId: editor.pid });
    editor.kill();
    await until('end of the server', () => client.process.exitCode !== null);
    assert.equal(client.process.exitCode, 1);
  });

  it('refuses to be initialized twice, and goes on', async () => {
    const client = await startClient();
    await assert.rejects(
      client.request('initialize', { processId: null, rootUri: null, capabilities: {} }),
      /has been initialized already/,
    );
    assert.equal(await client.stop(), 0);
  });

  it('serves a client over IPC', async () => {
    const server = spawn(process.execPath, [resolve('dist/server.js'), '--node-ipc'], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    server.send({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { processId: process.pid, rootUri: null, capabilities: {} },
    });
    const [answer] = await once(server, 'message');
    assert.match(JSON.stringify(answer), /"serverInfo":\{"name":"incident-docs"/);
    const exited = once(server, 'exit');
    server.send({ jsonrpc: '2.0', id: 2, method: 'shutdown' });
    server.send({ jsonrpc: '2.0', method: 'exit' });
    assert.deepEqual(await exited, [0, null]);
  });
});
