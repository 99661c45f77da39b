import assert from 'node:assert/strict';
import { basename } from 'node:path';
import { commands, ConfigurationTarget, Uri, window, workspace } from 'vscode';
import { closeEditors, placeOf, read, write } from '../documents.ts';
import { cancelled } from '../questions.ts';

interface Answer {
  readonly uri?: string;
  readonly reason?: string;
}

const start = async (answers?: object) =>
  commands.executeCommand<Answer | undefined>('incidentDocs.startIncident', answers);
const files = async (folder: string) =>
  (
    await workspace.fs.readDirectory(placeOf(folder)).then(
      (entries) => entries,
      () => [],
    )
  ).map(([name]) => name);

describe('Starting an incident', () => {
  afterEach(async () => {
    await closeEditors();
    await workspace.fs.delete(placeOf('incidents'), { recursive: true }).then(undefined, () => undefined);
  });

  it('writes, saves and opens a live incident document, with the caret in the summary', async () => {
    const answers = {
      title: 'High error rate',
      severity: 'SEV-2',
      services: ['API', 'Web App'],
      commander: '@alice',
      trigger: 'Automated alert',
    };
    const started = await start(answers);
    const uri = Uri.parse(started?.uri ?? '');
    assert.match(basename(uri.path), /^\d{4}-\d\d-\d\d-high-error-rate\.md$/);
    const editor = window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), uri.toString());
    assert.equal(editor.document.isDirty, false);
    assert.equal(await read(uri), editor.document.getText());
    for (const said of ['High error rate', 'SEV-2', 'API, Web App', '@alice', 'Automated alert']) {
      assert.ok(editor.document.getText().includes(said), `"${said}" is not in the document`);
    }
    const above = editor.document.getText().slice(0, editor.document.offsetAt(editor.selection.active));
    assert.match(above.slice(above.lastIndexOf('## ')), /^## Summary\n/);
  });

  it('goes by the settings nearest to its folder', async () => {
    await write('packages/pay/.incident-docs/config.yaml', 'severities: [{ name: P1, title: Everything }]\n');
    const there = { title: 'Cranes stand still', folder: 'packages/pay/incidents' };
    const refused = await start({ ...there, severity: 'SEV-1' });
    assert.match(refused?.reason ?? '', /There is no severity "SEV-1"; choose from P1/);
    const started = await start({ ...there, severity: 'p1', reason: 'All four of them' });
    assert.equal(started?.reason, undefined);
    assert.match(
      window.activeTextEditor?.document.getText() ?? '',
      /Incident declared P1: Cranes stand still \(All four of them\)$/m,
    );
    await workspace.fs.delete(placeOf('packages'), { recursive: true });
  });

  it('numbers the file where its name is taken', async () => {
    const first = await start({ title: 'Again', severity: 'SEV-3' });
    const second = await start({ title: 'Again', severity: 'SEV-3' });
    assert.equal(second?.uri, first?.uri?.replace(/\.md$/, '-2.md'));
    assert.equal((await files('incidents')).length, 2);
  });

  it('takes the folder of the argument, else that of the settings', async () => {
    const settings = workspace.getConfiguration('incidentDocs');
    const there = await start({ title: 'There', severity: 'SEV-4', folder: 'incidents/there' });
    assert.match(there?.uri ?? '', /\/incidents\/there\/[^/]+there\.md$/);
    await settings.update('incidentsFolder', 'incidents/live', ConfigurationTarget.Workspace);
    const here = await start({ title: 'Here', severity: 'SEV-4' });
    await settings.update('incidentsFolder', undefined, ConfigurationTarget.Workspace);
    assert.match(here?.uri ?? '', /\/incidents\/live\/[^/]+here\.md$/);
  });

  it('refuses a folder outside the workspace, an unknown severity, template or answer, and leaves nothing', async () => {
    const refusals: readonly [object, RegExp][] = [
      [{ folder: '../elsewhere' }, /outside the workspace/],
      [{ severity: 'SEV-9' }, /SEV-9.*SEV-1/],
      [{ template: 'nobody-has-it' }, /nobody-has-it/],
      [{ payload: {} }, /payload/],
      [{ services: 'API' }, /services/],
    ];
    for (const [answers, reason] of refusals) {
      const refused = await start({ title: 'Refused', severity: 'SEV-1', ...answers });
      assert.equal(refused?.uri, undefined);
      assert.match(refused?.reason ?? '', reason);
    }
    assert.deepEqual(await files('incidents'), []);
  });

  it('leaves nothing where the person cancels', async () => {
    assert.equal(await cancelled(start({ severity: 'SEV-1' })), undefined);
    assert.equal(await cancelled(start({ title: 'Not started' })), undefined);
    assert.deepEqual(await files('incidents'), []);
  });

  it('takes the created text back with one undo', async () => {
    await start({ title: 'Undone', severity: 'SEV-1' });
    const editor = window.activeTextEditor;
    assert.notEqual(editor?.document.getText(), '');
    await commands.executeCommand('undo');
    assert.equal(editor?.document.getText() ?? '', '');
  });
});
