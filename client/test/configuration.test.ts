import assert from 'node:assert/strict';
import {
  commands,
  languages,
  Position,
  Range,
  workspace,
  type CompletionList,
  type Diagnostic,
  type Hover,
} from 'vscode';
import { closeEditors, placeOf, show, write } from './documents.ts';
import { until } from './until.ts';

const path = 'configured/.incident-docs/config.yaml';
const untitled = '---\nkind: runbook\n---\n\n## Symptoms\n\n- Slow\n';

/** What is said of a file, once something is said of it that a condition picks. */
function diagnosed(of: string, condition: (found: readonly Diagnostic[]) => boolean): Promise<readonly Diagnostic[]> {
  return until(`the diagnostics of ${of}`, () => {
    const found = languages.getDiagnostics(placeOf(of));
    return condition(found) && found;
  });
}

function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

function lacksTitle(found: readonly Diagnostic[]): boolean {
  return found.some((each) => codeOf(each) === 'missing-title');
}

describe('A configuration in the editor', () => {
  afterEach(closeEditors);
  after(async () => {
    for (const folder of ['configured', 'team']) await workspace.fs.delete(placeOf(folder), { recursive: true });
  });

  it('is diagnosed as it is typed', async () => {
    const editor = await show(path, 'timezone: UTC\n');
    await editor.edit((edit) => edit.insert(new Position(1, 0), 'review: { daysAftr: 3 }\n'));
    const [found] = await diagnosed(path, ({ length }) => length > 0);
    assert.ok(found);
    assert.equal(codeOf(found), 'config-unknown-key');
    assert.deepEqual(found.range, new Range(1, 10, 1, 18));
  });

  it('settles at once how a document beside it is judged', async () => {
    await show('configured/untitled.md', untitled);
    await diagnosed('configured/untitled.md', lacksTitle);
    const { document } = await show(path, 'rules: { missing-title: off }\n');
    assert.equal(await document.save(), true);
    await diagnosed('configured/untitled.md', (found) => found.length > 0 && !lacksTitle(found));
  });

  it('settles nothing any more once its folder is gone', async () => {
    await write('team/.incident-docs/config.yaml', 'rules: { missing-title: off }\n');
    await show('team/untitled.md', untitled);
    await diagnosed('team/untitled.md', (found) => found.length > 0 && !lacksTitle(found));
    await workspace.fs.delete(placeOf('team/.incident-docs'), { recursive: true });
    await diagnosed('team/untitled.md', lacksTitle);
  });

  it('is completed and explained', async () => {
    const { document } = await show(path, 'documents:\n  - kind: \n    files: a/**\n');
    const completed = await until('the kinds', async () => {
      const { items } = await commands.executeCommand<CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new Position(1, 10),
      );
      const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return labels.includes('postmortem') && labels;
    });
    assert.ok(completed.includes('none'));
    const hovers = await commands.executeCommand<Hover[]>(
      'vscode.executeHoverProvider',
      document.uri,
      new Position(0, 3),
    );
    const words = hovers.flatMap(({ contents }) =>
      contents.map((part) => (typeof part === 'string' ? part : part.value)),
    );
    assert.match(words.join('\n'), /Which files are which kind of document/);
  });
});
