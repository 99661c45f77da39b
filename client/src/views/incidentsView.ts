import { EventEmitter, window, type Disposable, type TreeView } from 'vscode';
import type { ListedIncident } from '../../../server/src/protocol/overview.ts';
import { isRefusal } from '../documents/answers.ts';
import type { LiveIncidents } from '../updates/liveIncidents.ts';
import { groupItem, incidentItem } from './incidentItems.ts';
import type { Overviews } from './overviews.ts';

/** An incident is what the commands that act on it take as their argument: one without a postmortem is to get it. */
type IncidentNode =
  { readonly uri: string } | { readonly incident: string } | { readonly group: ListedIncident['state'] };

const states: readonly ListedIncident['state'][] = ['live', 'awaiting', 'resolved'];

/** Shows the Incidents view: those that are live, those that await their postmortem, and the others. */
export function showIncidents(overviews: Overviews, live: LiveIncidents): Disposable {
  const changed = new EventEmitter<undefined>();
  const details = new WeakMap<IncidentNode, ListedIncident>();
  let incidents: readonly ListedIncident[] = [];
  const nodeOf = (incident: ListedIncident): IncidentNode => {
    const { uri, state } = incident;
    const node: IncidentNode = state === 'awaiting' ? { incident: uri } : { uri };
    details.set(node, incident);
    return node;
  };
  const inState = (state: ListedIncident['state']): readonly ListedIncident[] =>
    incidents.filter((incident) => incident.state === state);

  const view: TreeView<IncidentNode> = window.createTreeView<IncidentNode>('incidentDocs.incidents', {
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem(node) {
        if ('group' in node) return groupItem(node.group, inState(node.group).length);
        const incident = details.get(node);
        return incident ? incidentItem(incident, Date.now()) : {};
      },
      async getChildren(node) {
        if (node) return 'group' in node ? inState(node.group).map(nodeOf) : [];
        const answer = await overviews.ask();
        view.message = isRefusal(answer) ? answer.reason : '';
        incidents = isRefusal(answer) ? [] : answer.incidents;
        return states.filter((state) => inState(state).length > 0).map((group) => ({ group }));
      },
    },
  });
  const count = (): void => {
    const value = live.all.length;
    const words = value === 1 ? 'One live incident' : `${value} live incidents`;
    view.badge = value === 0 ? undefined : { value, tooltip: words };
  };
  const subscriptions = [
    view,
    changed,
    overviews.onDidChange(() => changed.fire(undefined)),
    // It fires every minute while there is a live incident, which is how often its minutes are counted anew.
    live.onDidChange(() => {
      count();
      changed.fire(undefined);
    }),
  ];
  return { dispose: () => subscriptions.forEach((subscription) => subscription.dispose()) };
}
