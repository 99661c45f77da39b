import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { commands, ConfigurationTarget, Uri, window, workspace } from 'vscode';
import { closeEditors, placeOf, read, show, write } from '../documents.ts';
import { cancelled } from '../questions.ts';
import { until } from '../until.ts';

interface Answer {
  readonly uri?: string;
  readonly reason?: string;
}

const incident = `# Incident: Slow checkout

**Severity:** SEV-2
**Status:** Resolved
**Started:** 2024-01-15 14:23 UTC

## Stakeholders

- **Incident Commander:** @amina

## Timeline (UTC)

- **14:23** - First alerts
- **14:28** - Incident declared SEV-2: Slow checkout
- **16:58** - Full recovery confirmed

## Post-Incident Actions

- [ ] Alert on the pool (owner: @wei, due: 2024-02-01)
`;

const make = async (command: string, answers?: object) =>
  commands.executeCommand<Answer | undefined>(`incidentDocs.${command}`, answers);
const begun = async (command: string, answers: object) =>
  (await make(command, { title: 'Full', ...answers }))?.uri ?? '';
const remove = async (folder: string) =>
  workspace.fs.delete(placeOf(folder), { recursive: true }).then(undefined, () => undefined);

describe('New documents', () => {
  afterEach(async () => {
    await closeEditors();
    for (const folder of ['incidents', 'postmortems', 'runbooks', 'on-call']) await remove(folder);
  });

  it('newPostmortem carries the incident over, and the two link to each other', async () => {
    const { document } = await show('incidents/2024-01-15-slow.md', incident);
    const made = await make('newPostmortem', { incident: document.uri.toString() });
    assert.equal(made?.reason, undefined);
    assert.match(made?.uri ?? '', /\/postmortems\/2024-01-15-slow-checkout\.md$/);
    const editor = window.activeTextEditor;
    assert.ok(editor);
    assert.equal(editor.document.uri.toString(), made?.uri);
    const text = editor.document.getText();
    assert.equal(await read(editor.document.uri), text);
    assert.match(text, /^\*\*Duration:\*\* 2 hours 35 minutes$/m);
    assert.match(text, /\[Slow checkout\]\(\.\.\/incidents\/2024-01-15-slow\.md\)/);
    assert.match(text, /^\| Alert on the pool \| @wei \| 2024-02-01 \|/m);
    assert.match(editor.document.getText(editor.selection), /^\[.*\]$/);
    assert.match(
      document.getText(),
      /^\*\*Postmortem:\*\* \[.*\]\(\.\.\/postmortems\/2024-01-15-slow-checkout\.md\)$/m,
    );
  });

  it('newPostmortem finds the incident in the active editor, and takes the link back with one undo', async () => {
    const { document } = await show('incidents/2024-01-15-slower.md', incident);
    const made = await make('newPostmortem', { template: 'google-sre', folder: 'postmortems/2024' });
    assert.match(made?.uri ?? '', /\/postmortems\/2024\/2024-01-15-slow-checkout\.md$/);
    assert.match(document.getText(), /\.\.\/postmortems\/2024\/2024-01-15/);
    await window.showTextDocument(document);
    await commands.executeCommand('undo');
    await until('the text as it was', () => document.getText() === incident);
  });

  it('newPostmortem writes into an incident document that no editor shows', async () => {
    const uri = await write('incidents/2024-01-15-slowest.md', incident);
    await make('newPostmortem', { incident: uri.toString() });
    assert.match(await read(uri), /\[Slow checkout\]\(\.\.\/postmortems\//);
  });

  it('newPostmortem, newRunbook and newFromTemplate begin an empty one', async () => {
    const cases: readonly [string, object, RegExp, RegExp][] = [
      [
        'newPostmortem',
        { title: 'Queue is full' },
        /\/postmortems\/[\d-]{10}-queue-is-full\.md$/,
        /^# Postmortem: Queue is full$/m,
      ],
      ['newRunbook', { title: 'Queue is full' }, /\/runbooks\/queue-is-full\.md$/, /^# Runbook: Queue is full$/m],
      [
        'newRunbook',
        { title: 'QueueFull', template: 'prometheus-operator' },
        /\/runbooks\/queuefull\.md$/,
        /^## Diagnosis$/m,
      ],
      [
        'newFromTemplate',
        { title: 'Queue', template: 'pagerduty' },
        /\/postmortems\/[\d-]{10}-queue\.md$/,
        /^## What Didn't Go So Well\?$/m,
      ],
      [
        'newFromTemplate',
        { title: 'Queue', template: 'incident/google-sre' },
        /\/incidents\/[\d-]{10}-queue\.md$/,
        /^## Exit Criteria$/m,
      ],
    ];
    for (const [command, answers, uri, text] of cases) {
      const made = await make(command, answers);
      assert.match(made?.uri ?? made?.reason ?? '', uri);
      assert.match(window.activeTextEditor?.document.getText() ?? '', text);
      assert.match(window.activeTextEditor?.document.getText(window.activeTextEditor.selection) ?? '', /\[|YYYY|HH/);
    }
  });

  it('go where the team’s configuration has documents of their kind, unless the editor’s settings name a folder', async () => {
    await write(
      '.incident-docs/config.yaml',
      'documents:\n  - { files: "docs/reviews/**/*.md", kind: postmortem }\n  - { files: "docs/live/*.md", kind: incident }\n',
    );
    const settings = workspace.getConfiguration('incidentDocs');
    try {
      const ofTeam = /\/docs\/reviews\/[\d-]{10}-full[\d-]*\.md$/;
      await until('the team’s folder', async () => ofTeam.test(await begun('newPostmortem', {})));
      assert.match(await begun('newRunbook', {}), /\/runbooks\/full\.md$/);
      assert.match(await begun('newPostmortem', { folder: 'postmortems' }), /\/postmortems\/[\d-]{10}-full[\d-]*\.md$/);
      assert.match(await begun('startIncident', { severity: 'SEV-3' }), /\/docs\/live\/[\w-]+\.md$/);
      await settings.update('postmortemsFolder', 'postmortems/own', ConfigurationTarget.Workspace);
      assert.match(await begun('newPostmortem', {}), /\/postmortems\/own\/[\d-]{10}-full\.md$/);
    } finally {
      await settings.update('postmortemsFolder', undefined, ConfigurationTarget.Workspace);
      for (const folder of ['.incident-docs', 'docs']) await remove(folder);
      await until('the usual folder', async () => /\/postmortems\/[^/]+$/.test(await begun('newPostmortem', {})));
    }
  });

  it('newOnCallChecklist lists what to do before, during and after the week', async () => {
    const made = await make('newOnCallChecklist', { at: '2024-01-15T09:00Z' });
    assert.equal(basename(Uri.parse(made?.uri ?? '').path), '2024-01-15-on-call.md');
    const text = window.activeTextEditor?.document.getText() ?? '';
    for (const item of [
      'Test pager/alerting system',
      'Acknowledge alerts within 5 minutes',
      'Take time off to recover',
    ])
      assert.ok(text.includes(`- [ ] ${item}`));
  });

  it('refuse a template, a folder and an answer that are none, and leave nothing', async () => {
    const refusals: readonly [string, object, RegExp][] = [
      ['newRunbook', { title: 'A', template: 'pagerduty' }, /pagerduty.*prometheus-operator/],
      ['newFromTemplate', { title: 'A', template: 'default' }, /Several kinds.*runbook\/default/],
      ['newPostmortem', { title: 'A', folder: '../elsewhere' }, /outside the workspace/],
      ['newRunbook', { subject: 'A' }, /subject/],
    ];
    for (const [command, answers, reason] of refusals)
      assert.match((await make(command, answers))?.reason ?? '', reason);
    assert.equal(await cancelled(make('newRunbook')), undefined);
    assert.equal(await cancelled(make('newFromTemplate')), undefined);
    for (const folder of ['postmortems', 'runbooks'])
      await assert.rejects(async () => workspace.fs.stat(placeOf(folder)));
  });
});
