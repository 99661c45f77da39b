import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openNodeWorkspace } from '../../src/cli/nodeWorkspace.ts';
import { analyze } from '../../src/core/lint.ts';
import { LineIndex } from '../../src/core/text/lineIndex.ts';
import { plantedForms } from './plantedForms.ts';
import { plantedHeaders } from './plantedHeaders.ts';
import { plantedLive } from './plantedLive.ts';
import { plantedStyles } from './plantedStyles.ts';
import { innocent, plantedTeams } from './plantedTeams.ts';
import { testEnvironment } from './ruleRun.ts';

const folder = join(process.cwd(), 'server/test/fixtures/styles');
const defects = [
  ...plantedStyles.map(([document, ...defect]) => [`postmortems/${document}`, ...defect] as const),
  ...plantedLive,
  ...plantedTeams,
  ...plantedForms,
  ...plantedHeaders,
];
const environment = testEnvironment(openNodeWorkspace(folder), Date.UTC(2026, 0, 1));

/** What is told of a text: all errors and warnings, and whatever one rule says. */
async function told(document: string, text: string, rule?: string): Promise<string[]> {
  const path = join(folder, `${document}.md`);
  const { diagnostics } = await analyze({ path, text }, environment);
  const lines = text.split('\n');
  const index = new LineIndex(text);
  return diagnostics
    .filter(({ rule: id, level }) => id === rule || level === 'error' || level === 'warning')
    .map(({ rule: id, span }) => `${id}: ${lines[index.positionAt(span.start).line] ?? ''}`);
}

function read(document: string): string {
  return readFileSync(join(folder, `${document}.md`), 'utf8');
}

describe('A document of another style', () => {
  for (const document of new Set(defects.map(([name]) => name))) {
    it(`${document}: has no error and no warning`, async () => {
      assert.deepEqual(await told(document, read(document)), []);
    });
  }

  for (const [document, rule, written, planted, line] of defects) {
    it(`${document}: "${planted}" for ${String(written)} is found by ${rule} alone`, async () => {
      const text = read(document).replace(written, planted);
      assert.notEqual(text, read(document));
      const before = await told(document, read(document), rule);
      assert.deepEqual(
        (await told(document, text, rule)).filter((each) => !before.includes(each)),
        [`${rule}: ${line}`],
      );
    });
  }

  for (const [rule, sentence] of innocent) {
    it(`${rule} says nothing of "${sentence}"`, async () => {
      const document = 'postmortems/joint-headings';
      const text = read(document).replace('## Detection\n\n', (heading) => `${heading}${sentence}\n\n`);
      assert.deepEqual(await told(document, text, rule), []);
    });
  }
});
