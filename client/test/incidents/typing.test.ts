import assert from 'node:assert/strict';
import {
  commands,
  ConfigurationTarget,
  Position,
  Selection,
  workspace,
  type CompletionList,
  type TextEditor,
} from 'vscode';
import { closeEditors, lineOf, placeOf, show } from '../documents.ts';
import { until } from '../until.ts';

const began = new Date(Date.now() - 60 * 60_000).toISOString().slice(0, 16).replace('T', ' ');
const incident = `# Incident: Slow crane

**Severity:** SEV-2
**Status:** Investigating
**Started:** ${began} UTC

## Stakeholders

- **Incident Commander:** @ngozi

## Timeline (UTC)

- **${began}** - Crane 3 is slow

## Summary

Ships wait.
`;
const stamp = /^- \*\*\d{4}-\d\d-\d\d \d\d:\d\d\*\* - $/;

/** Shows the incident, with the caret at the end of its last entry. */
async function atLastEntry(name: string): Promise<{ editor: TextEditor; line: number }> {
  const editor = await show(`incidents/2024-01-15-${name}.md`, incident);
  const line = lineOf(editor.document, 'Crane 3 is slow');
  const end = editor.document.lineAt(line).range.end;
  editor.selection = new Selection(end, end);
  return { editor, line };
}

const type = async (text: string): Promise<void> => {
  for (const character of text) await commands.executeCommand('type', { text: character });
};

describe('Typing in the timeline of a live incident', () => {
  before(async () => {
    await workspace.getConfiguration('editor').update('formatOnType', true, ConfigurationTarget.Workspace);
    // What is typed before the server runs is not stamped.
    const { document } = await show(
      'incidents/2024-01-15-warm-up.md',
      incident.replace('is slow\n\n##', 'is slow\n- \n\n##'),
    );
    const bullet = new Position(lineOf(document, 'Crane 3 is slow') + 1, 2);
    const options = { tabSize: 2, insertSpaces: true };
    await until('the server', async () => {
      const edits = await commands.executeCommand<unknown[] | undefined>(
        'vscode.executeFormatOnTypeProvider',
        document.uri,
        bullet,
        ' ',
        options,
      );
      return (edits ?? []).length > 0;
    });
  });
  afterEach(closeEditors);
  after(async () => {
    await workspace.getConfiguration('editor').update('formatOnType', undefined, ConfigurationTarget.Workspace);
    await workspace.fs.delete(placeOf('incidents'), { recursive: true });
  });

  it('stamps below an entry, with the caret behind the stamp', async () => {
    const { editor, line } = await atLastEntry('typed');
    const { document } = editor;
    await type('\n');
    const stamped = await until(
      'a stamp',
      () => stamp.test(document.lineAt(line + 1).text) && document.lineAt(line + 1).text,
    );
    const caret = new Position(line + 1, stamped.length);
    await until('the caret behind the stamp', () => editor.selection.active.isEqual(caret));
    await type('Greased it');
    assert.equal(document.lineAt(line + 1).text, `${stamped}Greased it`);
  });

  it('stamps a bullet, and one undo takes the stamp back', async () => {
    const { editor, line } = await atLastEntry('undone');
    const { document } = editor;
    await type('\n');
    await until('a stamp', () => stamp.test(document.lineAt(line + 1).text));
    await commands.executeCommand('undo');
    assert.equal(document.lineAt(line + 1).text, '');
    await type('- ');
    await until('a stamp on a bullet', () => stamp.test(document.lineAt(line + 1).text));
    await until(
      'the caret at its end',
      () => editor.selection.active.character === document.lineAt(line + 1).text.length,
    );
    await commands.executeCommand('undo');
    assert.equal(document.lineAt(line + 1).text, '- ');
  });

  it('ends the list with a second Enter', async () => {
    const { editor, line } = await atLastEntry('ended');
    await type('\n');
    await until('a stamp', () => stamp.test(editor.document.lineAt(line + 1).text));
    await type('\n');
    await until('the end of the list', () => editor.document.lineAt(line + 1).text === '');
    assert.equal(editor.document.lineAt(line + 2).text, '');
    assert.equal(editor.selection.active.line, line + 1);
  });

  it('leaves prose alone', async () => {
    const { editor } = await atLastEntry('prose');
    const line = lineOf(editor.document, 'Ships wait.');
    editor.selection = new Selection(line, 11, line, 11);
    await type('\n- ');
    await type('word');
    assert.equal(editor.document.lineAt(line + 1).text, '- word');
  });

  it('completes the stamp, people, and headings once although VS Code offers those of files itself', async () => {
    const { editor } = await atLastEntry('completed');
    const at = async (text: string): Promise<readonly string[]> => {
      const line = lineOf(editor.document, 'Ships wait.');
      await editor.edit((edit) => edit.insert(new Position(line, 11), text));
      const { end } = editor.document.lineAt(line).range;
      const found = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        editor.document.uri,
        end,
      );
      await commands.executeCommand('undo');
      return found.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
    };
    assert.ok((await at(' Ask @')).includes('@ngozi'));
    const headings = await at(' See [it](#');
    assert.deepEqual(headings.filter((label) => /^#?summary$/i.test(label)).length, 1, headings.join(', '));
  });
});
