import assert from 'node:assert/strict';
import { commands, Range, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import { closeEditors, placeOf, show, write } from '../documents.ts';
import { closeTerminals, writeRunbook } from '../runbooks.ts';
import { until } from '../until.ts';

interface Exported {
  readonly text: string;
  readonly reason?: string;
}
interface Row {
  readonly runbook: string;
  readonly step: string;
  readonly state: string;
  readonly exitCode?: number;
  readonly command: string;
  readonly who: string;
  readonly startedAt: string;
}
interface Answer {
  readonly uri?: string;
  readonly line?: number;
  readonly heading?: string;
  readonly reason?: string;
}

const exportAs = async (format: string, uri?: string) =>
  commands.executeCommand<Exported>('incidentDocs.exportRunHistory', { format, ...(uri === undefined ? {} : { uri }) });

const incidentText = `# Incident: Steps on record

**Status:** Investigating
**Severity:** SEV-2

## Timeline (UTC)

- **00:01** - Detected
`;

/** Whatever stands there from an earlier test is written anew, and the editor with it. */
async function openIncident(): Promise<TextDocument> {
  const { document } = await show('incidents/2024-01-15-steps-on-record.md', incidentText);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(0, 0, document.lineCount, 0), incidentText);
  await workspace.applyEdit(edit);
  await document.save();
  return document;
}

describe('The history of runs', () => {
  afterEach(closeTerminals);
  after(closeEditors);

  it('says what ran, how it ended and who ran it, secrets hidden, newest first', async () => {
    const runbook = await writeRunbook('History', {
      good: 'PASSWORD=hunter2-9 true',
      bad: 'echo "a, b"; exit 3',
    });
    assert.equal((await runbook.run('good')).state, 'succeeded');
    assert.equal((await runbook.run('bad')).state, 'failed');
    const rows: readonly Row[] = JSON.parse((await exportAs('json')).text);
    const [last, before] = rows;
    assert.deepEqual([last?.step, last?.state, last?.exitCode], ['bad', 'failed', 3]);
    assert.deepEqual([before?.step, before?.state, before?.exitCode], ['good', 'succeeded', 0]);
    assert.equal(before?.runbook, 'runbooks/history.md');
    assert.equal(before?.command, 'PASSWORD=•••• true');
    assert.ok(before?.who);
    assert.match(before?.startedAt ?? '', /^\d{4}-\d\d-\d\dT/);
  });

  it('is exported as CSV and as a Markdown table, into a file that is named', async () => {
    const csv = (await exportAs('csv')).text;
    assert.match(csv, /^startedAt,durationMs,state,exitCode,runbook,step,commit,who,command,reason\r\n/);
    assert.match(csv, /"echo ""a, b""; exit 3"/);
    const uri = placeOf('history.md').toString();
    assert.match((await exportAs('markdown', uri)).text, /^\| startedAt \|.*\n\| --- \|/);
    const written = await workspace.openTextDocument(placeOf('history.md'));
    assert.match(written.getText(), /\| failed \| 3 \| runbooks\/history.md \| bad \|/);
  });

  it('does not know a form that there is not', async () => {
    assert.match((await exportAs('pdf')).reason ?? '', /markdown, csv, json/);
  });

  it('records no step that was refused', async () => {
    const runbook = await writeRunbook('Not recorded', { never: 'rm -rf gone' });
    await runbook.run('never');
    const rows: readonly Row[] = JSON.parse((await exportAs('json')).text);
    assert.ok(rows.every(({ step }) => step !== 'never'));
  });
});

describe('A step in the timeline of the active incident', () => {
  afterEach(closeTerminals);
  after(closeEditors);
  after(async () => workspace.fs.delete(placeOf('incidents/2024-01-15-steps-on-record.md')));

  it('is written by one key, with its link, exit and duration, and one undo takes it back', async () => {
    const incident = await openIncident();
    const runbook = await writeRunbook('Recorded', { 'look around [now]': 'echo one' });
    await runbook.run('look around [now]');
    const { uri, line, reason } = await commands.executeCommand<Answer>('incidentDocs.addStepToTimeline');
    assert.equal(reason, undefined);
    assert.equal(uri, incident.uri.toString());
    const entry = incident.lineAt(line ?? 0).text;
    assert.match(
      entry,
      /^- \*\*.*\*\* - Ran \[look around \\\[now\\\]\]\(\.\.\/runbooks\/recorded\.md\).*: exit 0 after \d+\.\d s$/,
    );
    await window.showTextDocument(incident);
    await commands.executeCommand('undo');
    assert.equal(incident.getText(), incidentText);
  });

  it('is that at a line, where one is named', async () => {
    const incident = await openIncident();
    const runbook = await writeRunbook('Two recorded', { first: 'exit 4', second: 'true' });
    await runbook.run('first');
    await runbook.run('second');
    const place = { uri: runbook.uri, line: runbook.lineOf('first') };
    const { line } = await commands.executeCommand<Answer>('incidentDocs.addStepToTimeline', place);
    assert.match(incident.lineAt(line ?? 0).text, /Ran \[first\].*: exit 4 after/);
  });

  it('is written after each run where the setting says so', async () => {
    const incident = await openIncident();
    const settings = workspace.getConfiguration('incidentDocs');
    await settings.update('timeline.recordSteps', 'always');
    try {
      const runbook = await writeRunbook('Always recorded', { look: 'true' });
      await runbook.run('look');
      await until('the entry', () => incident.getText().includes('Ran [look](../runbooks/always-recorded.md)'));
    } finally {
      await settings.update('timeline.recordSteps', undefined);
    }
  });

  it('gets its output only from a person who has seen it', async () => {
    const incident = await openIncident();
    const runbook = await writeRunbook('Output', { print: "echo password: hunter2; printf '```\\n'" });
    await runbook.run('print');
    const { reason } = await commands.executeCommand<Answer>('incidentDocs.addStepOutput');
    assert.match(reason ?? '', /nobody could be asked/);
    assert.equal(incident.getText(), incidentText);
    const preview = workspace.textDocuments.find(({ uri }) => uri.scheme === 'incident-docs-preview');
    assert.equal(preview?.getText(), 'password: ••••\n```\n');
  });

  it('is refused where no step has run at the line', async () => {
    const runbook = await writeRunbook('Never run', { look: 'true' });
    const place = { uri: runbook.uri, line: runbook.lineOf('look') };
    const { reason } = await commands.executeCommand<Answer>('incidentDocs.addStepToTimeline', place);
    assert.match(reason ?? '', /"look" has not run/);
  });
});

describe('What to do when a step has failed', () => {
  after(closeEditors);

  it('is shown from the step that failed', async () => {
    const text =
      '# Runbook: Back\n\n## Resolution Steps\n\n### Deploy\n\n```bash\nfalse\n```\n\n#### If this fails\n\nCall somebody.\n\n## Rollback\n\n```bash\ntrue\n```\n';
    const uri = (await write('runbooks/back.md', text)).toString();
    const section = await commands.executeCommand<Answer>('incidentDocs.showRollback', { uri, line: 7 });
    assert.deepEqual([section.heading, section.line], ['If this fails', 10]);
    assert.equal(window.activeTextEditor?.selection.active.line, 10);
  });

  it('is refused where there is none', async () => {
    const runbook = await writeRunbook('No way back', { look: 'true' });
    const place = { uri: runbook.uri, line: runbook.lineOf('look') };
    const { reason } = await commands.executeCommand<Answer>('incidentDocs.showRollback', place);
    assert.match(reason ?? '', /no section for when "look" fails/);
  });
});
