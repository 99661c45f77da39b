import assert from 'node:assert/strict';
import type { CodeLens, DocumentSymbol, FoldingRange, Hover, SymbolInformation } from 'vscode-languageserver/node';
import type { StepArgument } from '../../src/protocol/channels.ts';
import { startClient, type Client } from './client.ts';
import { fixture, lineOf } from './documents.ts';

describe('what an editor shows of a document', () => {
  let client: Client;
  before(async () => void (client = await startClient()));
  after(() => client.stop());

  const ask = async <R>(method: string, { uri, text }: { uri: string; text: string }): Promise<R> => {
    await client.open(uri, text);
    return client.request<R>(method, { textDocument: { uri } });
  };

  it('has a lens to run and one to copy above each shell block of a runbook, and one to run each section with several', async () => {
    const document = fixture('seeds/runbook.md');
    const lenses = await ask<CodeLens[]>('textDocument/codeLens', document);
    const run = lenses.filter(({ command }) => command?.command === 'incidentDocs.runStep');
    const copy = lenses.filter(({ command }) => command?.command === 'incidentDocs.copyStep');
    assert.equal(run.length, 7);
    assert.equal(copy.length, 7);
    for (const { range, command } of run) {
      assert.equal(command?.title, '▶ Run');
      const argument: StepArgument = command.arguments?.[0];
      assert.deepEqual(argument, { uri: document.uri, line: range.start.line });
      assert.match(document.text.split('\n')[range.start.line] ?? '', /^```/);
    }
    const sections = lenses.filter(({ command }) => command?.command === 'incidentDocs.runSection');
    assert.deepEqual(
      sections.map(({ range, command }) => [document.text.split('\n')[range.start.line], command?.title]),
      [['## Investigation Steps', '▶ Run section']],
      'the options under "Resolution Steps" are a choice',
    );
  });

  it('has no lens on blocks that no shell runs, nor on a postmortem', async () => {
    const lenses = await ask<CodeLens[]>('textDocument/codeLens', fixture('protocol/queue.md'));
    assert.equal(lenses.length, 8);
    assert.deepEqual(await ask<CodeLens[]>('textDocument/codeLens', fixture('protocol/outage.md')), []);
  });

  it('has an outline of sections, entries and steps', async () => {
    const [title] = await ask<DocumentSymbol[]>('textDocument/documentSymbol', fixture('protocol/live.md'));
    assert.equal(title?.name, 'Incident: Queue is full');
    assert.deepEqual(
      title.children?.map(({ name }) => name),
      [
        'Stakeholders',
        'Timeline (UTC)',
        'Summary',
        'Detailed Status Report',
        'Resolution Objectives',
        'Post-Incident Actions',
      ],
    );
    const timeline = title.children?.[1];
    assert.deepEqual(
      timeline?.children?.map(({ name }) => name),
      ['14:02 Detected: automated alert', '14:05 Incident declared SEV-2'],
    );

    const [runbook] = await ask<DocumentSymbol[]>('textDocument/documentSymbol', fixture('protocol/queue.md'));
    const look = runbook?.children?.[2]?.children?.[0];
    assert.equal(look?.name, '1. Look at the queue');
    assert.equal(look.children?.length, 2);
    assertNested(runbook?.children ?? []);
  });

  it('has a flat outline for a client that knows no other', async () => {
    const plain = await startClient({ capabilities: {} });
    const { uri, text } = fixture('protocol/live.md');
    await plain.open(uri, text);
    const symbols = await plain.request<SymbolInformation[]>('textDocument/documentSymbol', { textDocument: { uri } });
    assert.ok(symbols.some(({ name, location }) => name === 'Summary' && location.uri === uri));
    await plain.stop();
  });

  it('folds sections, blocks, tables, lists and the front matter', async () => {
    const document = fixture('protocol/queue.md');
    const ranges = await ask<FoldingRange[]>('textDocument/foldingRange', document);
    const folds = (from: string, to: string): boolean =>
      ranges.some(
        ({ startLine, endLine }) => startLine === lineOf(document.text, from) && endLine === lineOf(document.text, to),
      );
    assert.ok(folds('---\ncwd', '---\n\n# Runbook'), 'front matter');
    assert.ok(folds('## Symptoms', '- `QueueFull`'), 'section');
    assert.ok(
      folds('### 1. Look', 'active\n```') ||
        ranges.some(({ startLine }) => startLine === lineOf(document.text, '### 1. Look')),
      'subsection',
    );
    assert.ok(
      ranges.some(({ startLine }) => startLine === lineOf(document.text, '```bash')),
      'block',
    );
    const table = fixture('protocol/outage.md');
    const tableRanges = await ask<FoldingRange[]>('textDocument/foldingRange', table);
    assert.ok(
      tableRanges.some(({ startLine }) => startLine === lineOf(table.text, '| Action |')),
      'table',
    );
  });

  it('explains a severity and a section under the pointer', async () => {
    const document = fixture('protocol/live.md');
    await client.open(document.uri, document.text);
    const hoverAt = (line: number, character: number) =>
      client.request<Hover | null>('textDocument/hover', {
        textDocument: { uri: document.uri },
        position: { line, character },
      });
    assert.match(JSON.stringify(await hoverAt(lineOf(document.text, '**Severity'), 15)), /SEV-2, High/);
    assert.match(JSON.stringify(await hoverAt(lineOf(document.text, '## Summary'), 5)), /required section/);
    assert.equal(await hoverAt(lineOf(document.text, 'Orders are'), 3), null);
  });

  it('leaves other Markdown to others', async () => {
    const readme = { uri: 'file:///work/README.md', text: '# Read me\n\n## Timeline\n\n```bash\nls\n```\n' };
    for (const feature of ['codeLens', 'documentSymbol', 'foldingRange']) {
      assert.deepEqual(await ask<unknown[]>(`textDocument/${feature}`, readme), []);
    }
  });
});

function assertNested(symbols: readonly DocumentSymbol[]): void {
  for (const { name, range, selectionRange, children = [] } of symbols) {
    assert.ok(name.length > 0);
    assert.ok(selectionRange.start.line >= range.start.line && selectionRange.end.line <= range.end.line, name);
    for (const child of children)
      assert.ok(child.range.start.line >= range.start.line && child.range.end.line <= range.end.line, child.name);
    assertNested(children);
  }
}
