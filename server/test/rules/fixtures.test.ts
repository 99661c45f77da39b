import assert from 'node:assert/strict';
import { dirname } from 'node:path';
import { openNodeWorkspace } from '../../src/cli/nodeWorkspace.ts';
import { isConfiguration } from '../../src/core/configuration/file.ts';
import type { Diagnostic } from '../../src/core/lint.ts';
import { rules } from '../../src/core/rules/index.ts';
import { LineIndex } from '../../src/core/text/lineIndex.ts';
import type { ExpectedFinding } from './annotations.ts';
import { fixtureFolders, readFixtures, fixturesRoot, type Fixture } from './fixtures.ts';
import { fixWith, runRule, testClock } from './ruleRun.ts';

describe('Fixtures of the rules', () => {
  for (const folder of fixtureFolders()) {
    const rule = rules.find(({ id }) => id === folder);
    if (!rule) continue; // The consistency test says so.
    const workspace = openNodeWorkspace(`${fixturesRoot}/${folder}`);
    describe(folder, () => {
      for (const fixture of readFixtures(folder)) {
        const now = fixture.now ?? testClock;
        it(`${fixture.name}: ${fixture.expected.length === 0 ? 'nothing' : `${fixture.expected.length} found`}`, async () => {
          const { document, findings } = await runRule(rule, fixture, workspace, now);
          if (fixture.expected.length > 0)
            assert.ok(
              document ?? isConfiguration(fixture.path),
              `${fixture.name} in ${dirname(fixture.path)} is no document of a kind`,
            );
          assert.deepEqual(
            findings.map((finding) => placed(finding, folder, fixture)),
            fixture.expected,
          );
          for (const { message } of findings) assertReadable(message);
        });

        if (fixture.fixed === undefined) {
          if (fixture.expected.length > 0) {
            it(`${fixture.name}: no fix of the text is offered`, () => assertUnfixed(fixture));
            it(`${fixture.name}: under the name that is offered, nothing is found`, () => assertRenamed(fixture));
          }
          continue;
        }
        it(`${fixture.name}: is fixed, and fixing again changes nothing`, async () => {
          const { text, left } = await fixWith(rule, fixture, workspace, now);
          assert.equal(text, fixture.fixed);
          assert.deepEqual(
            left.map(({ message, fix }) => ({ message, fix: fix?.title })).filter(({ fix }) => fix !== undefined),
            [],
          );
        });
      }
    });

    async function assertRenamed(fixture: Fixture): Promise<void> {
      assert.ok(rule);
      const run = async (path: string) => runRule(rule, { ...fixture, path }, workspace, fixture.now ?? testClock);
      for (const { fix } of (await run(fixture.path)).findings) {
        if (fix?.rename === undefined) continue;
        const { findings } = await run(`${dirname(fixture.path)}/${fix.rename}`);
        assert.deepEqual(findings, []);
      }
    }

    async function assertUnfixed(fixture: Fixture): Promise<void> {
      assert.ok(rule);
      const { findings } = await runRule(rule, fixture, workspace, fixture.now ?? testClock);
      assert.deepEqual(
        findings.flatMap(({ fix }) => (fix && fix.edits.length > 0 ? [fix.title] : [])),
        [],
        `write what it gives into ${fixture.name.replace(/\.md$/, '.fixed.md')}`,
      );
    }
  }
});

/** A finding in the terms of an annotation. */
function placed({ span }: Diagnostic, rule: string, { text }: Fixture): ExpectedFinding {
  const lines = new LineIndex(text);
  const { line, character } = lines.positionAt(span.start);
  const end = Math.min(span.end, lines.contentSpan(line).end);
  return { rule, line, column: character, width: Math.max(1, end - span.start) };
}

/** One sentence that ends, with no jargon of ours and no empty quotation. */
function assertReadable(message: string): void {
  assert.match(message, /^[\p{Lu}"“\d`].*[.?]$/su, message);
  assert.doesNotMatch(message, /undefined|null|\[object|""|\n/, message);
}
