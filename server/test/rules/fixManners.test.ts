import assert from 'node:assert/strict';
import { openNodeWorkspace } from '../../src/cli/nodeWorkspace.ts';
import { applyEdits } from '../../src/core/edits/apply.ts';
import type { Edit } from '../../src/core/edits/edit.ts';
import type { IncidentDocument } from '../../src/core/model/document.ts';
import { rules } from '../../src/core/rules/index.ts';
import { fixturesRoot, readFixtures } from './fixtures.ts';
import { manners } from './manners.ts';
import { fixWith, runRule, testClock } from './ruleRun.ts';

describe('The fixes of', () => {
  for (const rule of rules.filter(({ fixable, kinds }) => fixable && kinds.length > 0)) {
    const workspace = openNodeWorkspace(`${fixturesRoot}/${rule.id}`);
    const fixtures = readFixtures(rule.id).filter(({ fixed, name }) => fixed !== undefined && name.endsWith('.md'));
    it(`${rule.id} mend documents of any manner, and change nothing else`, async () => {
      for (const fixture of fixtures) {
        const now = fixture.now ?? testClock;
        for (const [manner, rewrite] of Object.entries(manners)) {
          const text = rewrite(fixture.text.replaceAll('\r\n', '\n'));
          const source = { path: fixture.path, text };
          const where = `${fixture.name}, ${manner}`;
          const { document, findings } = await runRule(rule, source, workspace, now);
          for (const { fix } of findings) {
            if (!fix || fix.edits.length === 0) continue;
            assertSparing(text, fix.edits, `${where}: ${fix.title}`);
            const after = await runRule(rule, { ...source, text: applyEdits(text, fix.edits) }, workspace, now);
            assert.ok(after.findings.length < findings.length, `${where}: ${fix.title} leaves what it is to mend`);
            assertKept(document, after.document, `${where}: ${fix.title}`);
          }
          const fixed = await fixWith(rule, source, workspace, now);
          assert.equal((await fixWith(rule, { ...source, text: fixed.text }, workspace, now)).text, fixed.text, where);
        }
      }
    });
  }
});

/** Edits replace no line by itself, end lines as the document does, and leave no blanks behind. */
function assertSparing(text: string, edits: readonly Edit[], where: string): void {
  const isWindows = /\r\n/.test(text);
  for (const { span, text: written } of edits) {
    const replaced = text.slice(span.start, span.end);
    assert.notEqual(written, replaced, where);
    if (isWindows) assert.doesNotMatch(written, /(?<!\r)\n/, where);
    else assert.doesNotMatch(written, /\r/, where);
    const [old, fresh] = [replaced, written].map((part) => part.split(/(?<=\n)/));
    if (old && old.length > 1) assert.notEqual(old[0], fresh?.[0], `${where}: the first line is written again`);
  }
  const blanks = /[ \t]\r?\n/;
  if (!blanks.test(text)) assert.doesNotMatch(applyEdits(text, edits), blanks, `${where}: blanks at a line's end`);
}

/** What the document held it still holds. */
function assertKept(before: IncidentDocument | undefined, after: IncidentDocument | undefined, where: string): void {
  assert.equal(after?.kind, before?.kind, where);
  const now = counts(after);
  assert.ok(
    counts(before).every((count, index) => count <= (now[index] ?? 0)),
    `${where}: something is gone`,
  );
}

function counts(document: IncidentDocument | undefined): readonly number[] {
  return [
    document?.timeline?.entries.length ?? 0,
    document?.actionItems.length ?? 0,
    document?.steps.length ?? 0,
    document?.links.length ?? 0,
    document?.outline.allSections.length ?? 0,
  ];
}
