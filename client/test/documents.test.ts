import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { commands, languages, Selection, type CodeLens } from 'vscode';
import { closeEditors, show } from './documents.ts';
import { closeTerminals, type StepResult } from './runbooks.ts';
import { until } from './until.ts';

const runbook = '# Runbook: Lenses\n\n## Investigation Steps\n\n```bash\nprintf from-lens\n```\n\n```yaml\na: 1\n```\n';

describe('A runbook in the editor', () => {
  after(closeEditors);
  after(closeTerminals);

  it('has lenses to run and to copy each block of a shell', async () => {
    const { document } = await show('runbooks/lenses.md', runbook);
    const lenses = await until('the lenses', async () => {
      const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(
      lenses.map(({ command, range }) => [command?.command, range.start.line]),
      [
        ['incidentDocs.runStep', 4],
        ['incidentDocs.copyStep', 4],
      ],
    );
    const [run] = lenses;
    const result = await commands.executeCommand<StepResult>(
      run?.command?.command ?? '',
      ...((run?.command?.arguments ?? []) as unknown[]),
    );
    assert.equal(result.state, 'succeeded');
  });

  it('runs the block at the caret from the palette', async () => {
    const editor = await show('runbooks/lenses.md', runbook);
    const { start } = editor.document.lineAt(5).range;
    editor.selection = new Selection(start, start);
    assert.equal((await commands.executeCommand<StepResult>('incidentDocs.runStep')).state, 'succeeded');
  });

  it('is checked', async () => {
    const { document } = await show('runbooks/checked.md', '# Runbook: Checked\n\n## Symptoms\n\n```\necho\n```\n');
    const found = await until('diagnostics', () => {
      const all = languages.getDiagnostics(document.uri);
      return all.length > 0 ? all : undefined;
    });
    assert.ok(found.every(({ source }) => source === 'incident-docs'));
  });
});

describe('Changing the kind of a document', () => {
  after(closeEditors);

  it('writes it into the front matter, as one edit', async () => {
    const { document } = await show('plain.md', '# Plain\n');
    const uri = document.uri.toString();
    assert.deepEqual(await commands.executeCommand('incidentDocs.changeKind', { kind: 'runbook' }), { uri });
    assert.match(document.getText(), /^---\n[^]*kind: runbook\n[^]*---\n/);
    await commands.executeCommand('undo');
    assert.equal(document.getText(), '# Plain\n');
  });

  it('refuses a kind that there is not', async () => {
    const answer = await commands.executeCommand<{ reason: string }>('incidentDocs.changeKind', { kind: 'novel' });
    assert.match(answer.reason, /novel/);
  });
});

describe('The language server', () => {
  after(closeEditors);

  it('can be restarted, and answers again', async () => {
    assert.deepEqual(await commands.executeCommand('incidentDocs.restartServer'), {});
    const { document } = await show('runbooks/lenses.md', runbook);
    const copied = await commands.executeCommand<{ text: string }>('incidentDocs.copyStep', {
      uri: document.uri.toString(),
      line: 5,
    });
    assert.equal(copied.text.trim(), 'printf from-lens');
  });

  it('comes back when it is killed', async () => {
    const { document } = await show('runbooks/lenses.md', runbook);
    for (const pid of serverProcesses()) process.kill(pid, 'SIGKILL');
    await until('the server to answer again', async () => {
      const copied = await commands.executeCommand<{ text?: string }>('incidentDocs.copyStep', {
        uri: document.uri.toString(),
        line: 5,
      });
      return copied.text;
    });
  });
});

/** The processes of the language server that this window has started. */
function serverProcesses(): readonly number[] {
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n');
  const found = processes.flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)/.exec(line) ?? [];
    return Number(parent) === process.pid && command?.includes('server.js') ? [Number(pid)] : [];
  });
  assert.equal(found.length, 1, 'there is one language server');
  return found;
}
