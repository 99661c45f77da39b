import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import { judge, questions, type Answers } from '../../src/core/triage/triage.ts';

function groundsOf(answers: Answers): readonly string[] {
  const verdict = judge(defaultConfiguration, answers);
  return 'grounds' in verdict ? verdict.grounds : [];
}

describe('Triage', () => {
  const cases: readonly (readonly [name: string, answers: Answers, incident: boolean, severity: string | undefined])[] =
    [
      ['nothing', {}, false, undefined],
      ['only noes', { objectiveBreached: false, dataIssue: false, users: 0 }, false, undefined],
      ['data, always and gravely (S2)', { dataIssue: true }, true, 'SEV-1'],
      ['what a customer sees, always (S2)', { customerVisible: true }, true, 'SEV-3'],
      ['a breached objective (S2)', { objectiveBreached: true }, true, 'SEV-3'],
      ['30 % of users alone (S1)', { users: 30 }, true, 'SEV-3'],
      ['50 % of users, which is not over 50 %', { users: 50 }, true, 'SEV-3'],
      ['over half of the users', { users: 50.1 }, true, 'SEV-2'],
      ['30 % of users and $5.8K an hour (S1)', { users: 30, revenuePerHour: 15_000 / (155 / 60) }, true, 'SEV-2'],
      ['$1K an hour', { revenuePerHour: 1000 }, true, 'SEV-2'],
      ['$10K an hour, which is not over $10K', { revenuePerHour: 10_000 }, true, 'SEV-2'],
      ['more than $10K an hour', { revenuePerHour: 10_001 }, true, 'SEV-1'],
      ['errors over 5 % (S1)', { errorRate: 0.051 }, true, 'SEV-2'],
      ['errors of 5 %', { errorRate: 0.05 }, false, undefined],
      ['a p99 over 5 s (S1)', { latencyP99Ms: 5001 }, true, 'SEV-2'],
      ['traffic under half (S1)', { trafficRatio: 0.49 }, true, 'SEV-1'],
      ['traffic and errors: the gravest', { trafficRatio: 0.1, errorRate: 0.5 }, true, 'SEV-1'],
    ];
  for (const [name, answers, incident, severity] of cases) {
    it(`judges ${name}`, () => {
      const verdict = judge(defaultConfiguration, answers);
      assert.ok(!('reason' in verdict));
      assert.deepEqual([verdict.incident, verdict.severity], [incident, severity]);
      assert.ok(verdict.reasons.length > 0);
    });
  }

  it('names the incident as S1 does where measurements begin it', () => {
    const titles = [{ errorRate: 0.06 }, { latencyP99Ms: 6000 }, { trafficRatio: 0.4 }].map((answers) => {
      const verdict = judge(defaultConfiguration, answers);
      return 'title' in verdict ? verdict.title : undefined;
    });
    assert.deepEqual(titles, ['High Error Rate Detected', 'High Latency Detected', 'Significant Traffic Drop']);
  });

  it('gives a reason for each answer that counted', () => {
    const verdict = judge(defaultConfiguration, { customerVisible: true, users: 30, majorChange: false });
    assert.ok('reasons' in verdict);
    assert.deepEqual(verdict.reasons, [
      'Can a customer outside the company see the effects? Yes: always an incident.',
      '30 % of the users are affected: SEV-3.',
    ]);
  });

  it('says what of it gave the severity, for the document', () => {
    assert.deepEqual(groundsOf({ users: 30, revenuePerHour: 5800 }), ['An hour costs 5,800 of revenue']);
    assert.deepEqual(groundsOf({ dataIssue: true }), [
      'Is data lost, corrupt, or seen by somebody who must not see it? Yes',
    ]);
    assert.deepEqual(groundsOf({}), []);
  });

  it('asks with the time that the team has settled', () => {
    assert.ok(questions(defaultConfiguration).some(({ question }) => question.includes('longer than 30 minutes')));
  });

  const wrong: readonly (readonly [string, Answers, RegExp])[] = [
    ['a question that is none', { nope: true }, /^There is no question "nope"; the questions are objectiveBreached, /],
    ['a number for a yes or no', { dataIssue: 1 }, /"dataIssue" must be true or false\.$/],
    ['a yes for a figure', { users: true }, /"users" must be a number\.$/],
    ['less than nothing', { users: -1 }, /number of 0 or more\.$/],
  ];
  for (const [name, answers, reason] of wrong) {
    it(`refuses ${name}`, () => {
      const verdict = judge(defaultConfiguration, answers);
      assert.ok('reason' in verdict);
      assert.match(verdict.reason, reason);
    });
  }
});
