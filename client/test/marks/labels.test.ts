import assert from 'node:assert/strict';
import type { StepResult } from '../../src/terminal/stepResult.ts';
import { labelOf, spokenState } from '../../src/ui/stepMark.ts';

function ran(state: StepResult['state'], durationMs: number, exitCode?: number): StepResult {
  return {
    state,
    durationMs,
    startedAt: '2024-01-15T14:50:00.000Z',
    command: 'true',
    ...(exitCode === undefined ? {} : { exitCode }),
  };
}

describe('What a mark says', () => {
  const cases: readonly [StepResult, string][] = [
    [ran('succeeded', 3210, 0), '✓ exit 0 · 3.2 s · 14:50Z'],
    [ran('failed', 59_949, 1), '✗ exit 1 · 59.9 s · 14:50Z'],
    [ran('failed', 59_950, 127), '✗ exit 127 · 1 min 0 s · 14:50Z'],
    [ran('unknown', 250_400), '? exit unknown · 4 min 10 s · 14:54Z'],
    [
      { ...ran('failed', 100, 1), reason: 'failed at line 3: `false`' },
      '✗ exit 1 · 0.1 s · 14:50Z · failed at line 3: `false`',
    ],
    [ran('succeeded', 3210), '✓ done · 3.2 s · 14:50Z'],
    [ran('stopped', 7_500_000), '■ stopped · 2 h 5 min · 16:55Z'],
  ];
  for (const [result, label] of cases) it(label, () => assert.equal(labelOf(result), label));
  it('⟳ running', () =>
    assert.equal(labelOf({ state: 'running', startedAt: '2024-01-15T14:50:00.000Z' }), '⟳ running'));

  const spoken: readonly [StepResult, string][] = [
    [ran('succeeded', 3210, 0), 'succeeded'],
    [ran('succeeded', 3210), 'marked done'],
    [ran('failed', 100, 1), 'failed, exit 1'],
    [{ ...ran('failed', 100, 1), reason: 'failed at line 3: `false`' }, 'failed, exit 1, failed at line 3: `false`'],
    [ran('unknown', 100), 'exit unknown'],
  ];
  for (const [result, words] of spoken) it(`says "${words}"`, () => assert.equal(spokenState(result), words));
  it('says "not run"', () => assert.equal(spokenState(undefined), 'not run'));
});
