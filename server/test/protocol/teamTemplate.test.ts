import assert from 'node:assert/strict';
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { FileChangeType, type CodeAction, type CompletionItem, type Hover } from 'vscode-languageserver/node';
import {
  catalogRequest,
  newIncidentRequest,
  type Catalog,
  type NewIncidentResult,
} from '../../src/protocol/channels.ts';
import { ableClient, startClient, until, type Client } from './client.ts';
import { edited, endOf, lineOf } from './documents.ts';

/** Nothing in it is as in the built-in templates: words, order, what is optional, what lies in what. */
const template = `---
template:
  kind: incident
  sections:
    Breakage: { synonyms: [What broke] }
    Ledger: { optional: true, anyOrder: true }
    Shift: { repeatable: true }
  fields:
    Weather: { values: [Calm, Storm] }
---

# Incident: [Title]

**Weather:** [Calm | Storm]
**Watch:** [Who keeps it]

## Story

<!-- Two sentences. -->

[What happened]

## Breakage

| System | Users hit |
| ------ | --------- |
| [name] | [number]  |

### Inside

[Words]

### Outside

[Words]

## Ledger

[Costs]

## Shift

[Who and when]
`;

const log = `---
kind: incident
template: harbour
---

# Incident: Crane stuck

**Watch:** Ada

## Ledger

Nothing yet.

## Story

The crane is stuck.

## Shift

Ada, until 8.

## Shift

Bob, from 8 on.
`;

describe('a template that a team drops in while the server runs', () => {
  let folder: string;
  let client: Client;
  let uri: string;
  before(async () => {
    folder = await realpath(await mkdtemp(join(tmpdir(), 'incident-docs-')));
    await mkdir(join(folder, '.incident-docs/templates'), { recursive: true });
    uri = pathToFileURL(join(folder, 'crane.md')).href;
    await writeFile(join(folder, 'crane.md'), log);
    const workspace = { ...ableClient.workspace, didChangeWatchedFiles: { dynamicRegistration: true } };
    client = await startClient({ folder, capabilities: { ...ableClient, workspace } });
  });
  after(async () => {
    await client.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const messages = (): readonly string[] =>
    client.published
      .findLast((params) => params.uri === uri)
      ?.diagnostics.map(({ code, message }) => `${String(code)}: ${JSON.stringify(message)}`) ?? [];
  const complete = async (text: string, typed: string, version: number): Promise<readonly string[]> => {
    await client.open(uri, text, version);
    const items = await client.request<CompletionItem[]>('textDocument/completion', {
      textDocument: { uri },
      position: endOf(text, typed),
      context: { triggerKind: 1 },
    });
    return items.map(({ label }) => label);
  };

  it('is at once what its documents are checked by', async () => {
    await client.open(uri, log);
    await until('a word on the unknown template', () => messages().some((each) => each.startsWith('config-reference')));
    const path = join(folder, '.incident-docs/templates/harbour.md');
    await writeFile(path, template);
    await client.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: pathToFileURL(path).href, type: FileChangeType.Created }],
    });
    await until('a word on what the template wants', () => messages().some((each) => each.includes('Breakage')));
    const structure = messages().filter((each) => /^(?:missing|section|duplicate|config)/.test(each));
    assert.equal(structure.length, 2, structure.join('\n'));
    assert.match(structure.join('\n'), /missing-section: .*Breakage/);
    assert.match(structure.join('\n'), /missing-field: .*Weather/);
  });

  it('puts a missing section into its place, with all that is in it', async () => {
    const actions = await client.request<CodeAction[]>('textDocument/codeAction', {
      textDocument: { uri },
      range: { start: { line: 5, character: 0 }, end: { line: 5, character: 3 } },
      context: { diagnostics: [] },
    });
    const fix = actions.find(({ title }) => title.includes('"Breakage"'));
    const mended = edited(uri, log, fix?.edit);
    assert.match(
      mended,
      /The crane is stuck\.\n\n## Breakage\n\n\| System \| Users hit \|[^]*### Inside[^]*### Outside[^]*\n## Shift\n\nAda/,
    );
  });

  it('completes its sections, its fields and their values', async () => {
    assert.ok((await complete(`${log}\n## `, '\n## ', 2)).includes('Breakage'));
    assert.deepEqual(await complete(log.replace('**Watch', '**\n**Watch'), '\n\n**', 3), ['Weather']);
    assert.deepEqual(await complete(log.replace('**Watch', '**Weather:** \n**Watch'), '**Weather:** ', 4), [
      'Calm',
      'Storm',
    ]);
  });

  it('explains its sections', async () => {
    await client.open(uri, log, 5);
    const hover = await client.request<Hover | null>('textDocument/hover', {
      textDocument: { uri },
      position: { line: lineOf(log, '## Ledger'), character: 5 },
    });
    assert.match(JSON.stringify(hover?.contents), /An optional section of the template `harbour`.*\[Costs\]/);
  });

  it('is offered, and makes new documents', async () => {
    const { templates } = await client.request<Catalog>(catalogRequest, null);
    assert.ok(templates.some(({ kind, name }) => kind === 'incident' && name === 'harbour'));
    const { text } = await client.request<NewIncidentResult>(newIncidentRequest, {
      title: 'Crane stuck',
      severity: 'SEV-2',
      services: [],
      template: 'harbour',
      at: '2026-02-11T14:23:00Z',
    });
    assert.match(
      text,
      /# Incident: Crane stuck\n[^]*\*\*Weather:\*\*[^]*## Story[^]*## Breakage[^]*### Inside[^]*## Ledger/,
    );
    assert.doesNotMatch(text, /synonyms|anyOrder/);
  });
});
