import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ClientCapabilities, CodeAction } from 'vscode-languageserver/node';
import { ableClient, startClient } from './client.ts';

const misnamed = '# Postmortem: Pool exhausted\n\n**Date:** 2024-01-15\n';
const index = 'See [the pool](postmortems/2024-01-16-pool.md).\n';
const renaming: ClientCapabilities = {
  ...ableClient,
  workspace: { workspaceEdit: { documentChanges: true, resourceOperations: ['rename'] } },
};

/** The quick fixes at the date of a misnamed postmortem. */
async function renames(capabilities: ClientCapabilities, others: Readonly<Record<string, string>> = {}) {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'incident-docs-')));
  const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
  await mkdir(join(folder, 'postmortems'));
  const files = { 'postmortems/2024-01-16-pool.md': misnamed, 'index.md': index, ...others };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const client = await startClient({ folder, capabilities });
  try {
    const uri = uriOf('postmortems/2024-01-16-pool.md');
    await client.open(uri, misnamed);
    await client.open(uriOf('index.md'), index, 7);
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 2, character: 12 }, end: { line: 2, character: 12 } },
      context: { diagnostics: [] },
    });
    return { uriOf, found: actions.filter(({ title }) => title.startsWith('Rename')) };
  } finally {
    await client.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

describe('the fix of a file whose name has another date', () => {
  it('renames the file, and the links to it follow, in versions that are open', async () => {
    const { uriOf, found } = await renames(renaming);
    assert.deepEqual(
      found.map(({ title }) => title),
      ['Rename the file to "2024-01-15-pool.md"'],
    );
    const place = { line: 0, character: 27 };
    assert.deepEqual(found[0]?.edit?.documentChanges, [
      {
        textDocument: { uri: uriOf('index.md'), version: 7 },
        edits: [{ range: { start: place, end: { line: 0, character: 42 } }, newText: '2024-01-15-pool' }],
      },
      {
        kind: 'rename',
        oldUri: uriOf('postmortems/2024-01-16-pool.md'),
        newUri: uriOf('postmortems/2024-01-15-pool.md'),
        options: { overwrite: false },
      },
    ]);
  });

  it('is not offered to a client that renames no files, nor over another file', async () => {
    assert.deepEqual((await renames(ableClient)).found, []);
    assert.deepEqual((await renames(renaming, { 'postmortems/2024-01-15-pool.md': 'Mine.\n' })).found, []);
  });
});
