import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type {
  CodeLens,
  DocumentLink,
  Hover,
  InlayHint,
  Location,
  Range,
  SelectionRange,
  WorkspaceEdit,
  WorkspaceSymbol,
} from 'vscode-languageserver/node';
import { ableClient, startClient, until, type Client } from './client.ts';
import { edited, endOf, lineOf, wholeOf } from './documents.ts';

const runbook = `# Runbook: Queue is full

## Symptoms

- Orders are late

## Resolution Steps

### Empty the queue

\`\`\`bash
queue purge orders
\`\`\`

See [the symptoms](#symptoms).
`;
const postmortem = `# Postmortem: Orders late

**Date:** 2024-01-15
**Duration:** 3 hours

## Summary

We followed [the runbook](../runbooks/queue.md#empty-the-queue), see [[queue]] and [[queue#Symptoms]].

## Timeline (UTC)

- **14:00** - Impact started
- **14:12** - Alert fired
- **16:35** - Resolved: the queue is empty
`;
const incident = `# Incident: Orders late

**Severity:** SEV-2
**Status:** Investigating
**Started:** 2024-01-15 14:00 UTC
**Users Affected:** 60 % of users

## Stakeholders

- **Incident Commander:** @ada

## Timeline (UTC)

- **14:05** - Incident declared SEV-2

## Response Checklist

**First 5 minutes**

- [x] Acknowledge the page
- [ ] Join the incident channel
`;
const configuration = `people:
  ada: { name: Ada Lovelace, email: ada@example.com }
onCall:
  rotations:
    - team: Orders
      starts: 2024-01-01
      schedule:
        - { primary: ada }
`;
const files: Readonly<Record<string, string>> = {
  'runbooks/queue.md': runbook,
  'postmortems/2024-01-15-orders.md': postmortem,
  'incidents/2024-01-15-orders.md': incident,
  'README.md': '# Read me\n\n[How to](runbooks/queue.md#empty-the-queue)\n',
  '.incident-docs/config.yaml': configuration,
};

const textOf = (path: string): string => files[path] ?? '';

describe('the links of a workspace', () => {
  let folder: string;
  let client: Client;
  const at = (path: string): string => pathToFileURL(join(folder, path)).href;
  const place = (path: string, words: string) => ({
    textDocument: { uri: at(path) },
    position: endOf(textOf(path), words),
  });
  const lineAt = (locations: readonly Location[]): string[] =>
    locations
      .map(({ uri, range }) => `${uri.slice(at('').length).replace(/^\//, '')}:${range.start.line + 1}`)
      .toSorted();

  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'incident-docs-')));
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    const workspace = { ...ableClient.workspace, codeLens: { refreshSupport: true } };
    client = await startClient({ folder, capabilities: { ...ableClient, workspace } });
    for (const path of Object.keys(files).filter((name) => /^(?:runbooks|postmortems|incidents)/.test(name)))
      await client.open(at(path), textOf(path));
  });
  after(async () => {
    await client.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('lead to files and headings, wiki links too', async () => {
    const links = await client.request<DocumentLink[]>('textDocument/documentLink', {
      textDocument: { uri: at('postmortems/2024-01-15-orders.md') },
    });
    assert.equal(links.length, 3);
    assert.equal(links.find(({ target }) => target !== undefined)?.target, at('runbooks/queue.md'));
    const toHeading = links.find(({ target }) => target === undefined);
    const resolved = await client.request<DocumentLink>('documentLink/resolve', toHeading);
    assert.equal(resolved.target, `${at('runbooks/queue.md')}#L9`);
  });

  it('lead to their definition', async () => {
    const found = await client.request<Location>(
      'textDocument/definition',
      place('postmortems/2024-01-15-orders.md', '[[queue#Symp'),
    );
    assert.deepEqual(lineAt([found]), ['runbooks/queue.md:3']);
    assert.equal(await client.request('textDocument/definition', place('runbooks/queue.md', 'Orders are')), null);
  });

  it('are found from the title, and from a heading', async () => {
    const context = { includeDeclaration: false };
    const all = await client.request<Location[]>('textDocument/references', {
      ...place('runbooks/queue.md', '# Runbook'),
      context,
    });
    assert.deepEqual(lineAt(all), [
      'README.md:3',
      'postmortems/2024-01-15-orders.md:8',
      'postmortems/2024-01-15-orders.md:8',
      'postmortems/2024-01-15-orders.md:8',
      'runbooks/queue.md:15',
    ]);
    const some = await client.request<Location[]>('textDocument/references', {
      ...place('runbooks/queue.md', '## Symptoms'),
      context,
    });
    assert.deepEqual(lineAt(some), ['postmortems/2024-01-15-orders.md:8', 'runbooks/queue.md:15']);
  });

  it('follow a heading that is renamed', async () => {
    const heading = place('runbooks/queue.md', '### Empty the');
    const range = await client.request<Range>('textDocument/prepareRename', heading);
    assert.equal(range.start.character, 4);
    const edit = await client.request<WorkspaceEdit>('textDocument/rename', { ...heading, newName: 'Purge it' });
    const after = (path: string): string => edited(at(path), textOf(path), edit);
    assert.match(after('runbooks/queue.md'), /^### Purge it$/m);
    assert.match(after('postmortems/2024-01-15-orders.md'), /queue\.md#purge-it\)/);
    assert.match(after('README.md'), /queue\.md#purge-it\)/);
    const symptoms = await client.request<WorkspaceEdit>('textDocument/rename', {
      ...place('runbooks/queue.md', '## Symp'),
      newName: 'Signs of it',
    });
    assert.match(edited(at('runbooks/queue.md'), runbook, symptoms), /\(#signs-of-it\)/);
    assert.match(
      edited(at('postmortems/2024-01-15-orders.md'), postmortem, symptoms),
      /\[\[queue\]\] and \[\[queue#Signs of it\]\]/,
    );
    assert.equal(await client.request('textDocument/prepareRename', place('runbooks/queue.md', 'Orders')), null);
  });

  it('follow files and folders that are moved', async () => {
    const moved = await client.request<WorkspaceEdit>('workspace/willRenameFiles', {
      files: [{ oldUri: at('runbooks/queue.md'), newUri: at('runbooks/mq/queue-full.md') }],
    });
    const after = (path: string): string => edited(at(path), textOf(path), moved);
    assert.match(after('postmortems/2024-01-15-orders.md'), /\(\.\.\/runbooks\/mq\/queue-full\.md#empty-the-queue\)/);
    assert.match(after('postmortems/2024-01-15-orders.md'), /\[\[queue-full\]\] and \[\[queue-full#Symptoms\]\]/);
    assert.match(after('README.md'), /\(runbooks\/mq\/queue-full\.md#/);
    const folderMoved = await client.request<WorkspaceEdit>('workspace/willRenameFiles', {
      files: [{ oldUri: at('postmortems'), newUri: at('docs/reviews/postmortems') }],
    });
    assert.match(
      edited(at('postmortems/2024-01-15-orders.md'), postmortem, folderMoved),
      /\(\.\.\/\.\.\/\.\.\/runbooks\/queue\.md#empty-the-queue\)/,
    );
  });

  it('are counted above the title of a runbook', async () => {
    const params = { textDocument: { uri: at('runbooks/queue.md') } };
    await client.request('textDocument/codeLens', params);
    await until('a refresh', () => client.asked.includes('workspace/codeLens/refresh'));
    const lens = (await client.request<CodeLens[]>('textDocument/codeLens', params)).find(
      ({ command }) => command?.command === 'incidentDocs.showBacklinks',
    );
    assert.equal(lens?.command?.title, '1 postmortem used this runbook');
  });

  it('has its documents and steps among the symbols of the workspace', async () => {
    const found = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'queue' });
    assert.deepEqual(found.map(({ name, containerName }) => `${name} in ${containerName ?? ''}`).toSorted(), [
      'Empty the queue in Runbook: Queue is full',
      'Runbook: Queue is full in ',
    ]);
    const incidents = await client.request<WorkspaceSymbol[]>('workspace/symbol', { query: 'incident: ord' });
    assert.deepEqual(
      incidents.map(({ location }) => location.uri),
      [at('incidents/2024-01-15-orders.md')],
    );
  });

  it('has hints of how long after the start each entry was, and of the measured duration', async () => {
    const hints = await hintsOf('postmortems/2024-01-15-orders.md');
    assert.deepEqual(hints, [
      [lineOf(postmortem, '**Duration'), 'timeline: 2 hours 35 minutes'],
      [lineOf(postmortem, '14:00'), 'T+00:00'],
      [lineOf(postmortem, '14:12'), 'T+00:12'],
      [lineOf(postmortem, '16:35'), 'T+02:35'],
    ]);
  });

  it('has hints of what is left of the checklist of a live incident', async () => {
    const hints = await hintsOf('incidents/2024-01-15-orders.md');
    assert.deepEqual(hints, [
      [lineOf(incident, '14:05'), 'T+00:05'],
      [lineOf(incident, '**First 5'), '1 of 2 done, time is up'],
    ]);
  });

  it('has its hints behind the marks of a bold stamp', async () => {
    const path = 'postmortems/2024-01-15-orders.md';
    const text = textOf(path);
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', {
      textDocument: { uri: at(path) },
      range: wholeOf(text),
    });
    const first = hints.find(({ label }) => label === 'T+00:00');
    assert.deepEqual(first?.position, endOf(text, '**14:00**'));
  });

  const hintsOf = async (path: string): Promise<(readonly [line: number, label: unknown])[]> => {
    const hints = await client.request<InlayHint[]>('textDocument/inlayHint', {
      textDocument: { uri: at(path) },
      range: wholeOf(textOf(path)),
    });
    return hints.map(({ position, label }) => [position.line, label] as const).toSorted(([a], [b]) => a - b);
  };

  const hovers: readonly (readonly [words: string, said: RegExp])[] = [
    ['SEV-2', /update every 1 hour.*name Incident Commander.*60 % of users is SEV-2/s],
    ['@ada', /\*\*Ada Lovelace\*\* \(ada\).*ada@example\.com.*On call for Orders now \(first\)/s],
    ['**14:05', /2024-01-15 14:05 UTC.*T\+00:05 since the start.*ago.*declared/s],
  ];
  for (const [words, said] of hovers) {
    it(`explains ${words}`, async () => {
      const path = 'incidents/2024-01-15-orders.md';
      const hover = await client.request<Hover>('textDocument/hover', place(path, words));
      const { contents } = hover;
      assert.match(typeof contents === 'object' && 'value' in contents ? contents.value : '', said);
    });
  }

  it('widens a selection by entries and sections', async () => {
    const path = 'postmortems/2024-01-15-orders.md';
    const { textDocument, position } = place(path, 'Alert fi');
    const [range] = await client.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument,
      positions: [position],
    });
    const lines: string[] = [];
    for (let each = range; each; each = each.parent)
      lines.push(`${each.range.start.line + 1}-${each.range.end.line + 1}`);
    assert.deepEqual(lines[0], '13-13');
    assert.ok(lines.includes('12-14'), lines.join(' '));
    assert.ok(lines.includes('10-14'), lines.join(' '));
    assert.equal(lines.at(-1), '1-15');
  });
});
