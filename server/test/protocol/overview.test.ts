import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { workspaceOverviewRequest, type WorkspaceOverview } from '../../src/protocol/overview.ts';
import { inFolder } from '../cli/program.ts';
import { startClient } from './client.ts';

function incident(title: string, lines: readonly string[], links = ''): string {
  return `# Incident: ${title}

**Severity:** SEV-2
${lines.join('\n')}

## Timeline (UTC)

- **14:00** - Impact started
- **15:00** - Rolled back the release

## Post-Incident Actions

- [ ] Alert on the depth of the ${title} queue, owner: bob
${links}
`;
}

const files = {
  'incidents/2024-01-15-orders.md': incident('Orders', ['**Status:** Resolved', '**Date:** 2024-01-15']),
  'incidents/2024-01-16-search.md': incident('Search', ['**Status:** Resolved', '**Postmortem:** 2024-01-18']),
  'incidents/2024-01-17-login.md': incident('Login', [
    '**Status:** Investigating',
    '**Started:** 2024-01-17 14:00 UTC',
  ]),
  'postmortems/2024-01-15-orders.md': `# Postmortem: Orders

**Date:** 2024-01-15
**Incident:** [Orders](../incidents/2024-01-15-orders.md)

## Action Items

| Action | Owner | Due Date | Status |
|--------|-------|----------|--------|
| Alert on the depth of the Orders queue | @bob | 2024-02-01 | Open |
| Page the right team | alice | 2024-02-01 | Done |
`,
  'README.md': '# Read me\n\n- [ ] Write more, owner: bob, due: 2024-01-01\n',
};

describe('the overview of a workspace', () => {
  it('lists incidents by how far they are, with their postmortems, and what is left to do', () =>
    inFolder(files, async (folder) => {
      const client = await startClient({ folder });
      const uri = (path: string): string => pathToFileURL(`${folder}/${path}`).href;
      const { incidents, actions, owners } = await client.request<WorkspaceOverview>(workspaceOverviewRequest, null);
      assert.deepEqual(
        incidents.map(({ uri: at, state, reviewBy, isReviewLate, postmortem }) => [
          at,
          state,
          reviewBy,
          isReviewLate,
          postmortem,
        ]),
        [
          [uri('incidents/2024-01-17-login.md'), 'live', undefined, undefined, undefined],
          [uri('incidents/2024-01-16-search.md'), 'awaiting', '2024-01-18', true, undefined],
          [
            uri('incidents/2024-01-15-orders.md'),
            'resolved',
            undefined,
            undefined,
            uri('postmortems/2024-01-15-orders.md'),
          ],
        ],
      );
      assert.equal(incidents[0]?.startedAt, '2024-01-17T14:00:00.000Z');
      assert.deepEqual(
        actions.map(({ text, urgency, due, document }) => [text, urgency, due, document]),
        [
          ['Alert on the depth of the Orders queue', 'overdue', '2024-02-01', 'Orders'],
          ['Alert on the depth of the Search queue, owner: bob', 'undated', undefined, 'Search'],
          ['Alert on the depth of the Login queue, owner: bob', 'undated', undefined, 'Login'],
        ],
      );
      assert.deepEqual(owners, [{ owner: '@bob', open: 3, overdue: 1 }]);
      await client.stop();
    }));

  it('has in it what has been typed and not saved', () =>
    inFolder(files, async (folder) => {
      const client = await startClient({ folder });
      const uri = pathToFileURL(`${folder}/incidents/2024-01-17-login.md`).href;
      await client.open(uri, files['incidents/2024-01-17-login.md'].replace('Investigating', 'Resolved'));
      const { incidents } = await client.request<WorkspaceOverview>(workspaceOverviewRequest, null);
      assert.ok(incidents.every(({ state }) => state !== 'live'));
      await client.stop();
    }));
});
