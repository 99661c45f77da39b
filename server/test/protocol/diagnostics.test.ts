import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DocumentDiagnosticReport, WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import { ableClient, startClient, until, type Client } from './client.ts';
import { fixture } from './documents.ts';

const untitled = '## Symptoms\n\n- x\n';
const pulling = {
  ...ableClient,
  textDocument: { ...ableClient.textDocument, diagnostic: {} },
  workspace: {
    ...ableClient.workspace,
    diagnostics: { refreshSupport: true },
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

describe('pushed diagnostics', () => {
  let client: Client;
  before(async () => void (client = await startClient()));
  after(() => client.stop());

  it('come at once for a document that is opened, each with its source, rule and page', async () => {
    const { uri, text } = fixture('protocol/outage.md');
    await client.open(uri, text, 7);
    const diagnostics = await client.diagnosticsOf(uri, 7);
    assert.ok(diagnostics.length > 0);
    for (const { source, code, codeDescription, message, severity } of diagnostics) {
      assert.equal(source, 'incident-docs');
      assert.match(String(code), /^[a-z]+(-[a-z]+)+$/);
      assert.equal(
        codeDescription?.href,
        `https://github.com/incident-docs/incident-docs/blob/main/server/docs/rules/${String(code)}.md`,
      );
      assert.ok(typeof message === 'string' && /^[A-Z"].{10,}\.$/s.test(message), JSON.stringify(message));
      assert.ok(severity);
    }
  });

  it('are none for a runbook and a postmortem as they should be', async () => {
    for (const name of ['seeds/runbook.md', 'seeds/postmortem.md']) {
      const { uri, text } = fixture(name);
      await client.open(uri, text);
      // The postmortem's actions are of 2024; by the clock of today they are overdue.
      const found = (await client.diagnosticsOf(uri, 1)).filter(({ code }) => code !== 'action-overdue');
      const grave = found.filter(({ severity }) => severity === 1 || severity === 2);
      assert.deepEqual(
        grave.map(({ message }) => message),
        [],
      );
    }
  });

  it('are none for Markdown that is no document of ours', async () => {
    const uri = 'file:///work/README.md';
    await client.open(uri, '# Notes\n\n## Timeline\n\n- 25:99 - TODO\n');
    assert.deepEqual(await client.diagnosticsOf(uri, 1), []);
  });

  it('come once, for the last version, after quick typing', async () => {
    const uri = 'file:///work/runbooks/typed.md';
    await client.open(uri, `# Runbook: x\n\n${untitled}`);
    await client.diagnosticsOf(uri, 1);
    for (let version = 2; version <= 30; version++)
      await client.change(uri, version, [{ text: `${'x'.repeat(version)}\n\n${untitled}` }]);
    await client.change(uri, 31, [{ text: `kind: runbook\n\n# Runbook:\n\n${untitled}` }]);
    const diagnostics = await client.diagnosticsOf(uri, 31);
    assert.ok(diagnostics.some(({ code }) => code === 'missing-title'));
    assert.ok(client.published.filter((params) => params.uri === uri).length < 10);
  });

  it('are taken back when the document is closed', async () => {
    const { uri, text } = fixture('protocol/outage.md');
    await client.open(uri, text);
    await client.diagnosticsOf(uri, 1);
    await client.close(uri);
    await until(
      'empty diagnostics',
      () => client.published.findLast((params) => params.uri === uri)?.diagnostics.length === 0,
    );
  });

  it('read an unsaved document too', async () => {
    await client.open('untitled:Untitled-1', `---\nkind: runbook\n---\n\n${untitled}`);
    assert.ok((await client.diagnosticsOf('untitled:Untitled-1', 1)).some(({ code }) => code === 'missing-title'));
  });
});

describe('pulled diagnostics', () => {
  let client: Client;
  let folder: string;
  before(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'incident-docs-')));
    mkdirSync(join(folder, 'runbooks'));
    mkdirSync(join(folder, 'node_modules'));
    writeFileSync(join(folder, 'README.md'), '# TODO\n');
    writeFileSync(join(folder, 'runbooks', 'queue.md'), `# Runbook:\n\n${untitled}\nSee [the other](other.md).\n`);
    writeFileSync(join(folder, 'node_modules', 'runbook-x.md'), '# Runbook:\n');
    client = await startClient({ capabilities: pulling, folder });
  });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  const address = (path: string): string => pathToFileURL(join(folder, path)).href;
  const pull = (uri: string, previousResultId?: string) =>
    client.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument: { uri },
      ...(previousResultId ? { previousResultId } : {}),
    });
  const pullAll = (previousResultIds: readonly { uri: string; value: string }[] = []) =>
    client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds });

  it('are not pushed as well', async () => {
    const { uri, text } = fixture('protocol/outage.md');
    await client.open(uri, text);
    const report = await pull(uri);
    assert.equal(report.kind, 'full');
    assert.ok(report.kind === 'full' && report.items.length > 0);
    await until('status', () => client.statuses.some((status) => status.uri === uri));
    assert.deepEqual(client.published, []);
    await client.close(uri);
  });

  it('are unchanged while the document stays as it is, and full again after a change', async () => {
    const uri = address('runbooks/open.md');
    await client.open(uri, `# Runbook: Open\n\n${untitled}`);
    const first = await pull(uri);
    assert.ok(first.resultId);
    assert.deepEqual(await pull(uri, first.resultId), { kind: 'unchanged', resultId: first.resultId });
    await client.change(uri, 2, [{ text: `# Runbook:\n\n${untitled}` }]);
    assert.equal((await pull(uri, first.resultId)).kind, 'full');
    await client.close(uri);
  });

  it('cover the whole workspace, unopened documents included', async () => {
    const { items } = await pullAll();
    const found = new Map(items.map((item) => [item.uri, item]));
    assert.deepEqual([...found.keys()].toSorted(), [address('README.md'), address('runbooks/queue.md')]);
    const readme = found.get(address('README.md'));
    assert.deepEqual(readme?.kind === 'full' && readme.items, []);
    const runbook = found.get(address('runbooks/queue.md'));
    assert.ok(runbook?.kind === 'full' && runbook.items.some(({ code }) => code === 'missing-title'));
    assert.equal(runbook.version, null);

    const again = await pullAll(items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' })));
    assert.deepEqual(
      again.items.map(({ kind }) => kind),
      ['unchanged', 'unchanged'],
    );
  });

  it('follow the files that come and go', async () => {
    const uri = address('runbooks/queue.md');
    const dead = async (): Promise<boolean> => {
      const report = await pull(uri);
      return report.kind === 'full' && report.items.some(({ code }) => code === 'dead-link');
    };
    await client.open(uri, `# Runbook: Queue\n\n${untitled}\nSee [the other](other.md).\n`);
    assert.equal(await dead(), true);

    writeFileSync(join(folder, 'runbooks', 'other.md'), '# Other\n');
    const changes = [{ uri: address('runbooks/other.md'), type: 1 }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await until('request to ask again', () => client.asked.includes('workspace/diagnostic/refresh'));
    assert.equal(await dead(), false);
    assert.ok((await pullAll()).items.some((item) => item.uri === address('runbooks/other.md')));

    const gone = await pullAll([{ uri: address('runbooks/gone.md'), value: 'x' }]);
    assert.deepEqual(
      gone.items.find((item) => item.uri === address('runbooks/gone.md')),
      {
        kind: 'full',
        uri: address('runbooks/gone.md'),
        version: null,
        items: [],
      },
    );
  });

  it('follow a folder that goes with all that is in it', async () => {
    const uri = address('postmortems/queue.md');
    const dead = async (): Promise<boolean> => {
      const report = await pull(uri);
      return report.kind === 'full' && report.items.some(({ code }) => code === 'dead-link');
    };
    mkdirSync(join(folder, 'notes.v2'));
    writeFileSync(join(folder, 'notes.v2', 'other.md'), '# Other\n');
    await client.open(uri, `# Postmortem: Queue\n\nSee [the other](../notes.v2/other.md).\n`);
    assert.equal(await dead(), false);
    rmSync(join(folder, 'notes.v2'), { recursive: true });
    const changes = [{ uri: address('notes.v2'), type: 3 }];
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    assert.equal(await dead(), true);
    await client.close(uri);
  });

  it('ask the client to watch the documents', () => {
    assert.ok(client.asked.includes('client/registerCapability'));
  });
});
