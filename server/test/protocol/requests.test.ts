import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  catalogRequest,
  liveIncidentsRequest,
  newIncidentRequest,
  setKindRequest,
  stepAtRequest,
  stepsRequest,
  timelineEntryRequest,
  type Catalog,
  type LiveIncident,
  type NewIncidentResult,
  type Refusal,
  type SetKindResult,
  type StepAtResult,
  type StepsResult,
  type TimelineEntryResult,
} from '../../src/protocol/channels.ts';
import { startClient, until, type Client } from './client.ts';
import { edited, fixture, lineOf } from './documents.ts';

const numbers = ({ steps }: StepsResult): readonly number[] => steps.map(({ number }) => number);

describe('our own requests', () => {
  let client: Client;
  let folder: string;
  before(async () => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'incident-docs-')));
    mkdirSync(join(folder, 'incidents'));
    const live = fixture('protocol/live.md').text;
    writeFileSync(
      join(folder, 'incidents', 'older.md'),
      live.replaceAll('2026-03-09', '2026-01-02').replace('Queue is full', 'Older'),
    );
    writeFileSync(join(folder, 'incidents', 'newer.md'), live);
    writeFileSync(join(folder, 'incidents', 'over.md'), live.replace('Investigating', 'Resolved'));
    client = await startClient({ folder });
  });
  after(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  const stepAt = (uri: string, line: number) =>
    client.request<StepAtResult & Partial<Refusal>>(stepAtRequest, { uri, line });

  it('find the step whose block holds a line', async () => {
    const { uri, text } = fixture('protocol/queue.md');
    await client.open(uri, text, 3);
    const first = lineOf(text, '```bash');
    for (const line of [first, first + 1, first + 4]) {
      const step = await stepAt(uri, line);
      assert.equal(step.version, 3);
      assert.equal(step.command, '# Messages that wait\n./queue length \\\n  --all');
      assert.equal(step.runnable, true);
      assert.equal(step.document, 'Queue is full');
      assert.equal(step.title, 'Look at the queue');
      assert.equal(step.cwd, 'tools');
      assert.deepEqual(step.range, { start: { line: first, character: 0 }, end: { line: first + 4, character: 3 } });
    }
    assert.equal((await stepAt(uri, lineOf(text, 'active\n'))).command, 'systemctl is-active worker');
  });

  it('find the only step of the section around a line, and choose none of several', async () => {
    const { uri, text } = fixture('protocol/queue.md');
    await client.open(uri, text);
    assert.equal((await stepAt(uri, lineOf(text, '### Option 1'))).command, './queue scale 8');
    for (const between of ['## Investigation', 'Then at the workers']) {
      assert.match((await stepAt(uri, lineOf(text, between))).reason ?? '', /has \d blocks; put the caret in the one/);
    }
    const beside = text.replace('## Escalation', '### Option 2: Wait\n\n## Escalation');
    await client.change(uri, 2, [{ text: beside }]);
    assert.match((await stepAt(uri, lineOf(beside, '### Option 2'))).reason ?? '', /no block to run/);
  });

  it('say why there is no step, or why it does not run', async () => {
    const { uri, text } = fixture('protocol/queue.md');
    await client.open(uri, text);
    assert.match((await stepAt(uri, lineOf(text, '## Escalation'))).reason ?? '', /no block to run/);
    const yaml = await stepAt(uri, lineOf(text, 'workers: 4'));
    assert.equal(yaml.runnable, false);
    assert.match(yaml.reason ?? '', /yaml does not run/);
    const bare = await stepAt(uri, lineOf(text, './queue config'));
    assert.match(bare.reason ?? '', /no language/);
    await client.open('file:///work/README.md', '# Read me\n');
    assert.match((await stepAt('file:///work/README.md', 0)).reason ?? '', /README\.md is no runbook/);
    assert.match((await stepAt('file:///nowhere/gone.md', 0)).reason ?? '', /gone\.md can't be read/);
  });

  it('find a step in a document that is not open', async () => {
    const { uri, text } = fixture('seeds/runbook.md');
    const step = await stepAt(uri, lineOf(text, '-X POST'));
    assert.equal(step.version, null);
    assert.match(
      step.command,
      /^# Disable recommendation engine\ncurl -X POST \S+ \\\n {2}-d '\{"recommendations": false\}'$/,
    );
  });

  it('list the steps of a document, of a section and from one on', async () => {
    const { uri, text } = fixture('protocol/queue.md');
    await client.open(uri, text, 3);
    const list = (scope: string, words: string) =>
      client.request<StepsResult & Partial<Refusal>>(stepsRequest, { uri, scope, line: lineOf(text, words) });
    const all = await list('document', '# Runbook');
    assert.deepEqual([all.version, all.document], [3, 'Queue is full']);
    assert.deepEqual(
      all.steps.map(({ number, title, section, sectionLine }) => [number, title, section, sectionLine]),
      [
        [1, 'Look at the queue', 'Investigation Steps', lineOf(text, '## Investigation')],
        [2, 'Look at the queue (2)', 'Investigation Steps', lineOf(text, '## Investigation')],
        [3, 'Option 1: Add workers', 'Resolution Steps', lineOf(text, '## Resolution')],
      ],
    );
    const first = lineOf(text, '```bash');
    assert.deepEqual(all.steps[0]?.lines, [first + 1, first + 2, first + 3]);
    assert.deepEqual(numbers(await list('section', '## Investigation')), [1, 2]);
    assert.deepEqual(numbers(await list('section', '### Option 1')), [3]);
    assert.deepEqual(numbers(await list('fromHere', 'systemctl')), [2, 3]);
    assert.match((await list('section', '## Escalation')).reason ?? '', /"Escalation" has no block to run/);
    assert.match((await list('section', '---')).reason ?? '', /no section at line 1/);
    assert.match((await list('fromHere', '## Escalation')).reason ?? '', /no block to run from line/);
  });

  it('give a program to a block that no shell reads', async () => {
    const uri = pathToFileURL(join(folder, 'programs.md')).href;
    const text = '# Runbook: Programs\n\n## Investigation Steps\n\n```python\nprint(1)\n```\n\n```yaml\na: 1\n```\n';
    await client.open(uri, `---\nkind: runbook\n---\n\n${text}`);
    const { steps } = await client.request<StepsResult>(stepsRequest, { uri, scope: 'document', line: 0 });
    assert.deepEqual(
      steps.map(({ language, interpreter, runnable }) => [language, interpreter, runnable]),
      [['python', 'python3', true]],
    );
  });

  it('give a document a kind', async () => {
    const uri = pathToFileURL(join(folder, 'notes.md')).href;
    await client.open(uri, '# Notes\n', 4);
    const { version, edits } = await client.request<SetKindResult>(setKindRequest, {
      uri,
      kind: 'runbook',
      template: 'default',
    });
    assert.equal(version, 4);
    const text = edited(uri, '# Notes\n', { changes: { [uri]: [...edits] } });
    assert.match(text, /^---\nkind: runbook\ntemplate: default\n---\n/);
    await client.change(uri, 5, [{ text }]);
    const status = await until('status', () =>
      client.statuses.findLast((found) => found.uri === uri && found.version === 5),
    );
    assert.equal(status.kind, 'runbook');
    assert.equal(status.template, 'default');
  });

  it('list what the prompts offer', async () => {
    const catalog = await client.request<Catalog>(catalogRequest, {});
    assert.deepEqual(
      catalog.severities.map(({ name }) => name),
      ['SEV-1', 'SEV-2', 'SEV-3', 'SEV-4'],
    );
    for (const { criteria } of catalog.severities) assert.ok(criteria.length > 0);
    for (const kind of ['runbook', 'incident', 'postmortem'])
      assert.ok(catalog.templates.some((template) => template.kind === kind));
    assert.deepEqual(catalog.statuses, ['Investigating', 'Identified', 'Monitoring', 'Resolved']);
    assert.ok(catalog.entryKinds.includes('detected'));
    assert.equal(catalog.triggers.length, 3);
  });

  it('write a new incident document, which is live and asks only for what a person must say', async () => {
    const params = {
      title: 'High error rate',
      severity: 'SEV-2',
      services: ['api'],
      commander: 'Ada',
      trigger: 'Automated alert',
      // The present, as nobody is late yet.
      at: new Date().toISOString(),
    };
    const { text, fileName, caret } = await client.request<NewIncidentResult>(newIncidentRequest, params);
    assert.equal(fileName, `${params.at.slice(0, 10)}-high-error-rate.md`);
    assert.match(text.split('\n')[caret.line - 2] ?? '', /^## Summary/);
    const uri = pathToFileURL(join(folder, 'incidents', fileName)).href;
    await client.open(uri, text);
    const status = await until('status', () => client.statuses.findLast((found) => found.uri === uri));
    const { startedAt, nextUpdateAt, ...stated } = status;
    assert.equal(startedAt?.slice(0, 16), params.at.slice(0, 16));
    assert.equal(Date.parse(nextUpdateAt ?? '') - Date.parse(startedAt ?? ''), 60 * 60_000);
    assert.deepEqual(stated, {
      uri,
      version: 1,
      kind: 'incident',
      template: 'default',
      title: 'High error rate',
      severity: 'SEV-2',
      status: 'Investigating',
      live: true,
    });
    const grave = (await client.diagnosticsOf(uri, 1)).filter(({ severity }) => severity === 1 || severity === 2);
    // What only a person can say.
    assert.deepEqual(
      grave.map(({ code }) => code),
      ['role-missing', 'role-missing', 'objective-missing'],
    );
    await client.close(uri);

    const refusal = await client.request<Refusal>(newIncidentRequest, { ...params, at: 'yesterday' });
    assert.match(refusal.reason, /"yesterday" is no date and time/);
  });

  it('add a timeline entry in its place, to unsaved text too', async () => {
    const uri = pathToFileURL(join(folder, 'incidents', 'stamped.md')).href;
    const { text } = fixture('protocol/live.md');
    await client.open(uri, text, 6);
    const ask = (params: object) =>
      client.request<TimelineEntryResult & Partial<Refusal>>(timelineEntryRequest, {
        uri,
        at: '2026-03-09T14:03:00Z',
        text: 'Paged Ada',
        ...params,
      });
    const { version, edits, line, caret, reason } = await ask({});
    assert.equal(reason, undefined);
    assert.equal(version, 6);
    const after = edited(uri, text, { changes: { [uri]: [...edits] } }).split('\n');
    assert.deepEqual(after.slice(line - 1, line + 2), [
      '- **14:02** - Detected: automated alert',
      '- **14:03** - Paged Ada',
      '- **14:05** - Incident declared SEV-2',
    ]);
    assert.deepEqual(caret, { line, character: after[line]?.length });

    const action = await ask({ kind: 'action', at: '2026-03-09T16:10:00+02:00' });
    assert.match(
      edited(uri, text, { changes: { [uri]: [...action.edits] } }),
      /SEV-2\n- \*\*14:10\*\* - Action: Paged Ada\n/,
    );
    assert.match(
      (await ask({ kind: 'gossip' })).reason ?? '',
      /"gossip" is no kind of timeline entry; the kinds are: detected/,
    );
    assert.match((await ask({ at: 'noon' })).reason ?? '', /"noon" is no date and time/);
    assert.match((await ask({ uri: 'file:///nowhere.md' })).reason ?? '', /can't be read/);
    await client.close(uri);
  });

  it('list the live incidents, newest first, unsaved changes included', async () => {
    const list = async () => (await client.request<LiveIncident[]>(liveIncidentsRequest, {})).map(({ title }) => title);
    assert.deepEqual(await list(), ['Queue is full', 'Older']);
    const uri = pathToFileURL(join(folder, 'incidents', 'newer.md')).href;
    await client.open(uri, fixture('protocol/live.md').text.replace('Investigating', 'Resolved'));
    assert.deepEqual(await list(), ['Older']);
    await client.close(uri);
    assert.deepEqual(await list(), ['Queue is full', 'Older']);
  });
});
