import assert from 'node:assert/strict';
import { join } from 'node:path';
import { openNodeWorkspace } from '../../src/cli/nodeWorkspace.ts';
import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import { applyEdits, compatibleEdits } from '../../src/core/edits/apply.ts';
import { newIncident } from '../../src/core/edits/newIncident.ts';
import { analyze } from '../../src/core/lint.ts';
import { builtInTemplates } from '../../src/core/schema/presets.ts';
import { testClock, testEnvironment } from './ruleRun.ts';

const folder = join(process.cwd(), 'server/test/fixtures/seeds');
const minuteMs = 60_000;

/** The document of an incident of a severity that begins at the tests' clock. */
function begun(severity: string): { readonly path: string; readonly text: string } {
  const template = builtInTemplates().find(({ kind, name }) => kind === 'incident' && name === 'default');
  assert.ok(template);
  const { text, fileName } = newIncident(
    {
      title: 'Checkout is down',
      severity,
      services: ['Checkout'],
      commander: '@alice',
      trigger: 'Automated alert',
      at: testClock,
    },
    template,
    defaultConfiguration.severities,
  );
  return { path: join(folder, 'incidents', fileName), text };
}

/** What is said of it at warning and above, so many minutes after it has begun. */
async function graveAfter(minutes: number, { path, text }: ReturnType<typeof begun>) {
  const environment = testEnvironment(openNodeWorkspace(folder), testClock + minutes * minuteMs);
  const { document, diagnostics } = await analyze({ path, text }, environment);
  assert.equal(document?.kind, 'incident');
  return diagnostics.filter(({ level }) => level === 'error' || level === 'warning');
}

/** The names of the rules that say so. */
async function rulesAfter(minutes: number, severity: string): Promise<string[]> {
  return (await graveAfter(minutes, begun(severity))).map(({ rule }) => rule);
}

describe('An incident that has just begun', () => {
  for (const [severity, expected] of [
    ['SEV-1', ['role-missing', 'role-missing', 'objective-missing']],
    ['SEV-3', ['objective-missing']],
  ] as const) {
    it(`of ${severity} asks for nothing but what a person must still fill in`, async () => {
      assert.deepEqual(await rulesAfter(1, severity), expected);
    });

    it(`of ${severity} has no error and no warning once that is corrected`, async () => {
      const document = begun(severity);
      const edits = compatibleEdits((await graveAfter(1, document)).flatMap(({ fix }) => (fix ? [fix] : [])));
      const filled = { ...document, text: applyEdits(document.text, edits) };
      assert.deepEqual(await graveAfter(1, filled), []);
    });
  }

  it('is overdue for an update when the cadence of its severity has passed', async () => {
    assert.ok(!(await rulesAfter(24 * 60, 'SEV-4')).includes('update-overdue'));
    assert.ok((await rulesAfter(24 * 60 + 2, 'SEV-4')).includes('update-overdue'));
  });
});
