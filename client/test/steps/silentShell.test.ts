import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { ConfigurationTarget, workspace } from 'vscode';
import { placeOf } from '../documents.ts';
import { closeTerminals, terminalsOf, writeRunbook } from '../runbooks.ts';
import { useDefaultShell, useShell } from '../shells.ts';
import { until } from '../until.ts';
import { leftovers } from './leftovers.ts';

const integration = (enabled: false | undefined) =>
  workspace
    .getConfiguration('terminal.integrated')
    .update('shellIntegration.enabled', enabled, ConfigurationTarget.Global);

describe('A step in a shell whose integration a person has turned off', () => {
  before(() => integration(false));
  afterEach(closeTerminals);
  after(async () => {
    await integration(undefined);
    await useDefaultShell();
  });

  for (const shell of ['bash', 'zsh'] as const) {
    it(`runs in ${shell}, and its exit is unknown`, async function () {
      this.timeout(120_000);
      await useShell(shell);
      const file = `silent-${shell}.txt`;
      const runbook = await writeRunbook(`Silent ${shell}`, {
        set: '# what the next step needs\nPLACE=here\nfalse',
        use: `printf '%s' \\\n  "$PLACE" > ${file}`,
      });
      for (const name of ['set', 'use'] as const) {
        const { state, exitCode, reason } = await runbook.run(name);
        assert.deepEqual([state, exitCode], ['unknown', undefined]);
        assert.match(reason ?? '', /does not tell/);
      }
      assert.equal(await readFile(placeOf(file).fsPath, 'utf8'), 'here');
      assert.equal(terminalsOf(runbook).length, 1);
      await until('the files to go', () => leftovers().length === 0);
    });
  }
});
