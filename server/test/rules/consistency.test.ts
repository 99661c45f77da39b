import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { openNodeWorkspace } from '../../src/cli/nodeWorkspace.ts';
import { isConfiguration } from '../../src/core/configuration/file.ts';
import { rules } from '../../src/core/rules/index.ts';
import { fixtureFolders, fixturesRoot, readFixtures } from './fixtures.ts';
import { readPages } from './pages.ts';
import { runRule, testClock } from './ruleRun.ts';

/** Files of the room that are no rules: the list, what a rule is, where its page stands and what it says. */
const others = ['index', 'page', 'pageText', 'rule'];
const ids = rules.map(({ id }) => id).toSorted();

function ruleFiles(): string[] {
  const names = readdirSync('server/src/core/rules').map((name) => name.replace(/\.ts$/, ''));
  return names.filter((name) => !others.includes(name));
}

describe('Rules, files, pages and fixtures', () => {
  const named: readonly (readonly [what: string, names: readonly string[]])[] = [
    ['files in server/src/core/rules', ruleFiles()],
    ['pages in server/docs/rules', readPages().map(({ id }) => id)],
    ['folders in server/test/fixtures/rules', fixtureFolders()],
  ];
  for (const [what, names] of named) {
    it(`the list in index.ts has the ${what}, and they have what it lists`, () => {
      assert.deepEqual(
        { unlisted: names.filter((name) => !ids.includes(name)), absent: ids.filter((id) => !names.includes(id)) },
        { unlisted: [], absent: [] },
      );
    });
  }

  it('are named in kebab case, each once', () => {
    for (const id of ids) assert.match(id, /^[a-z]+(?:-[a-z]+)*$/);
    assert.equal(new Set(ids).size, ids.length);
  });

  for (const rule of rules) {
    it(`${rule.id} has a fixture with a finding and one without`, async () => {
      const workspace = openNodeWorkspace(`${fixturesRoot}/${rule.id}`);
      const runs = await Promise.all(
        readFixtures(rule.id).map(async (fixture) => ({
          ...(await runRule(rule, fixture, workspace, fixture.now ?? testClock)),
          isConfiguration: isConfiguration(fixture.path),
        })),
      );
      const documents = runs.filter(
        ({ document, isConfiguration: isRead }) => isRead || (document && rule.kinds.includes(document.kind)),
      );
      assert.ok(
        documents.some(({ findings }) => findings.length > 0),
        'none with a finding',
      );
      assert.ok(
        documents.some(({ findings }) => findings.length === 0),
        'none without',
      );
      const offered = documents.some(({ findings }) => findings.some(({ fix }) => fix));
      assert.equal(offered, rule.fixable, 'whether its fixtures show a fix');
    });
  }
});
