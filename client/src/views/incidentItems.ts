import { ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { ListedIncident } from '../../../server/src/protocol/overview.ts';
import { cadenceAt, statusText } from '../updates/cadence.ts';

/** How the groups of the Incidents view are called, and what they hold when they are unfolded. */
const groups: Readonly<Record<ListedIncident['state'], readonly [label: string, state: TreeItemCollapsibleState]>> = {
  live: ['Live', TreeItemCollapsibleState.Expanded],
  awaiting: ['Awaiting Postmortem', TreeItemCollapsibleState.Expanded],
  resolved: ['Resolved', TreeItemCollapsibleState.Collapsed],
};

/** A group of incidents. */
export function groupItem(state: ListedIncident['state'], count: number): TreeItem {
  const [label, collapsed] = groups[state];
  const item = new TreeItem(label, collapsed);
  item.id = state;
  item.description = String(count);
  item.contextValue = 'group';
  item.accessibilityInformation = { label: `${label}, ${count === 1 ? '1 incident' : `${count} incidents`}` };
  return item;
}

/** An incident in the view: Enter opens its document. */
export function incidentItem(incident: ListedIncident, now: number): TreeItem {
  const { uri, title, state, postmortem } = incident;
  const facts = factsOf(incident, now);
  const item = new TreeItem(title, TreeItemCollapsibleState.None);
  item.id = uri;
  item.description = facts.join(' · ');
  item.tooltip = [title, ...facts].join('\n');
  item.iconPath = iconOf(incident);
  item.contextValue = `incident.${state}${postmortem === undefined ? '' : '.reviewed'}`;
  item.accessibilityInformation = { label: [`${spoken[state]} ${title}`, ...facts].join(', ') };
  item.command = { title: 'Open Incident', command: 'vscode.open', arguments: [Uri.parse(uri, true)] };
  return item;
}

const spoken: Readonly<Record<ListedIncident['state'], string>> = {
  live: 'Live incident',
  awaiting: 'Incident without a postmortem',
  resolved: 'Resolved incident',
};

function factsOf(incident: ListedIncident, now: number): readonly string[] {
  const { severity, status, state, reviewBy, isReviewLate, startedAt, postmortem } = incident;
  if (state === 'live') {
    return [statusText(severity, cadenceAt(incident, now)), ...(status === undefined ? [] : [status])];
  }
  const day = startedAt?.slice(0, 10);
  const review =
    reviewBy === undefined ? undefined : isReviewLate ? `postmortem overdue since ${reviewBy}` : `due ${reviewBy}`;
  const end = state === 'awaiting' ? (review ?? 'postmortem due') : postmortem === undefined ? undefined : 'postmortem';
  return [severity, day, end].filter((fact) => fact !== undefined);
}

function iconOf({ state, isReviewLate }: ListedIncident): ThemeIcon {
  if (state === 'live') return new ThemeIcon('flame', new ThemeColor('list.errorForeground'));
  if (state === 'resolved') return new ThemeIcon('pass');
  return isReviewLate ? new ThemeIcon('warning', new ThemeColor('list.warningForeground')) : new ThemeIcon('edit');
}
