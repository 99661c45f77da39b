import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openNodeWorkspace } from '../../src/cli/nodeWorkspace.ts';
import { analyze, fixAll } from '../../src/core/lint.ts';
import { LineIndex } from '../../src/core/text/lineIndex.ts';
import { testEnvironment } from './ruleRun.ts';

const folder = join(process.cwd(), 'server/test/fixtures/seeds');
const environment = testEnvironment(openNodeWorkspace(folder));

describe('The example documents that the process was taken from', () => {
  for (const [name, kind] of [
    ['runbook.md', 'runbook'],
    ['postmortem.md', 'postmortem'],
  ] as const) {
    const source = { path: join(folder, name), text: readFileSync(join(folder, name), 'utf8') };

    it(`${name} has no error and no warning`, async () => {
      const { document, diagnostics } = await analyze(source, environment);
      assert.equal(document?.kind, kind);
      const lines = new LineIndex(source.text);
      const grave = diagnostics.filter(({ level }) => level === 'error' || level === 'warning');
      assert.deepEqual(
        grave.map(({ rule, span, message }) => `${lines.positionAt(span.start).line + 1} ${rule}: ${message}`),
        [],
      );
    });

    it(`${name} has nothing that fixing all would change at warning or above`, async () => {
      const fixed = await fixAll(source, environment);
      const { diagnostics } = await analyze({ ...source, text: fixed }, environment);
      assert.deepEqual(
        diagnostics.filter(({ level }) => level === 'error' || level === 'warning'),
        [],
      );
    });
  }
});
