import { EventEmitter, window, type Disposable, type TreeView } from 'vscode';
import type { ListedAction } from '../../../server/src/protocol/overview.ts';
import { isRefusal } from '../documents/answers.ts';
import { actionItem, urgencyItem, type Urgency } from './actionItem.ts';
import type { Overviews } from './overviews.ts';

type ActionNode = ListedAction | { readonly group: Urgency };

const urgencies: readonly Urgency[] = ['overdue', 'soon', 'later', 'undated'];

/** Shows the Action Items view: what postmortems and incidents have left to do, by when it is due. */
export function showActions(overviews: Overviews): Disposable {
  const changed = new EventEmitter<undefined>();
  let actions: readonly ListedAction[] = [];
  const dueSo = (urgency: Urgency): readonly ListedAction[] => actions.filter((action) => action.urgency === urgency);

  const view: TreeView<ActionNode> = window.createTreeView<ActionNode>('incidentDocs.actionItems', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem: (node) => ('group' in node ? urgencyItem(node.group, dueSo(node.group).length) : actionItem(node)),
      async getChildren(node) {
        if (node) return 'group' in node ? [...dueSo(node.group)] : [];
        const answer = await overviews.ask();
        view.message = isRefusal(answer) ? answer.reason : '';
        actions = isRefusal(answer) ? [] : answer.actions;
        return urgencies.filter((urgency) => dueSo(urgency).length > 0).map((group) => ({ group }));
      },
    },
  });
  const subscriptions = [view, changed, overviews.onDidChange(() => changed.fire(undefined))];
  return { dispose: () => subscriptions.forEach((subscription) => subscription.dispose()) };
}
