import assert from 'node:assert/strict';
import { TextEdit, type CompletionItem } from 'vscode-languageserver/node';
import { startClient, type Client } from './client.ts';
import { edited, endOf, fixture } from './documents.ts';

describe('completion', () => {
  let client: Client;
  let version = 0;
  before(async () => void (client = await startClient()));
  after(() => client.stop());

  /** The items at the end of what is typed in place of some words of a document. */
  const typed = async (words: string, typing: string, name = 'protocol/live.md', triggerCharacter?: string) => {
    const original = fixture(name);
    assert.ok(original.text.includes(words));
    const text = original.text.replace(words, () => typing);
    version++;
    await client.open(original.uri, text, version);
    const context = triggerCharacter === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter };
    const position = endOf(text, typing);
    const items = await client.request<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri: original.uri },
      position,
      context,
    });
    const insert = (label: string): string => {
      const edit = items.find((item) => item.label === label)?.textEdit;
      assert.ok(TextEdit.is(edit), `${label} is offered`);
      return edited(original.uri, text, { changes: { [original.uri]: [edit] } });
    };
    return { labels: items.map(({ label }) => label), items, insert };
  };

  it('offers the sections that are missing at a heading, with what the template has below them', async () => {
    const { labels, items, insert } = await typed('## Detailed Status Report\n\nThe queue grows.\n', '## ');
    assert.ok(labels.includes('Detailed Status Report'));
    assert.ok(!labels.includes('Summary'));
    assert.equal(items.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1))[0]?.preselect, true);
    assert.match(insert('Detailed Status Report'), /\n## Detailed Status Report\n\n\$\{1:\[The technical state/);
  });

  it('offers sections as plain text to a client without snippets', async () => {
    const plain = await startClient({ capabilities: {} });
    const { uri, text } = fixture('protocol/live.md');
    await plain.open(uri, `${text}\n## `);
    const position = endOf(`${text}\n## `, `${text}\n## `);
    const items = await plain.request<CompletionItem[]>('textDocument/completion', { textDocument: { uri }, position });
    assert.ok(items.length > 0);
    for (const { textEdit } of items) assert.doesNotMatch(textEdit?.newText ?? '', /\$\{/);
    await plain.stop();
  });

  it('offers the fields that are missing, in the form of the others', async () => {
    const { labels, insert } = await typed('**Status:** Investigating', '**Sta');
    assert.deepEqual(labels, ['Status']);
    assert.match(insert('Status'), /\n\*\*Status:\*\* \n/);
    const inSection = await typed('- **Incident Commander:** Ada', '- ');
    assert.ok(inSection.labels.includes('Incident Commander'));
    assert.match(inSection.insert('Incident Commander'), /\n- \*\*Incident Commander:\*\* \n/);
  });

  it('offers the values of a field', async () => {
    const severity = await typed('**Severity:** SEV-2', '**Severity:** ');
    assert.deepEqual(severity.labels, ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4']);
    assert.match(severity.insert('SEV-3'), /\n\*\*Severity:\*\* SEV-3\n/);
    const status = await typed('**Status:** Investigating', '**Status:**');
    assert.deepEqual(status.labels, ['Investigating', 'Identified', 'Monitoring', 'Resolved']);
    assert.match(status.insert('Identified'), /\n\*\*Status:\*\* Identified\n/);
    const date = await typed('**Date:** 2026-02-11', '**Date:** ', 'protocol/outage.md');
    assert.match(date.labels[0] ?? '', /^\d{4}-\d\d-\d\d$/);
  });

  it('offers nothing in prose, in code and in other Markdown', async () => {
    assert.deepEqual((await typed('Orders are delayed.', 'Orders are ')).labels, []);
    assert.deepEqual((await typed('Orders are delayed.', 'Orders: ', 'protocol/live.md', ' ')).labels, []);
    assert.deepEqual((await typed('# Messages that wait', '## ', 'protocol/queue.md')).labels, []);
    await client.open('file:///work/README.md', '# Read me\n\n## ');
    const position = { line: 2, character: 3 };
    assert.deepEqual(
      await client.request('textDocument/completion', { textDocument: { uri: 'file:///work/README.md' }, position }),
      [],
    );
  });
});
