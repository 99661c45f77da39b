import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import { defaultSeverities } from '../../src/core/configuration/severities.ts';
import { analyze } from '../../src/core/lint.ts';
import { incidentOverview } from '../../src/core/model/incident/overview.ts';
import { settingsOfNobody } from '../../src/core/teamSettings.ts';
import { draftUpdate, type Audience, type UpdateDraft } from '../../src/core/updates/draft.ts';
import { openNodeWorkspace } from '../../src/cli/nodeWorkspace.ts';

const settings = settingsOfNobody();
const at = Date.parse('2024-01-15T15:05:00Z');

const incident = `# Incident: API errors

**Severity:** SEV-1
**Status:** Identified
**Started:** 2024-01-15 14:23 UTC
**Services Affected:** API, Web App

## Stakeholders

- **Incident Commander:** Amina
- **External Customers Affected:** 45,000 (30% of active users)

## Timeline (UTC)

- **14:23** - First alerts for increased error rates

## Summary

Requests <fail> & time out.
`;

async function draft(text: string, audience: Audience, message = 'We are adding servers.'): Promise<UpdateDraft> {
  const workspace = openNodeWorkspace('/w');
  const { document } = await analyze({ path: '/w/incidents/a.md', text }, { ...settings, workspace, now: at });
  assert.ok(document);
  const overview = incidentOverview(document, defaultSeverities, at);
  return draftUpdate(overview, audience, { message, at }, defaultConfiguration);
}

describe('A status update', () => {
  it('for the channel has all that S1 asks for, in the mark-up of Slack and plainly', async () => {
    const { text, plain, nextUpdateAt } = await draft(incident, 'channel');
    assert.equal(
      text,
      `:rotating_light: *SEV-1: API errors* - Identified
We are adding servers.
*Started:* 14:23 UTC, 42 minutes ago
*Affected users:* 45,000 (30% of active users)
*Services:* API, Web App
*Next update:* 15:35 UTC`,
    );
    assert.ok(plain.startsWith('SEV-1: API errors - Identified\nWe are adding servers.\nStarted: 14:23 UTC'));
    assert.equal(nextUpdateAt, Date.parse('2024-01-15T15:35:00Z'));
  });

  it('for the executives is the e-mail of S1', async () => {
    const { text, subject } = await draft(incident, 'executives');
    assert.equal(subject, 'SEV-1 Update: API errors');
    assert.equal(
      text,
      `Incident: API errors
Severity: SEV-1 (Critical)
Status: Identified
Started: 14:23 UTC
Duration: 42 minutes

Current status:
We are adding servers.

Impact:
- Affected users: 45,000 (30% of active users)
- Services affected: API, Web App

Next update: 15:35 UTC`,
    );
  });

  it('for the status page tells customers what concerns them and no more', async () => {
    const { text, subject } = await draft(incident, 'statusPage');
    assert.equal(subject, 'API errors');
    assert.equal(
      text,
      'Identified - We are adding servers.\n\nAffected: API, Web App.\n\nWe will post the next update by 15:35 UTC.',
    );
  });

  it('says the day of what happened on another', async () => {
    const { text } = await draft(incident.replaceAll('2024-01-15 14:23', '2024-01-14 23:05'), 'executives');
    assert.match(text, /^Started: 2024-01-14 23:05 UTC\nDuration: 16 hours$/m);
  });

  it('promises nothing once the incident is resolved, and says how long it lasted', async () => {
    const over = incident
      .replace('Identified', 'Resolved')
      .replace('\n\n## Summary', '\n- **16:58** - Resolved: full recovery confirmed\n\n## Summary');
    const { text, nextUpdateAt } = await draft(over, 'channel', 'All is well again.');
    assert.equal(nextUpdateAt, undefined);
    assert.match(
      text,
      /^:white_check_mark: \*SEV-1: API errors\* - Resolved\nAll is well again\.\n\*Started:\* 14:23 UTC, lasted 2 hours 35 minutes\n/,
    );
    assert.doesNotMatch(text, /Next update/);
  });

  it('can call nobody in the channel by what stands in the document', async () => {
    const { text, plain } = await draft(incident, 'channel', '<!channel> a & b');
    assert.match(text, /&lt;!channel&gt; a &amp; b/);
    assert.match(plain, /<!channel> a & b/);
  });

  it('takes its cadence from the severity', async () => {
    const due = await Promise.all(
      ['SEV-2', 'SEV-3', 'SEV-4'].map(
        async (name) => (await draft(incident.replace('SEV-1', name), 'channel')).nextUpdateAt,
      ),
    );
    assert.deepEqual(
      due,
      [60, 240, 1440].map((minutes) => at + minutes * 60_000),
    );
  });
});
