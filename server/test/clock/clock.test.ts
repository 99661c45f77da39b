import assert from 'node:assert/strict';
import { always, clockAt, isWithin, type Clock } from '../../src/core/clock.ts';
import { analyze } from '../../src/core/lint.ts';
import { testEnvironment } from '../rules/ruleRun.ts';

const now = Date.parse('2024-03-10T12:00:00Z');
const at = (iso: string): number => Date.parse(iso);

const questions: readonly {
  readonly name: string;
  readonly ask: (clock: Clock) => unknown;
  readonly same: readonly string[];
  readonly different: readonly string[];
}[] = [
  {
    name: 'whether a moment has come that has',
    ask: (clock) => clock.hasCome(at('2024-03-10T11:00Z')),
    same: ['2024-03-10T11:00Z', '2031-01-01T00:00Z'],
    different: ['2024-03-10T10:59:59.999Z'],
  },
  {
    name: 'whether a moment has come that has not',
    ask: (clock) => clock.hasCome(at('2024-03-10T13:00Z')),
    same: ['1999-01-01T00:00Z', '2024-03-10T12:59:59.999Z'],
    different: ['2024-03-10T13:00Z'],
  },
  {
    name: 'the day',
    ask: (clock) => clock.today(),
    same: ['2024-03-10T00:00Z', '2024-03-10T23:59:59.999Z'],
    different: ['2024-03-09T23:59:59.999Z', '2024-03-11T00:00Z'],
  },
  {
    name: 'whether a day is over',
    ask: (clock) => clock.isOver('2024-03-10'),
    same: ['2024-03-01T00:00Z', '2024-03-10T23:59:59.999Z'],
    different: ['2024-03-11T00:00Z'],
  },
  {
    name: 'how many days have passed',
    ask: (clock) => clock.daysSince(at('2024-03-08T18:00Z')),
    same: ['2024-03-09T18:00Z', '2024-03-10T17:59:59.999Z'],
    different: ['2024-03-09T17:59:59.999Z', '2024-03-10T18:00Z'],
  },
  {
    name: 'the bare number',
    ask: (clock) => clock.now,
    same: ['2024-03-10T12:00Z'],
    different: ['2024-03-10T11:59:59.999Z', '2024-03-10T12:00:00.001Z'],
  },
];

describe('The clock', () => {
  it('holds always as long as nobody asks', () => assert.deepEqual(clockAt(now).answersHold, always));

  for (const { name, ask, same, different } of questions) {
    it(`knows for how long its answer holds: ${name}`, () => {
      const clock = clockAt(now);
      const answer = ask(clock);
      for (const iso of same) {
        assert.ok(isWithin(clock.answersHold, at(iso)), `${iso} should be within`);
        assert.equal(ask(clockAt(at(iso))), answer, iso);
      }
      for (const iso of different) {
        assert.ok(!isWithin(clock.answersHold, at(iso)), `${iso} should be outside`);
        assert.notEqual(ask(clockAt(at(iso))), answer, iso);
      }
    });
  }

  it('does not know a day that is none', () => {
    const clock = clockAt(now);
    assert.equal(clock.isOver('2024-99-99'), false);
    assert.ok(!isWithin(clock.answersHold, now));
  });
});

const overdue = `# Postmortem: Disk full

## Action Items

| Action | Owner | Due Date | Status |
| --- | --- | --- | --- |
| Add an alert for disk space | Ana | 2024-03-05 | Open |
| Enlarge the disk | Ana | 2024-04-05 | Open |
`;

describe('An analysis', () => {
  const workspace = {
    root: '/w',
    exists: async () => true,
    read: async () => undefined,
    markdownFiles: async () => [],
  };
  const lint = (iso: string) =>
    analyze({ path: '/w/postmortems/disk.md', text: overdue }, testEnvironment(workspace, at(iso)));

  it('holds at the times at which it would say the same', async () => {
    const moments = [
      '2024-03-05T23:59Z',
      '2024-03-06T00:00Z',
      '2024-03-06T12:00Z',
      '2024-03-07T00:00Z',
      '2024-04-06T00:00Z',
    ];
    for (const one of moments) {
      const { holds, diagnostics } = await lint(one);
      assert.ok(isWithin(holds, at(one)), one);
      for (const other of moments) {
        const elsewhen = await lint(other);
        if (isWithin(holds, at(other))) assert.deepEqual(elsewhen.diagnostics, diagnostics, `${one} and ${other}`);
        else assert.notDeepEqual(elsewhen.diagnostics, diagnostics, `${one} and ${other}`);
      }
    }
  });
});
