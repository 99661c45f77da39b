import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { commands, window, type CodeLens } from 'vscode';
import { closeEditors, placeOf, show } from '../documents.ts';
import type { StepResult } from '../runbooks.ts';
import { until } from '../until.ts';

const runbook = '# Runbook: Untrusted\n\n## Investigation Steps\n\n```bash\nprintf no > not-reached.txt\n```\n';

describe('A step in Restricted Mode', () => {
  after(closeEditors);

  it('does not run, whoever calls', async () => {
    const { document } = await show('runbooks/untrusted.md', runbook);
    for (const answers of [undefined, { uri: document.uri.toString(), line: 5 }]) {
      const result = await commands.executeCommand<StepResult>('incidentDocs.runStep', answers);
      assert.equal(result.state, 'refused');
      assert.match(result.reason ?? '', /Restricted Mode/);
    }
    for (const command of ['runSection', 'runFromHere', 'runAgain']) {
      const argument = command === 'runAgain' ? undefined : { uri: document.uri.toString(), line: 5 };
      const result = await commands.executeCommand<StepResult>(`incidentDocs.${command}`, argument);
      assert.equal(result.state, 'refused');
      assert.match(result.reason ?? '', /Restricted Mode/);
    }
    assert.equal(window.terminals.length, 0);
    assert.equal(existsSync(placeOf('not-reached.txt').fsPath), false);
  });

  it('has no lens to run it, only one to copy it', async () => {
    const { document } = await show('runbooks/untrusted.md', runbook);
    const lenses = await until('the lenses', async () => {
      const found = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
      return found.length > 0 ? found : undefined;
    });
    assert.deepEqual(
      lenses.map(({ command }) => command?.command),
      ['incidentDocs.copyStep'],
    );
  });

  it('is copied', async () => {
    const { document } = await show('runbooks/untrusted.md', runbook);
    const copied = await commands.executeCommand<{ text: string }>('incidentDocs.copyStep', {
      uri: document.uri.toString(),
      line: 5,
    });
    assert.equal(copied.text.trim(), 'printf no > not-reached.txt');
  });
});
