import assert from 'node:assert/strict';
import type { DocumentSymbol } from 'vscode-languageserver/node';
import { ableClient, startClient } from './client.ts';

const runbook = (number: number): string =>
  `# Runbook: Disk ${number}\n\n## Symptoms\n\n${'The alert fires, and the disk fills up with logs.\n'.repeat(2500)}\n## Impact\n\nNone.\n`;

interface Answer {
  readonly kind: string;
  readonly items: readonly { readonly code: string; readonly message: string }[];
}

describe('documents that nobody has asked for lately', () => {
  it('are answered for as before, and as they change', async () => {
    const client = await startClient({
      capabilities: { ...ableClient, textDocument: { ...ableClient.textDocument, diagnostic: {} } },
    });
    const uris = [1, 2, 3].map((number) => `file:///work/runbooks/disk-${number}.md`);
    const diagnose = (uri: string): Promise<Answer> =>
      client.request('textDocument/diagnostic', { textDocument: { uri } });
    const before: Answer[] = [];
    for (const [index, uri] of uris.entries()) {
      await client.open(uri, runbook(index + 1));
      before.push(await diagnose(uri));
    }
    assert.ok(before.every(({ items }) => items.length > 0));
    for (const [index, uri] of uris.entries()) assert.deepEqual(await diagnose(uri), before[index]);
    const [first = ''] = uris;
    const [title] = await client.request<DocumentSymbol[]>('textDocument/documentSymbol', {
      textDocument: { uri: first },
    });
    assert.equal(title?.name, 'Runbook: Disk 1');
    for (const uri of uris.slice(1)) await client.request('textDocument/documentSymbol', { textDocument: { uri } });
    const line = runbook(1).split('\n').indexOf('## Impact');
    const range = { start: { line, character: 3 }, end: { line, character: 9 } };
    await client.change(first, 2, [{ range, text: 'Symptoms' }]);
    const { items } = await diagnose(first);
    assert.ok(items.some(({ code }) => code === 'duplicate-section'));
    assert.equal(await client.stop(), 0);
  });
});
