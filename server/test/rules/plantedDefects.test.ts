import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openNodeWorkspace } from '../../src/cli/nodeWorkspace.ts';
import { analyze, type Diagnostic } from '../../src/core/lint.ts';
import { rules } from '../../src/core/rules/index.ts';
import { LineIndex } from '../../src/core/text/lineIndex.ts';
import { plantedDefects } from './plantedDefects.ts';
import { testEnvironment } from './ruleRun.ts';

const folder = join(process.cwd(), 'server/test/fixtures/seeds');
const environment = testEnvironment(openNodeWorkspace(folder));

describe('A defect planted into an example document', () => {
  for (const { document, what, rule, line, plant } of plantedDefects) {
    it(`${document}: ${what} is found by ${rule} alone`, async () => {
      const path = join(folder, `${document}.md`);
      const original = readFileSync(path, 'utf8');
      const text = plant(original);
      assert.notEqual(text, original);
      const lines = text.split('\n');
      assert.ok(lines.includes(line), `the edited document has no line "${line}"`);

      const { diagnostics } = await analyze({ path, text }, environment);
      const before = await analyze({ path, text: original }, environment);
      const index = new LineIndex(text);
      const found = ({ rule: id, span }: Diagnostic): string =>
        `${id}: ${lines[index.positionAt(span.start).line] ?? ''}`;
      // What the document was told before, and hints that come with it, are no defect.
      assert.deepEqual(diagnostics.filter((diagnostic) => isGrave(diagnostic) || diagnostic.rule === rule).map(found), [
        `${rule}: ${line}`,
      ]);
      assert.ok(!before.diagnostics.some((diagnostic) => diagnostic.rule === rule));
    });
  }

  it('is planted for most rules', () => {
    const planted = new Set(plantedDefects.map(({ rule }) => rule));
    assert.deepEqual(
      [...planted].filter((rule) => !rules.some(({ id }) => id === rule)),
      [],
    );
    assert.ok(planted.size >= 20);
  });
});

function isGrave({ level }: Diagnostic): boolean {
  return level === 'error' || level === 'warning';
}
