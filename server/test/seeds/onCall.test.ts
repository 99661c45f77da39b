import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import { readConfiguration } from '../../src/core/configuration/read.ts';
import { onCallChecklist } from '../../src/core/onCall/checklist.ts';
import { whoIsOnCall } from '../../src/core/onCall/teams.ts';

const { configuration } = readConfiguration(
  `timezone: Europe/Berlin
onCall:
  rotations:
    - team: Platform Engineering
      starts: 2024-01-01
      schedule:
        - { primary: alice@example.com, secondary: bob@example.com }
        - { primary: bob@example.com, secondary: carol@example.com }
        - { primary: carol@example.com, secondary: alice@example.com }
`,
  { rules: [], templates: [] },
);

function onDuty(moment: string): readonly (string | undefined)[] {
  const answer = whoIsOnCall(configuration, undefined, Date.parse(moment));
  if ('reason' in answer) return [answer.reason];
  const { primary, secondary, from } = answer.watch;
  return [primary?.split('@')[0], secondary?.split('@')[0], new Date(from).toISOString().slice(0, 16)];
}

describe('S1 on-call rotation', () => {
  // 2024-01-01 is a Monday. Berlin is an hour ahead of UTC, two from 31 March on.
  const weeks = [
    ['the first week', '2024-01-01T08:00Z', ['alice', 'bob', '2024-01-01T08:00']],
    ['until a minute before nine on Monday', '2024-01-08T07:59Z', ['alice', 'bob', '2024-01-01T08:00']],
    ['the second week', '2024-01-08T08:00Z', ['bob', 'carol', '2024-01-08T08:00']],
    ['the third week', '2024-01-15T14:23Z', ['carol', 'alice', '2024-01-15T08:00']],
    ['the first again', '2024-01-22T08:00Z', ['alice', 'bob', '2024-01-22T08:00']],
    ['the week in which the clocks change', '2024-03-31T12:00Z', ['alice', 'bob', '2024-03-25T08:00']],
    ['nine by the clock of summer', '2024-04-01T07:00Z', ['bob', 'carol', '2024-04-01T07:00']],
  ] as const;
  for (const [name, moment, expected] of weeks)
    it(`is right for ${name}`, () => assert.deepEqual(onDuty(moment), expected));
});

describe('S1 escalation', () => {
  it('goes from the primary to the VP, who have 5, 10, 15 and 20 minutes', () => {
    const answer = whoIsOnCall(configuration, undefined, Date.parse('2024-01-15T14:23Z'));
    assert.ok('escalation' in answer);
    assert.deepEqual(
      answer.escalation.map(({ level, name, person, after }) => [level, name, person, after]),
      [
        [1, 'Primary on-call', 'carol@example.com', 5],
        [2, 'Secondary on-call', 'alice@example.com', 10],
        [3, 'Engineering Manager', undefined, 15],
        [4, 'VP Engineering', undefined, 20],
      ],
    );
  });

  it('expects an acknowledgement within 5 and a response within 15 minutes', () => {
    const { acknowledgeWithin, respondWithin } = defaultConfiguration.onCall;
    assert.deepEqual([acknowledgeWithin, respondWithin], [5, 15]);
  });
});

describe('S1 on-call checklists', () => {
  const phases = {
    'Before your on-call week': [
      'Review recent incidents',
      'Test pager/alerting system',
      'Ensure laptop charged and accessible',
      'Review runbooks and documentation',
      'Check access to all systems',
      'Set up remote access if traveling',
    ],
    'During on-call': [
      'Acknowledge alerts within 5 minutes',
      'Respond to incidents within 15 minutes',
      'Keep laptop nearby 24/7',
      'Stay in cellular coverage',
      'Limit alcohol consumption',
      'Update runbooks with learnings',
    ],
    'After on-call': [
      'Hand off open incidents',
      'Document any new issues discovered',
      'Update runbooks',
      'Provide feedback on alerting',
      'Take time off to recover',
    ],
  };
  const made = onCallChecklist(configuration, undefined, Date.parse('2024-01-15T14:23Z'));
  for (const [title, items] of Object.entries(phases)) {
    it(`list what to do: ${title}`, () => {
      assert.ok('text' in made);
      assert.ok(made.text.includes(`## ${title}\n\n${items.map((item) => `- [ ] ${item}`).join('\n')}\n`), made.text);
    });
  }

  it('say whose week it is', () => {
    assert.ok('text' in made);
    assert.match(made.text, /\*\*Primary:\*\* carol@example\.com/);
  });
});
