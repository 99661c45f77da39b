import assert from 'node:assert/strict';
import type { TextEdit } from 'vscode-languageserver/node';
import { startClient, type Client } from './client.ts';
import { edited, fixture } from './documents.ts';

/** A live incident that began an hour ago, with words at the end of its timeline. */
function live(typed: string): string {
  const began = new Date(Date.now() - 60 * 60_000).toISOString();
  return fixture('protocol/live.md')
    .text.replaceAll('2026-03-09 14:02', began.slice(0, 16).replace('T', ' '))
    .replace('- **14:02** - Detected', `- **${began.slice(11, 16)}** - Detected`)
    .replace('- **14:05** - Incident declared SEV-2\n', typed);
}

describe('format on type', () => {
  let client: Client;
  let version = 0;
  before(async () => void (client = await startClient()));
  after(() => client.stop());

  const typedAt = async (marked: string, ch: string): Promise<string> => {
    const { uri } = fixture('protocol/live.md');
    const lines = marked.slice(0, marked.indexOf('^')).split('\n');
    const text = marked.replace('^', '');
    version++;
    await client.open(uri, text, version);
    const edits = await client.request<TextEdit[]>('textDocument/onTypeFormatting', {
      textDocument: { uri },
      position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
      ch,
      options: { tabSize: 2, insertSpaces: true },
    });
    return edited(uri, text, { changes: { [uri]: edits } });
  };

  it('is told to the client', () => {
    assert.deepEqual(client.initialized.capabilities.documentOnTypeFormattingProvider, {
      firstTriggerCharacter: ' ',
      moreTriggerCharacter: ['\n'],
    });
  });

  it('stamps a new bullet of a live timeline after its space, and after Enter', async () => {
    for (const [typed, ch] of [
      ['- ^\n', ' '],
      ['^\n', '\n'],
      ['- ^\n', '\n'],
    ] as const) {
      assert.match(await typedAt(live(typed), ch), /automated alert\n- \*\*(?:[\d-]+ )?\d\d:\d\d\*\* - \n\n## Summary/);
    }
  });

  it('changes nothing else', async () => {
    const others: readonly (readonly [marked: string, ch: string])[] = [
      [live('').replace('Orders are', 'Orders are ^'), ' '],
      [live('').replace('- Show the', '- ^\n- Show the'), ' '],
      [live('').replace('Orders are', '- ^\n\nOrders are'), ' '],
      [live('\n```\n- ^\n```\n'), ' '],
      [live('  - ^\n'), ' '],
      [live('- ^Word\n'), ' '],
      [fixture('protocol/live.md').text.replace('declared SEV-2\n', 'declared SEV-2\n- ^\n'), ' '],
    ];
    for (const [marked, ch] of others) assert.equal(await typedAt(marked, ch), marked.replace('^', ''));
  });

  it('leaves Markdown alone that is none of our documents', async () => {
    const uri = 'file:///work/README.md';
    await client.open(uri, '# Read me\n\n## Timeline\n\n- 14:23 A\n- ');
    const edits = await client.request<TextEdit[]>('textDocument/onTypeFormatting', {
      textDocument: { uri },
      position: { line: 5, character: 2 },
      ch: ' ',
      options: { tabSize: 2, insertSpaces: true },
    });
    assert.deepEqual(edits, []);
  });
});
