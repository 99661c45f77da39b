import assert from 'node:assert/strict';
import { readConfiguration } from '../../src/core/configuration/read.ts';
import type { Configuration } from '../../src/core/configuration/configuration.ts';
import { watchAt } from '../../src/core/onCall/rota.ts';
import { whoIsOnCall } from '../../src/core/onCall/teams.ts';

/** S1's rotation: one week each, handed off on Monday at nine, by the clocks of New York. */
const s1 = configurationOf(`
onCall:
  rotations:
    - team: Platform Engineering
      timezone: America/New_York
      starts: 2026-01-05
      handOff: Monday 09:00
      schedule:
        - { primary: alice@example.com, secondary: bob@example.com }
        - { primary: bob@example.com, secondary: carol@example.com }
        - { primary: carol@example.com, secondary: alice@example.com }
      overrides:
        - { from: 2026-04-14 12:00, until: 2026-04-15 12:00, primary: dave@example.com }
        - { from: 2026-04-14 18:00, until: 2026-04-14 20:00, secondary: erin@example.com }
`);

function configurationOf(text: string): Configuration {
  const { configuration, problems } = readConfiguration(text, { rules: [], templates: [] });
  assert.deepEqual(problems, []);
  return configuration;
}

function onDuty(configuration: Configuration, moment: string): readonly (string | undefined)[] | undefined {
  const [rotation] = configuration.onCall.rotations;
  assert.ok(rotation);
  const watch = watchAt(rotation, configuration.timezone, Date.parse(moment));
  return watch && [watch.primary?.split('@')[0], watch.secondary?.split('@')[0], iso(watch.from), iso(watch.until)];
}

function iso(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16)}Z`;
}

describe('Who is on call', () => {
  const cases: readonly (readonly [name: string, moment: string, expected: ReturnType<typeof onDuty>])[] = [
    ['nobody before the first turn', '2026-01-05T13:59:59Z', undefined],
    [
      'the first from the hand-off on',
      '2026-01-05T14:00:00Z',
      ['alice', 'bob', '2026-01-05T14:00Z', '2026-01-12T14:00Z'],
    ],
    ['the second a week later', '2026-01-12T14:00:00Z', ['bob', 'carol', '2026-01-12T14:00Z', '2026-01-19T14:00Z']],
    ['the third', '2026-01-20T00:00:00Z', ['carol', 'alice', '2026-01-19T14:00Z', '2026-01-26T14:00Z']],
    ['the first again', '2026-01-26T14:00:00Z', ['alice', 'bob', '2026-01-26T14:00Z', '2026-02-02T14:00Z']],
    // The clocks go forward on 8 March: the hand-off stays at nine, so that week has 167 hours.
    [
      'a week with a change of the clocks',
      '2026-03-05T00:00:00Z',
      ['carol', 'alice', '2026-03-02T14:00Z', '2026-03-09T13:00Z'],
    ],
    ['nine in summer', '2026-03-09T13:00:00Z', ['alice', 'bob', '2026-03-09T13:00Z', '2026-03-16T13:00Z']],
    [
      'one second before nine in summer',
      '2026-03-09T12:59:59Z',
      ['carol', 'alice', '2026-03-02T14:00Z', '2026-03-09T13:00Z'],
    ],
    ['until the override begins', '2026-04-14T15:59:00Z', ['carol', 'alice', '2026-04-13T13:00Z', '2026-04-14T16:00Z']],
    ['whoever takes over', '2026-04-14T16:00:00Z', ['dave', 'alice', '2026-04-14T16:00Z', '2026-04-14T22:00Z']],
    ['two overrides at once', '2026-04-14T23:00:00Z', ['dave', 'erin', '2026-04-14T22:00Z', '2026-04-15T00:00Z']],
    [
      'the rotation again after the override',
      '2026-04-15T16:00:00Z',
      ['carol', 'alice', '2026-04-15T16:00Z', '2026-04-20T13:00Z'],
    ],
    // 95 weeks after the first: two into the cycle.
    ['years later', '2027-11-01T13:00:00Z', ['carol', 'alice', '2027-11-01T13:00Z', '2027-11-08T14:00Z']],
  ];
  for (const [name, moment, expected] of cases) {
    it(`is ${name}`, () => assert.deepEqual(onDuty(s1, moment), expected));
  }

  it('begins with a short turn where the first day is in the middle of a week', () => {
    const configuration = configurationOf(`
timezone: Europe/Berlin
onCall: { rotations: [{ team: A, starts: 2026-01-07, schedule: [{ primary: a }, { primary: b }] }] }`);
    assert.equal(onDuty(configuration, '2026-01-07T07:59:00Z'), undefined);
    assert.deepEqual(onDuty(configuration, '2026-01-07T08:00:00Z'), [
      'a',
      undefined,
      '2026-01-07T08:00Z',
      '2026-01-12T08:00Z',
    ]);
  });

  it('changes daily where turns last a day', () => {
    const configuration = configurationOf(`
onCall: { rotations: [{ team: A, every: 1 day, starts: 2026-01-07, schedule: [{ primary: a }, { primary: b }] }] }`);
    assert.deepEqual(onDuty(configuration, '2026-01-08T09:00:00Z'), [
      'b',
      undefined,
      '2026-01-08T09:00Z',
      '2026-01-09T09:00Z',
    ]);
    assert.deepEqual(onDuty(configuration, '2026-01-09T10:00:00Z'), [
      'a',
      undefined,
      '2026-01-09T09:00Z',
      '2026-01-10T09:00Z',
    ]);
  });

  it('is the same person always where there is but one', () => {
    const configuration = configurationOf(`onCall: { rotations: [{ team: A, schedule: [{ primary: a }] }] }`);
    assert.deepEqual(onDuty(configuration, '2020-06-03T00:00:00Z'), [
      'a',
      undefined,
      '2020-06-01T09:00Z',
      '2020-06-08T09:00Z',
    ]);
  });

  it('has each moment in exactly one turn, over two years of changing clocks', () => {
    const [rotation] = s1.onCall.rotations;
    assert.ok(rotation);
    let at = Date.parse('2026-01-05T14:00:00Z');
    while (at < Date.parse('2028-01-05T00:00:00Z')) {
      const watch = watchAt(rotation, 'UTC', at);
      assert.ok(watch && watch.from === at && watch.until > at, iso(at));
      assert.equal(watchAt(rotation, 'UTC', watch.until - 1)?.from, at);
      at = watch.until;
    }
  });
});

describe('Asking who is on call', () => {
  const at = Date.parse('2026-01-06T00:00:00Z');

  it('names each level of the escalation, and its time', () => {
    const answer = whoIsOnCall(s1, 'platform engineering', at);
    assert.ok('escalation' in answer);
    assert.deepEqual(
      answer.escalation.map(({ level, name, person, after }) => [level, name, person, after]),
      [
        [1, 'Primary on-call', 'alice@example.com', 5],
        [2, 'Secondary on-call', 'bob@example.com', 10],
        [3, 'Engineering Manager', undefined, 15],
        [4, 'VP Engineering', undefined, 20],
      ],
    );
  });

  const refusals: readonly (readonly [
    name: string,
    configuration: Configuration,
    team: string | undefined,
    reason: RegExp,
  ])[] = [
    ['no rotation at all', configurationOf(''), undefined, /onCall: rotations:.*config\.yaml/],
    ['a team that is misspelt', s1, 'Platfrom Engineering', /did you mean Platform Engineering\?$/],
    ['a team that is none', s1, 'Kitchen', /the teams are Platform Engineering\.$/],
  ];
  for (const [name, configuration, team, reason] of refusals) {
    it(`says why for ${name}`, () => {
      const answer = whoIsOnCall(configuration, team, at);
      assert.ok('reason' in answer);
      assert.match(answer.reason, reason);
    });
  }

  it('says since when, for a time before the first turn', () => {
    const answer = whoIsOnCall(s1, undefined, Date.parse('2025-12-31T00:00:00Z'));
    assert.ok('reason' in answer);
    assert.equal(
      answer.reason,
      'Nobody is on call for Platform Engineering then: its first turn begins on 2026-01-05.',
    );
  });
});
