import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { openNodeWorkspace } from '../../src/cli/nodeWorkspace.ts';
import { analyze } from '../../src/core/lint.ts';
import { createMemory } from '../../src/core/parse/memory.ts';
import { createRecall } from '../../src/core/text/recall.ts';
import { fixture } from '../protocol/documents.ts';
import { testEnvironment } from '../rules/ruleRun.ts';

const documents: readonly { readonly path: string; readonly text: string }[] = [
  { path: '/work/postmortems/outage.md', text: fixture('protocol/outage.md').text },
  {
    path: '/work/runbooks/queue.md',
    text: '# Runbook: Queue {name}\n\n## Symptoms\n\n- The queue grows\n\n## Resolution Steps\n\n### 1. Look\n\n```bash\nkubectl get pods -n {name}\n```\n\nYou should see pods.\n\n### 2. Delete\n\n```bash\nkubectl delete pod x --password=hunter2\n```\n\n```\nls\n```\n\n## Escalation\n\n- Primary: Queue team\n\n## Escalation\n\nTBD\n',
  },
];
const pieces = [
  'x',
  ' ',
  '\n',
  '\n\n',
  '# ',
  '## Impact\n',
  '```bash\nrm -rf /x\n```\n',
  '- **09:00** - x\n',
  '- Jan 14\n',
  '- 19 x\n',
  '(web 2, api 3)',
  'human error',
  '|',
  '**Date:** ',
  'TODO',
  '[x](y.md)',
  '"',
  '- Total: 3\n',
  'resolved after 5 minutes',
  '{p}',
];
const edit = fc.record({
  from: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.oneof(fc.constant(0), fc.nat(30)),
  text: fc.array(fc.constantFrom(...pieces), { maxLength: 2 }).map((parts) => parts.join('')),
});

describe('a reading with a memory', () => {
  it('says what a reading without one says, after any edits, though documents share what they recall', async function () {
    this.timeout(60_000);
    const environment = testEnvironment(openNodeWorkspace('/work'));
    const recall = createRecall();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...documents),
        fc.array(edit, { minLength: 2, maxLength: 8 }),
        async (document, edits) => {
          const memory = createMemory(recall);
          let { text } = document;
          for (const { from, length, text: inserted } of edits) {
            const start = Math.floor(from * (text.length + 1));
            text = text.slice(0, start) + inserted + text.slice(start + length);
            const source = { path: document.path, text };
            const { diagnostics } = await analyze(source, environment, undefined, memory);
            assert.deepEqual(diagnostics, (await analyze(source, environment)).diagnostics);
          }
          assert.ok(memory.holds());
        },
      ),
      { numRuns: 400, interruptAfterTimeLimit: 10_000, seed: 20240115 },
    );
  });
});
