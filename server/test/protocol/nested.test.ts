import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileChangeType, type WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import { incidentDocs } from '../cli/program.ts';
import { readReport } from '../cli/report.ts';
import { ableClient, startClient, until, type Client } from './client.ts';

const untitled = '---\nkind: runbook\n---\n\n## Symptoms\n\n- Slow\n';
const files = {
  '.incident-docs/config.yaml': 'rules: { missing-title: error }\n',
  'docs/a.md': untitled,
  'teams/pay/.incident-docs/config.yaml': 'rules: { missing-title: hint }\ntimezon: UTC\n',
  'teams/pay/docs/b.md': untitled,
  'teams/search/c.md': untitled,
};
/** The severities of the Language Server Protocol. */
const error = 1;
const hint = 4;

describe('folders of one workspace with a configuration of their own', () => {
  let folder: string;
  let client: Client;
  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
  const write = async (name: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  };
  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'incident-docs-')));
    for (const [name, text] of Object.entries(files)) await write(name, text);
    const workspace = { ...ableClient.workspace, didChangeWatchedFiles: { dynamicRegistration: true } };
    client = await startClient({ folder, capabilities: { ...ableClient, workspace } });
  });
  after(async () => {
    await client.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const titleSeverity = (name: string): number | undefined =>
    client.published
      .findLast(({ uri }) => uri === uriOf(name))
      ?.diagnostics.find(({ code }) => code === 'missing-title')?.severity;

  it('are judged by the nearest one above, as on the command line', async () => {
    for (const name of ['docs/a.md', 'teams/pay/docs/b.md', 'teams/search/c.md']) {
      await client.open(uriOf(name), untitled);
      await until(`a level in ${name}`, () => titleSeverity(name));
    }
    const { out } = await incidentDocs(['lint', '--format', 'json'], { cwd: folder });
    const levels = { error, hint, warning: 2, information: 3 };
    for (const { path, diagnostics } of readReport(out).files) {
      if (path.includes('.incident-docs')) continue;
      const level = diagnostics.find(({ rule }) => rule === 'missing-title')?.severity;
      assert.equal(titleSeverity(path), level && levels[level], path);
    }
    assert.deepEqual([titleSeverity('docs/a.md'), titleSeverity('teams/pay/docs/b.md')], [error, hint]);
  });

  const tell = (name: string, type: FileChangeType): Promise<void> =>
    client.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(name), type }] });

  it('are judged anew when such a configuration comes or goes', async () => {
    const name = 'teams/search/.incident-docs/config.yaml';
    await write(name, 'rules: { missing-title: hint }\n');
    await tell(name, FileChangeType.Created);
    await until('a hint', () => titleSeverity('teams/search/c.md') === hint);
    await rm(join(folder, 'teams/search/.incident-docs'), { recursive: true });
    await tell(name, FileChangeType.Deleted);
    await until('an error again', () => titleSeverity('teams/search/c.md') === error);
  });

  it('are judged anew when the folder of such a configuration goes, of whose files no editor tells', async () => {
    const configuration = 'teams/search/.incident-docs/config.yaml';
    await write(configuration, 'rules: { missing-title: hint }\n');
    await tell(configuration, FileChangeType.Created);
    await until('a hint', () => titleSeverity('teams/search/c.md') === hint);
    await rm(join(folder, 'teams/search/.incident-docs'), { recursive: true });
    await tell('teams/search/.incident-docs', FileChangeType.Deleted);
    await until('an error again', () => titleSeverity('teams/search/c.md') === error);
  });

  it('are judged anew while such a configuration is typed', async () => {
    const uri = uriOf('teams/pay/.incident-docs/config.yaml');
    await client.open(uri, files['teams/pay/.incident-docs/config.yaml']);
    await client.change(uri, 2, [{ text: 'rules: { missing-title: error }\n' }]);
    await until('an error', () => titleSeverity('teams/pay/docs/b.md') === error);
    await client.close(uri);
    await until('a hint again', () => titleSeverity('teams/pay/docs/b.md') === hint);
  });

  it('have these configurations among the diagnostics of the workspace', async () => {
    const other = await startClient({
      folder,
      capabilities: { ...ableClient, textDocument: { ...ableClient.textDocument, diagnostic: {} } },
    });
    const { items } = await other.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
    const report = items.find(({ uri }) => uri === uriOf('teams/pay/.incident-docs/config.yaml'));
    assert.ok(report?.kind === 'full');
    assert.deepEqual(
      report.items.map(({ code }) => code),
      ['config-unknown-key'],
    );
    await other.stop();
  });
});
