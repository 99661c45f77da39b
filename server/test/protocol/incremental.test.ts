import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import type { Diagnostic, TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { startClient, type Client } from './client.ts';
import { fixture } from './documents.ts';

const pieces = [
  '',
  '\n',
  '\r\n',
  '#',
  '## Impact\n',
  '- **09:00** - x\n',
  '```',
  '|',
  '**Date:** ',
  'TODO',
  '[x](y.md)',
  '😀',
  '---\n',
  '<!--',
  'é',
  '\t',
];
/** An edit as fractions of the text's length, so that it fits whatever the edits before it have left. */
const edit = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(40),
  text: fc.array(fc.constantFrom(...pieces), { maxLength: 3 }),
});

describe('incremental edits', () => {
  let client: Client;
  let count = 0;
  before(async () => void (client = await startClient()));
  after(() => client.stop());

  it('come to what a full reopening says', async () => {
    const { text } = fixture('protocol/outage.md');
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 8 }), async (edits) => {
        count++;
        const edited = TextDocument.create(`file:///work/postmortems/edited-${count}.md`, 'markdown', 1, text);
        await client.open(edited.uri, text);
        for (const { from, length, text: inserted } of edits) {
          const start = Math.floor(from * edited.getText().length);
          const range = { start: edited.positionAt(start), end: edited.positionAt(start + length) };
          const change: TextDocumentContentChangeEvent = { range, text: inserted.join('') };
          TextDocument.update(edited, [change], edited.version + 1);
          await client.change(edited.uri, edited.version, [change]);
        }
        const reopened = `file:///work/postmortems/reopened-${count}.md`;
        await client.open(reopened, edited.getText());
        assert.deepEqual(await everything(edited.uri), await everything(reopened));
        await client.close(edited.uri);
        await client.close(reopened);
      }),
      { numRuns: 60 },
    );
  });

  async function everything(uri: string): Promise<unknown> {
    const textDocument = { uri };
    const { items } = await client.request<{ items: Diagnostic[] }>('textDocument/diagnostic', { textDocument });
    const symbols = await client.request('textDocument/documentSymbol', { textDocument });
    const folds = await client.request('textDocument/foldingRange', { textDocument });
    return JSON.parse(JSON.stringify({ items, symbols, folds }).replaceAll(uri, 'URI')) as unknown;
  }
});
