import assert from 'node:assert/strict';
import { ThemeIcon } from 'vscode';
import type { ListedAction, ListedIncident } from '../../../server/src/protocol/overview.ts';
import { actionItem } from '../../src/views/actionItem.ts';
import { groupItem, incidentItem } from '../../src/views/incidentItems.ts';

const uri = 'file:///work/incidents/orders.md';
const now = Date.parse('2024-01-15T15:12:00Z');

describe('What the views say', () => {
  const incidents: readonly [ListedIncident, string, string, string][] = [
    [
      {
        uri,
        title: 'Orders',
        severity: 'SEV-2',
        status: 'Identified',
        state: 'live',
        startedAt: '2024-01-15T14:00:00Z',
      },
      'SEV-2 · 1 h 12 min · Identified',
      'Live incident Orders, SEV-2 · 1 h 12 min, Identified',
      'incident.live',
    ],
    [
      { uri, title: 'Orders', severity: 'SEV-2', state: 'awaiting', reviewBy: '2024-01-12', isReviewLate: true },
      'SEV-2 · postmortem overdue since 2024-01-12',
      'Incident without a postmortem Orders, SEV-2, postmortem overdue since 2024-01-12',
      'incident.awaiting',
    ],
    [
      { uri, title: 'Orders', state: 'resolved', startedAt: '2024-01-10T14:00:00Z', postmortem: uri },
      '2024-01-10 · postmortem',
      'Resolved incident Orders, 2024-01-10, postmortem',
      'incident.resolved.reviewed',
    ],
  ];
  for (const [incident, description, spoken, context] of incidents) {
    it(spoken, () => {
      const item = incidentItem(incident, now);
      assert.equal(item.description, description);
      assert.equal(item.accessibilityInformation?.label, spoken);
      assert.equal(item.contextValue, context);
      assert.ok(item.iconPath instanceof ThemeIcon);
      assert.equal(item.command?.command, 'vscode.open');
    });
  }

  it('says how many a group has', () => {
    assert.equal(groupItem('live', 1).accessibilityInformation?.label, 'Live, 1 incident');
  });

  it('says whose an action is, by when, and where it stands', () => {
    const range = { start: { line: 3, character: 2 }, end: { line: 3, character: 20 } };
    const action: ListedAction = { uri, document: 'Orders', text: 'Add an alert', urgency: 'overdue', range };
    const item = actionItem({ ...action, owner: '@bob', due: '2024-01-10' });
    assert.equal(item.description, '@bob · 2024-01-10');
    assert.equal(item.accessibilityInformation?.label, 'Add an alert, owner @bob, due 2024-01-10, overdue, in Orders');
    assert.equal(actionItem({ ...action, urgency: 'undated' }).description, 'nobody');
  });
});
