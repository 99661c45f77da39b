import assert from 'node:assert/strict';
import { measuresIn } from '../../src/core/alerts/measures.ts';
import { readAlert } from '../../src/core/alerts/read.ts';
import { suggestSeverity } from '../../src/core/alerts/suggestion.ts';
import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import { alertmanager, opsgenie } from './payloads.ts';

/** What an alert gives that is called so and says so. */
function suggested(severity: string | undefined, summary: string, description?: string) {
  const { severity: _, ...labels } = alertmanager.commonLabels;
  const { severity: __, ...own } = alertmanager.alerts[0]?.labels ?? { severity: '' };
  const alert = readAlert(
    JSON.stringify({
      ...alertmanager,
      commonLabels: { ...labels, ...(severity === undefined ? {} : { severity }) },
      commonAnnotations: { summary, ...(description === undefined ? {} : { description }) },
      alerts: [{ ...alertmanager.alerts[0], labels: own }],
    }),
  );
  assert.ok(alert);
  return suggestSeverity(alert, defaultConfiguration);
}

describe('The severity that an alert gives', () => {
  const cases: readonly (readonly [
    severity: string | undefined,
    summary: string,
    expected: string | undefined,
    reasons: readonly string[],
  ])[] = [
    ['critical', 'Checkout is slow', 'SEV-1', ['Alertmanager calls it critical']],
    [undefined, 'Checkout is slow', undefined, []],
    ['warning', 'Error rate is 7.2 % (threshold 5 %)', 'SEV-2', ['7.2 % of the requests fail, over 5 %']],
    [
      'high',
      'p99 latency is 6.5s',
      'SEV-2',
      ['Alertmanager calls it high', 'The p99 latency is 6,500 ms, over 5,000 ms'],
    ],
    [undefined, 'Traffic at 40% of the expected', 'SEV-1', ['The traffic is 40 % of the expected, under 50 %']],
    [undefined, 'Login fails for 30 % of users', 'SEV-3', ['30 % of the users are affected']],
    [undefined, 'Login fails for 60% of all active users', 'SEV-2', ['60 % of the users are affected']],
    ['info', 'Possible data corruption in orders', 'SEV-1', ['Data loss or corruption']],
    [undefined, 'Security breach of the build', 'SEV-1', ['Security breach']],
    ['warning', 'Replica lags, no data loss', 'SEV-3', ['Alertmanager calls it warning']],
    [undefined, 'Error rate is 0.4 %', undefined, []],
  ];
  for (const [severity, summary, expected, reasons] of cases) {
    it(`of "${summary}", called ${severity ?? 'nothing'}, is ${expected ?? 'for a person to judge'}`, () => {
      const found = suggested(severity, summary);
      assert.equal(found?.severity, expected);
      assert.deepEqual(found?.reasons ?? [], reasons);
    });
  }

  it('goes by what the alert says below its title, too', () => {
    assert.equal(suggested('warning', 'Checkout', 'The error rate has been 12 % for 5 minutes')?.severity, 'SEV-2');
    const alert = readAlert(
      JSON.stringify(opsgenie('Create', { priority: 'P4', description: 'Complete service outage' })),
    );
    assert.ok(alert);
    assert.deepEqual(suggestSeverity(alert, defaultConfiguration), {
      severity: 'SEV-1',
      reasons: ['Complete service outage'],
    });
  });

  it('goes by the team’s own criteria, whatever signs are in them', () => {
    const alert = readAlert(
      JSON.stringify(opsgenie('Create', { message: 'Cranes (all 4) stand still', priority: 'P5' })),
    );
    const [gravest, ...others] = defaultConfiguration.severities;
    assert.ok(alert && gravest);
    const severities = [
      { ...gravest, criteria: ['Cranes (all 4) stand still', 'More than 50 % of $10K [a] lost'] },
      ...others,
    ];
    assert.equal(suggestSeverity(alert, { ...defaultConfiguration, severities })?.severity, 'SEV-1');
  });
});

describe('The figures in an alert’s words', () => {
  const cases: readonly (readonly [words: string, figures: object])[] = [
    ['nothing is known', {}],
    ['Error rate above 5% on 3 nodes', { errorRate: 0.05 }],
    ['8% of requests fail', { errorRate: 0.08 }],
    ['99th percentile: 5200 ms', { latencyP99Ms: 5200 }],
    ['traffic dropped by 75 %', { trafficRatio: 0.25 }],
    ['25% of customers see errors; p99 is 2 seconds', { users: 25, latencyP99Ms: 2000 }],
    ['error budget: 30 % left', {}],
  ];
  for (const [words, figures] of cases) {
    it(`are found: ${words}`, () => assert.deepEqual(measuresIn(words), figures));
  }
});
