import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileChangeType, type Diagnostic } from 'vscode-languageserver/node';
import { ableClient, startClient, until, type Client } from './client.ts';

function postmortem(title: string, action: string): string {
  return `# Postmortem: ${title}\n\n## Summary\n\nSlow.\n\n## Action Items\n\n- ${action}\n`;
}

const pool = postmortem('Pool exhausted', 'Add an alert for free connections');
const failover = postmortem('Slow failover', 'Add alerts for the free connections');

describe('documents of one workspace', () => {
  let folder: string;
  let client: Client;
  const uriOf = (name: string): string => pathToFileURL(join(folder, 'postmortems', name)).href;
  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'incident-docs-')));
    await mkdir(join(folder, 'postmortems'));
    await writeFile(join(folder, 'postmortems/pool.md'), pool);
    await writeFile(join(folder, 'postmortems/failover.md'), failover);
    const workspace = { ...ableClient.workspace, didChangeWatchedFiles: { dynamicRegistration: true } };
    client = await startClient({ folder, capabilities: { ...ableClient, workspace } });
  });
  after(async () => {
    await client.stop();
    await rm(folder, { recursive: true, force: true });
  });

  /** The finding in what was sent last; null where nothing was found, undefined before anything was sent. */
  const duplicate = (uri: string): Diagnostic | null | undefined => {
    const last = client.published.findLast((params) => params.uri === uri);
    return last && (last.diagnostics.find(({ code }) => code === 'duplicate-action') ?? null);
  };

  it('are known to each other though only one is open', async () => {
    await client.open(uriOf('failover.md'), failover);
    const found = await until('a duplicate', () => duplicate(uriOf('failover.md')) ?? undefined);
    assert.ok(typeof found.message === 'string');
    assert.match(found.message, /open in "Pool exhausted"/);
    assert.equal(found.relatedInformation?.[0]?.location.uri, uriOf('pool.md'));
    assert.equal(found.relatedInformation[0].location.range.start.line, 8);
  });

  it('are judged anew when another one changes on the disk', async () => {
    const { published } = client;
    const uri = uriOf('pool.md');
    const changed = (): Promise<void> =>
      client.connection.sendNotification('workspace/didChangeWatchedFiles', {
        changes: [{ uri, type: FileChangeType.Changed }],
      });
    await writeFile(join(folder, 'postmortems/pool.md'), pool.replace('Add', '~~Add').replace('tions\n', 'tions~~\n'));
    const before = published.length;
    await changed();
    await until('no duplicate', () => published.length > before && duplicate(uriOf('failover.md')) === null);
    await writeFile(join(folder, 'postmortems/pool.md'), pool);
    await changed();
    await until('the duplicate again', () => duplicate(uriOf('failover.md')) ?? undefined);
  });
});
