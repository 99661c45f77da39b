import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import { incidentOverview } from '../../src/core/model/incident/overview.ts';
import { draftUpdate, type Audience } from '../../src/core/updates/draft.ts';
import { begun, onThatDay, read } from './process.ts';

async function update(severity: string, audience: Audience, clock = '15:05') {
  const at = onThatDay(clock);
  const text = begun({ severity, startedAt: onThatDay('14:23') })
    .replace('[Who, and how many]', '45,000 (30% of active users)')
    .replace('## Summary\n', '## Summary\n\nRequests wait for connections.\n');
  const { document } = await read(text, at);
  const overview = incidentOverview(document, defaultConfiguration.severities, at);
  return draftUpdate(overview, audience, { message: 'We enlarge the pool.', at }, defaultConfiguration);
}

/** What is said of an incident so many minutes after it was declared. */
async function rulesLater(severity: string, minutes: number): Promise<readonly string[]> {
  const { diagnostics } = await read(begun({ severity }), onThatDay('14:28') + minutes * 60_000);
  return diagnostics.map(({ rule }) => rule);
}

describe('S1 status updates', () => {
  it('say incident, severity, status, start, duration, what is happening, users, services and the next update', async () => {
    const { text, subject } = await update('SEV-1', 'executives');
    assert.equal(subject, 'SEV-1 Update: Connections are exhausted');
    // 14:23 to 15:05 is 42 minutes, and half an hour behind 15:05 is 15:35.
    for (const said of [
      'Incident: Connections are exhausted',
      'Severity: SEV-1 (Critical)',
      'Status: Investigating',
      'Started: 14:23 UTC',
      'Duration: 42 minutes',
      'Current status:\nWe enlarge the pool.',
      '- Affected users: 45,000 (30% of active users)',
      '- Services affected: API, Web App, Mobile App',
      'Next update: 15:35 UTC',
    ])
      assert.ok(text.includes(said), `"${said}" is not in:\n${text}`);
  });

  it('say all of it to the channel too', async () => {
    const { plain } = await update('SEV-2', 'channel');
    for (const said of [
      'SEV-2',
      'Connections are exhausted',
      'Investigating',
      '14:23 UTC, 42 minutes',
      'We enlarge the pool.',
      '45,000',
      'API, Web App, Mobile App',
      '16:05 UTC',
    ])
      assert.ok(plain.includes(said), `"${said}" is not in:\n${plain}`);
  });

  for (const [severity, minutes] of [
    ['SEV-1', 30],
    ['SEV-2', 60],
    ['SEV-3', 240],
    ['SEV-4', 1440],
  ] as const) {
    it(`come every ${minutes} minutes at ${severity}, and a new document promises the first`, async () => {
      assert.equal((await update(severity, 'channel')).nextUpdateAt, onThatDay('15:05') + minutes * 60_000);
      const due = new Date(onThatDay('14:28') + minutes * 60_000).toISOString();
      assert.ok(begun({ severity }).includes(`**Next Update:** ${due.slice(0, 10)} ${due.slice(11, 16)} UTC\n`));
    });

    it(`are overdue one after that at ${severity}`, async () => {
      assert.ok(!(await rulesLater(severity, minutes)).includes('update-overdue'));
      assert.ok((await rulesLater(severity, minutes + 2)).includes('update-overdue'));
    });
  }

  it('go to the channel at SEV-1 and SEV-2, and to the executives at SEV-1 alone', () => {
    assert.deepEqual(
      defaultConfiguration.severities.map(({ name, notify }) => [name, notify]),
      [
        ['SEV-1', ['statusPage', 'channel', 'executives']],
        ['SEV-2', ['statusPage', 'channel']],
        ['SEV-3', ['statusPage']],
        ['SEV-4', ['statusPage']],
      ],
    );
    assert.equal(defaultConfiguration.communication.channel, '#incidents');
  });
});
