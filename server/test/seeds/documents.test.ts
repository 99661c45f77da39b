import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openNodeWorkspace } from '../../src/cli/nodeWorkspace.ts';
import { analyze, fixAll, type Source } from '../../src/core/lint.ts';
import { LineIndex } from '../../src/core/text/lineIndex.ts';
import { testEnvironment } from '../rules/ruleRun.ts';

const folder = join(process.cwd(), 'server/test/fixtures/seeds');
const environment = testEnvironment(openNodeWorkspace(folder));

describe('The example documents that the process was taken from', () => {
  for (const kind of ['runbook', 'postmortem']) {
    const path = join(folder, `${kind}.md`);
    const text = readFileSync(path, 'utf8');

    it(`the ${kind} has no error and no warning`, async () => {
      const { document } = await analyze({ path, text }, environment);
      assert.equal(document?.kind, kind);
      assert.deepEqual(await graveFindings({ path, text }), []);
    });

    it(`the ${kind} has none with the line endings of Windows either`, async () => {
      assert.deepEqual(await graveFindings({ path, text: text.replaceAll('\n', '\r\n') }), []);
    });

    it(`the ${kind} has none after everything is fixed`, async () => {
      assert.deepEqual(await graveFindings({ path, text: await fixAll({ path, text }, environment) }), []);
    });
  }
});

/** Errors and warnings, with their lines as people count them. */
async function graveFindings(source: Source): Promise<string[]> {
  const { diagnostics } = await analyze(source, environment);
  const lines = new LineIndex(source.text);
  return diagnostics
    .filter(({ level }) => level === 'error' || level === 'warning')
    .map(({ rule, span, message }) => `${lines.positionAt(span.start).line + 1} ${rule}: ${message}`);
}
