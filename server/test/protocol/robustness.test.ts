import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CancellationTokenSource, type WorkspaceDiagnosticReport } from 'vscode-languageserver/node';
import { startClient, until, type Client } from './client.ts';
import { wholeOf } from './documents.ts';

const head = '# Runbook: Deep\n\n## Symptoms\n\n';
const documents: Readonly<Record<string, string>> = {
  'an empty document': '',
  'a document of one NUL': '\0',
  'binary data': Buffer.from(Uint8Array.from({ length: 65_536 }, (_, index) => (index * 7919) % 256)).toString(
    'latin1',
  ),
  'a lone surrogate': `${head}\uD800 and \uDFFF\n`,
  '400 kB of words on one line': head + 'word '.repeat(80_000),
  '400 kB without a space': head + 'a'.repeat(400_000),
  '400 kB of brackets': head + '[a]'.repeat(133_000),
  '400 kB of table': head + '|'.repeat(400_000),
  '150 kB of backticks': head + '` `` '.repeat(30_000),
  'a table of 200,000 columns': `${head}${'|a'.repeat(200_000)}|\n${'|-'.repeat(200_000)}|\n`,
  '3,000 headings': head + Array.from({ length: 3000 }, (_, index) => `## Heading ${index}\n\n`).join(''),
  '1,000 links to one heading': head + Array.from({ length: 1000 }, () => `- see [there](#symptom)\n`).join(''),
  '5,000 quotes': `${head}${'>'.repeat(5000)} deep`,
  '5,000 items': `${head}${'- '.repeat(5000)}deep`,
  '5,000 levels of lists': head + Array.from({ length: 5000 }, (_, level) => `${' '.repeat(level * 2)}- x`).join('\n'),
  '5,000 brackets': `${head}${'['.repeat(5000)}deep${']'.repeat(5000)}`,
  '5,000 stars': `${head}${'*'.repeat(5000)}deep${'*'.repeat(5000)}`,
  'an unclosed front matter': `---\nkind: runbook\n${head}`,
  'a broken front matter': `---\nkind: [runbook\n  - : }\n---\n\n${head}`,
  'an unclosed fence': `${head}\`\`\`bash\nls\n`,
  'old line endings': head.replaceAll('\n', '\r'),
};

describe('documents that nobody writes', () => {
  let client: Client;
  before(async () => void (client = await startClient()));
  after(async () => assert.equal(await client.stop(), 0));

  for (const [name, text] of Object.entries(documents)) {
    it(`leave the server answering: ${name}`, async () => {
      const uri = `file:///work/runbooks/${encodeURIComponent(name)}.md`;
      await client.open(uri, text);
      const textDocument = { uri };
      for (const feature of ['documentSymbol', 'foldingRange', 'codeLens']) {
        assert.ok(Array.isArray(await client.request(`textDocument/${feature}`, { textDocument })), feature);
      }
      const position = { line: 0, character: 1 };
      await client.request('textDocument/completion', { textDocument, position });
      await client.request('textDocument/hover', { textDocument, position });
      await client.request('textDocument/codeAction', {
        textDocument,
        range: wholeOf(text),
        context: { diagnostics: [], only: ['quickfix'] },
      });
      await client.request('incidentDocs/stepAt', { uri, line: 1e9 });
      await client.diagnosticsOf(uri, 1);
      await client.close(uri);
    });
  }

  it('are told to the log where they are not read', async () => {
    await client.open('file:///work/runbooks/refused.md', `${head}${'>'.repeat(5000)} deep`);
    await until('a line in the log', () =>
      client.log.some((line) => /refused\.md: It nests more than 100 levels deep, so it is not checked/.test(line)),
    );
  });

  it('answers what makes no sense with an error, and goes on', async () => {
    await assert.rejects(client.request('textDocument/nonsense', {}), /Unhandled method/);
    const nowhere = { textDocument: { uri: 'file:///nowhere.md' } };
    assert.deepEqual(await client.request('textDocument/foldingRange', nowhere), []);
    assert.deepEqual(await client.request('textDocument/codeLens', { textDocument: { uri: 'no uri at all' } }), []);
    assert.deepEqual(await client.request('textDocument/codeLens', { textDocument: { uri: 'file://%zz/%' } }), []);
  });
});

describe('a folder that nobody keeps', () => {
  it('is read all the same: invalid UTF-8, binary files, loops of links', async () => {
    const folder = realpathSync(mkdtempSync(join(tmpdir(), 'incident-docs-')));
    mkdirSync(join(folder, 'runbooks'));
    writeFileSync(
      join(folder, 'runbooks', 'latin.md'),
      Buffer.from('# Runbook: Caf\xe9\n\n## Symptoms\n\n- x\n', 'latin1'),
    );
    writeFileSync(join(folder, 'runbooks', 'binary.md'), Buffer.from([0, 255, 254, 0, 128]));
    mkdirSync(join(folder, 'runbooks', 'folder.md'));
    symlinkSync(folder, join(folder, 'runbooks', 'loop'));
    symlinkSync(join(folder, 'nowhere.md'), join(folder, 'runbooks', 'dangling.md'));
    const client = await startClient({ folder });
    const { items } = await client.request<WorkspaceDiagnosticReport>('workspace/diagnostic', {
      previousResultIds: [],
    });
    const names = items.map(({ uri }) => uri.slice(pathToFileURL(folder).href.length + 1));
    assert.deepEqual(names.toSorted(), ['runbooks/binary.md', 'runbooks/latin.md']);
    assert.equal(await client.stop(), 0);
    rmSync(folder, { recursive: true });
  });
});

describe('requests that are no longer wanted', () => {
  it('are answered as cancelled', async () => {
    const client = await startClient();
    const uri = 'file:///work/runbooks/cancelled.md';
    await client.open(uri, `${head}${'- item\n'.repeat(5000)}`);
    const source = new CancellationTokenSource();
    const answer = client.connection.sendRequest(
      'textDocument/documentSymbol',
      { textDocument: { uri } },
      source.token,
    );
    source.cancel();
    await assert.rejects(answer, /cancelled/i);
    await until('diagnostics all the same', () => client.published.some((params) => params.uri === uri));
    assert.equal(await client.stop(), 0);
  });
});
