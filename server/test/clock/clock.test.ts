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
    name: 'how many minutes have passed',
    ask: (clock) => clock.minutesSince(at('2024-03-10T11:00:30Z')),
    same: ['2024-03-10T11:59:30Z', '2024-03-10T12:00:29.999Z'],
    different: ['2024-03-10T11:59:29.999Z', '2024-03-10T12:00:30Z'],
  },
  {
    name: 'the minute',
    ask: (clock) => clock.minute(),
    same: ['2024-03-10T12:00Z', '2024-03-10T12:00:59.999Z'],
    different: ['2024-03-10T11:59:59.999Z', '2024-03-10T12:01Z'],
  },
  {
    name: 'the day in a zone, here that on which the clocks go forward',
    ask: (clock) => JSON.stringify(clock.dayIn('America/New_York')),
    same: ['2024-03-10T05:00Z', '2024-03-11T03:59:59.999Z'],
    different: ['2024-03-10T04:59:59.999Z', '2024-03-11T04:00Z'],
  },
  {
    name: 'the day in a zone of fixed offset',
    ask: (clock) => JSON.stringify(clock.dayIn('+05:30')),
    same: ['2024-03-09T18:30Z', '2024-03-10T18:29:59.999Z'],
    different: ['2024-03-09T18:29:59.999Z', '2024-03-10T18:30Z'],
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

const live = (nextUpdate: string): string => `# Incident: Checkout is slow

**Severity:** SEV-1
**Status:** Investigating
${nextUpdate}
## Timeline (UTC)

- 11:00 Alert fired
- 11:05 Team paged
`;

describe('An analysis', () => {
  const workspace = {
    root: '/w',
    exists: async () => true,
    read: async () => undefined,
    markdownFiles: async () => [],
  };
  const lint = (path: string, text: string, iso: string) =>
    analyze({ path, text }, testEnvironment(workspace, at(iso)));
  const documents: readonly {
    readonly name: string;
    readonly path: string;
    readonly text: string;
    readonly moments: readonly string[];
  }[] = [
    {
      name: 'an overdue action',
      path: '/w/postmortems/disk.md',
      text: overdue,
      moments: [
        '2024-03-05T23:59Z',
        '2024-03-06T00:00Z',
        '2024-03-06T12:00Z',
        '2024-03-07T00:00Z',
        '2024-04-06T00:00Z',
      ],
    },
    {
      name: 'a promised update',
      path: '/w/incidents/checkout.md',
      text: live('**Next Update:** 2024-03-05 11:30 UTC'),
      moments: [
        '2024-03-05T10:00:00Z',
        '2024-03-05T10:00:59Z',
        '2024-03-05T11:10Z',
        '2024-03-05T11:30Z',
        '2024-03-05T11:31Z',
        '2024-03-05T11:31:30Z',
        '2024-03-06T11:10Z',
      ],
    },
  ];
  for (const { name, path, text, moments } of documents) {
    it(`holds at the times at which it would say the same: ${name}`, async () => {
      for (const one of moments) {
        const { holds, diagnostics } = await lint(path, text, one);
        assert.ok(isWithin(holds, at(one)), one);
        for (const other of moments) {
          const elsewhen = await lint(path, text, other);
          if (isWithin(holds, at(other))) assert.deepEqual(elsewhen.diagnostics, diagnostics, `${one} and ${other}`);
          else assert.notDeepEqual(elsewhen.diagnostics, diagnostics, `${one} and ${other}`);
        }
      }
    });
  }

  it('of a live incident holds until the update is overdue', async () => {
    const text = live('**Next Update:** 2024-03-05 11:30 UTC');
    const { holds } = await lint('/w/incidents/checkout.md', text, '2024-03-05T11:10Z');
    assert.equal(new Date(holds.until).toISOString(), '2024-03-05T11:31:00.000Z');
  });
});
