import assert from 'node:assert/strict';
import { commands, Selection, window, workspace } from 'vscode';
import { closeEditors, lineOf, placeOf, read, show, write } from '../documents.ts';
import { cancelled } from '../questions.ts';
import { until } from '../until.ts';

interface Answer {
  readonly uri?: string;
  readonly line?: number;
  readonly reason?: string;
}

const insert = async (answers?: object) =>
  commands.executeCommand<Answer | undefined>('incidentDocs.insertTimelineEntry', answers);

const postmortem = `# Postmortem: Slow checkout

**Date:** 2024-01-15
**Status:** Draft
**Severity:** SEV-2

## Summary
Checkout was slow.

## Timeline (UTC)
- **14:23** - First alerts
- **14:50** - Partial recovery

## Root Cause
A pool was too small.
`;

const incident = postmortem.replace('Postmortem:', 'Incident:').replace('Draft', 'Investigating');

describe('Inserting a timeline entry', () => {
  afterEach(closeEditors);

  it('puts it in its place and form, with the caret behind it, and one undo takes it back', async () => {
    const { document } = await show('postmortems/2024-01-15-slow-checkout.md', postmortem);
    const answer = await insert({ text: 'Pool enlarged', at: '2024-01-15T14:35:00Z' });
    assert.equal(answer?.reason, undefined);
    const line = lineOf(document, 'Pool enlarged');
    assert.deepEqual(answer, { uri: document.uri.toString(), line });
    assert.equal(document.lineAt(line).text, '- **14:35** - Pool enlarged');
    assert.equal(line, lineOf(document, 'First alerts') + 1);
    assert.equal(document.isDirty, true);
    const { active } = window.activeTextEditor?.selection ?? {};
    assert.deepEqual([active?.line, active?.character], [line, '- **14:35** - Pool enlarged'.length]);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), postmortem);
  });

  it('takes the selected words', async () => {
    const editor = await show('postmortems/2024-01-15-slow-checkout.md', postmortem);
    const line = lineOf(editor.document, 'A pool was too small.');
    editor.selection = new Selection(line, 0, line, 'A pool was too small'.length);
    await insert({ at: '2024-01-15T14:40:00Z' });
    assert.equal(editor.document.lineAt(lineOf(editor.document, '14:40')).text, '- **14:40** - A pool was too small');
  });

  it('keeps unsaved text', async () => {
    const editor = await show('postmortems/2024-01-15-slow-checkout.md', postmortem);
    await editor.edit((edit) => edit.insert(new Selection(0, 0, 0, 0).start, '<!-- typed -->\n'));
    await insert({ text: 'Kept', at: '2024-01-15T14:41:00Z' });
    assert.match(editor.document.getText(), /^<!-- typed -->\n/);
    assert.match(editor.document.getText(), /- \*\*14:41\*\* - Kept/);
  });

  it('saves a document that no editor shows', async () => {
    const uri = await write('postmortems/2024-01-16-unseen.md', postmortem);
    const answer = await insert({ text: 'Written unseen', at: '2024-01-15T15:00:00Z', uri: uri.toString() });
    assert.equal(answer?.uri, uri.toString());
    assert.match(await read(uri), /- \*\*14:50\*\* - Partial recovery\n- \*\*15:00\*\* - Written unseen\n/);
  });

  it('goes to the active incident from a document without a timeline', async () => {
    await show('incidents/2024-01-15-slow-checkout.md', incident);
    const { document } = await show('notes.md', '# Notes\n\nNothing of ours.\n');
    const answer = await until('the incident to be known', async () => {
      const given = await insert({ text: 'From elsewhere', at: '2024-01-15T15:10:00Z' });
      return given?.uri === undefined ? undefined : given;
    });
    assert.equal(answer.uri, placeOf('incidents/2024-01-15-slow-checkout.md').toString());
    assert.equal(document.getText(), '# Notes\n\nNothing of ours.\n');
    const target = await workspace.openTextDocument(placeOf('incidents/2024-01-15-slow-checkout.md'));
    assert.match(target.getText(), /From elsewhere/);
  });

  it('refuses a document without a timeline, and a time that is none', async () => {
    const uri = (await write('notes.md', '# Notes\n')).toString();
    assert.match((await insert({ text: 'No place', uri }))?.reason ?? '', /\S/);
    assert.match((await insert({ text: 'No time', at: 'yesterday', uri }))?.reason ?? '', /time such as/);
    assert.equal(await read(placeOf('notes.md')), '# Notes\n');
  });

  it('leaves the document alone where the person cancels', async () => {
    const { document } = await show('postmortems/2024-01-15-slow-checkout.md', postmortem);
    assert.equal(await cancelled(insert()), undefined);
    assert.equal(document.getText(), postmortem);
    assert.equal(document.isDirty, false);
  });
});

describe('Pasting into a timeline', () => {
  afterEach(closeEditors);

  it('writes the messages of a chat as entries, which one undo takes back', async () => {
    const { document } = await show('postmortems/2024-01-15-pasted.md', postmortem);
    const answer = await commands.executeCommand<Answer & { readonly count?: number }>(
      'incidentDocs.pasteTimelineEntries',
      {
        text: '2024-01-15 14:31 UTC - errors rise\n2024-01-15 14:35 UTC - pool is full',
        uri: document.uri.toString(),
      },
    );
    assert.equal(answer.count, 2);
    assert.equal(document.lineAt(answer.line ?? -1).text, '- **14:35** - pool is full');
    await commands.executeCommand('undo');
    await until('the text as it was', () => document.getText() === postmortem);
  });
});
