import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { TextEdit, type CompletionItem, type Hover, type WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import { ableClient, startClient, until, type Client } from './client.ts';
import { edited, endOf, wholeOf } from './documents.ts';

const untitled = '---\nkind: runbook\n---\n\n## Symptoms\n\n- Slow\n';
const severe = 'rules: { missing-title: error }\n';

describe('a configuration', () => {
  let folder: string;
  let client: Client;
  let runbook: string;
  let configuration: string;
  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'incident-docs-')));
    await mkdir(join(folder, '.incident-docs/templates'), { recursive: true });
    await writeFile(join(folder, 'a.md'), untitled);
    await writeFile(join(folder, '.incident-docs/config.yaml'), severe);
    runbook = pathToFileURL(join(folder, 'a.md')).href;
    configuration = pathToFileURL(join(folder, '.incident-docs/config.yaml')).href;
    client = await startClient({ folder });
  });
  after(async () => {
    await client.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const replaceAll = (uri: string, old: string, text: string, version: number) =>
    client.change(uri, version, [{ range: wholeOf(old), text }]);
  /** The severity that `missing-title` has in what was sent last for the runbook; 0 where it is not among it. */
  const titleSeverity = (): number | undefined => {
    const last = client.published.findLast(({ uri }) => uri === runbook);
    return last && (last.diagnostics.find(({ code }) => code === 'missing-title')?.severity ?? 0);
  };

  it('settles how documents are judged', async () => {
    await client.open(runbook, untitled);
    await until('an error for the missing title', () => titleSeverity() === 1);
  });

  it('is diagnosed at the exact place as it is typed', async () => {
    await client.open(configuration, severe);
    assert.deepEqual(await client.diagnosticsOf(configuration, 1), []);
    const broken = `${severe}review:\n  daysAftr: 3\n`;
    await replaceAll(configuration, severe, broken, 2);
    const [found, ...others] = await client.diagnosticsOf(configuration, 2);
    assert.deepEqual(others, []);
    assert.equal(found?.code, 'config-unknown-key');
    assert.equal(found.message, 'Unknown key "daysAftr"; did you mean "daysAfter"?');
    assert.deepEqual(found.range, { start: { line: 2, character: 2 }, end: { line: 2, character: 10 } });
  });

  it('judges the open documents anew while it is typed, and again when it is closed unsaved', async () => {
    const text = 'rules: { missing-title: hint }\n';
    await client.open(configuration, severe, 1);
    await replaceAll(configuration, severe, text, 2);
    await until('a hint for the missing title', () => titleSeverity() === 4);
    await replaceAll(configuration, text, 'rules: { missing-title: off }\n', 3);
    await until('no word on the missing title', () => titleSeverity() === 0);
    await client.close(configuration);
    await until('an error for the missing title again', () => titleSeverity() === 1);
  });

  it('judges the open documents anew when the file changes on the disk', async () => {
    const path = join(folder, '.incident-docs/config.yaml');
    await writeFile(path, 'rules: { missing-title: information }\n');
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: configuration, type: 2 }],
    });
    await until('information on the missing title', () => titleSeverity() === 3);
  });

  it('judges the open documents anew while one of the team’s templates is typed', async () => {
    const path = join(folder, '.incident-docs/templates/runbook.md');
    const template = pathToFileURL(path).href;
    const first = '# Runbook: [Failure]\n\n## Symptoms\n';
    await writeFile(path, first);
    await client.open(template, first);
    await client.diagnosticsOf(template, 1);
    await replaceAll(template, first, `${first}\n## Dashboards\n\n- [Link]\n`, 2);
    const lacksDashboards = () =>
      client.published
        .findLast(({ uri }) => uri === runbook)
        ?.diagnostics.some(
          ({ code, message }) => code === 'missing-section' && JSON.stringify(message).includes('Dashboards'),
        );
    await until('a word on the missing section', lacksDashboards);
  });

  it('completes keys and values', async () => {
    const text = 'documents:\n  - files: docs/**\n    kind: \n';
    await client.open(configuration, text, 1);
    const at = endOf(text, 'kind: ');
    const items = await client.request<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri: configuration },
      position: at,
      context: { triggerKind: 2, triggerCharacter: ' ' },
    });
    assert.deepEqual(
      items.map(({ label }) => label),
      ['runbook', 'incident', 'postmortem', 'none'],
    );
    const edit = items[2]?.textEdit;
    assert.ok(TextEdit.is(edit));
    assert.equal(
      edited(configuration, text, { changes: { [configuration]: [edit] } }),
      text.replace('kind: ', 'kind: postmortem'),
    );
  });

  it('explains a key in a hover', async () => {
    const text = 'onCall:\n  acknowledgeWithin: 5 min\n';
    await client.open(configuration, text, 1);
    const hover = await client.request<Hover | null>('textDocument/hover', {
      textDocument: { uri: configuration },
      position: { line: 1, character: 5 },
    });
    assert.deepEqual(hover?.range, { start: { line: 1, character: 2 }, end: { line: 1, character: 19 } });
    assert.match(JSON.stringify(hover.contents), /How soon a page is acknowledged/);
  });

  it('is completed and explained in the front matter of a template, too', async () => {
    const template = pathToFileURL(join(folder, '.incident-docs/templates/review.md')).href;
    const text = '---\ntemplate:\n  kind: \n---\n\n# Review: [Title]\n\n## Summary\n';
    await client.open(template, text, 1);
    const where = { textDocument: { uri: template }, position: endOf(text, 'kind: ') };
    const items = await client.request<CompletionItem[]>('textDocument/completion', {
      ...where,
      context: { triggerKind: 2, triggerCharacter: ' ' },
    });
    assert.deepEqual(
      items.map(({ label }) => label),
      ['runbook', 'incident', 'postmortem'],
    );
    const hover = await client.request<Hover | null>('textDocument/hover', {
      ...where,
      position: endOf(text, 'kin'),
    });
    assert.match(JSON.stringify(hover?.contents), /The kind of document that the template is for.*templates\.md/);
    await client.close(template);
  });

  it('is among the diagnostics of the workspace', async () => {
    await writeFile(join(folder, '.incident-docs/config.yaml'), 'timezon: UTC\n');
    const other = await startClient({
      folder,
      capabilities: { ...ableClient, textDocument: { ...ableClient.textDocument, diagnostic: {} } },
    });
    const { items } = await other.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
    const report = items.find(({ uri }) => uri === configuration);
    assert.ok(report?.kind === 'full');
    assert.deepEqual(
      report.items.map(({ code }) => code),
      ['config-unknown-key'],
    );
    await other.stop();
  });
});
