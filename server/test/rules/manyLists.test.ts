import assert from 'node:assert/strict';
import { openNodeWorkspace } from '../../src/cli/nodeWorkspace.ts';
import { applyEdits } from '../../src/core/edits/apply.ts';
import { analyze } from '../../src/core/lint.ts';
import { testEnvironment } from './ruleRun.ts';

describe('timeline-order in a timeline of many lists', () => {
  it('sorts all of them by one fix', async () => {
    const environment = testEnvironment(openNodeWorkspace('/work'));
    const hours = Array.from({ length: 12 }, (_, index) => index + 10);
    const text = `# Postmortem: X\n\n**Date:** 2024-01-15\n\n## Timeline (UTC)\n\n${hours.map(entryAt).join('')}`;
    const misplaced = async (words: string) =>
      (await analyze({ path: '/work/postmortems/x.md', text: words }, environment)).diagnostics.filter(
        ({ rule }) => rule === 'timeline-order',
      );
    const found = await misplaced(text);
    assert.equal(found.length, hours.length);
    assert.deepEqual(await misplaced(applyEdits(text, found[0]?.fix?.edits ?? [])), []);
  });
});

/** An entry with two nested ones that have changed places. */
function entryAt(hour: number): string {
  return `- ${hour}:00 - a\n  - ${hour}:20 - c\n  - ${hour}:10 - b\n`;
}
