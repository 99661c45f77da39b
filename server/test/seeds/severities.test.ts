import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import { judge, type Answers } from '../../src/core/triage/triage.ts';
import { read } from './process.ts';

const severityOf = (answers: Answers) => {
  const verdict = judge(defaultConfiguration, answers);
  return 'severity' in verdict ? verdict.severity : verdict.reason;
};

const postmortem = (severity: string, revenue: string): string =>
  `# Postmortem: Pool\n\n**Date:** 2024-01-15\n**Status:** Draft\n**Severity:** ${severity}\n**Duration:** 2 hours 35 minutes\n\n## Impact\n\n- **Users Affected:** 45,000 (30% of active users)\n- **Duration:** 2 hours 35 minutes\n- **Revenue Impact:** ${revenue}\n`;
const found = async (severity: string, revenue: string): Promise<readonly string[]> => {
  const { diagnostics } = await read(postmortem(severity, revenue), undefined, 'postmortems/2024-01-15-pool.md');
  return diagnostics.filter(({ rule }) => rule === 'severity-impact-mismatch').map(({ message }) => message);
};

describe('S1 severities', () => {
  it('have their criteria, each in its words', () => {
    assert.deepEqual(
      defaultConfiguration.severities.map(({ name, criteria }) => [name, criteria]),
      [
        [
          'SEV-1',
          [
            'Complete service outage',
            'Data loss or corruption',
            'Security breach',
            'Revenue impact over $10K per hour',
          ],
        ],
        [
          'SEV-2',
          [
            'Significant feature degradation',
            'More than 50 % of users affected',
            'Performance severely degraded',
            'Revenue impact $1K to $10K per hour',
          ],
        ],
        [
          'SEV-3',
          [
            'Minor feature degradation',
            'Less than 50 % of users affected',
            'Workaround available',
            'Minimal revenue impact',
          ],
        ],
        ['SEV-4', ['Cosmetic issues', 'Minimal user impact', 'No revenue impact']],
      ],
    );
  });

  it('rise to the highest criterion that is met: $15,000 in 155 minutes is $5.8K an hour, and outweighs 30 % of the users', () => {
    const perHour = (15_000 * 60) / 155;
    assert.equal((perHour / 1000).toFixed(1), '5.8');
    assert.equal(severityOf({ users: 30 }), 'SEV-3');
    assert.equal(severityOf({ users: 30, revenuePerHour: perHour }), 'SEV-2');
  });

  it('agree with the impact of S1’s own postmortem', async () => {
    assert.deepEqual(await found('SEV-2', '$15,000 estimated'), []);
  });

  it('are doubted where the impact gives another, with the figure that does', async () => {
    const [said = ''] = await found('SEV-3', '$15,000 estimated');
    assert.match(said, /\$5\.8K per hour/);
    assert.match(said, /SEV-2/);
    assert.equal((await found('SEV-2', '$26,000')).length, 1, '$26,000 in 155 minutes is more than $10K an hour');
    assert.equal((await found('SEV-2', '$25,800')).length, 0, '$25,800 in 155 minutes is not');
  });
});
