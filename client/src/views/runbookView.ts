import { EventEmitter, window, workspace, type Disposable, type TextDocument, type TreeView } from 'vscode';
import type { ListedStep, StepArgument } from '../../../server/src/protocol/channels.ts';
import { stepsOf } from '../documents/steps.ts';
import type { DocumentStatuses } from '../documents/statuses.ts';
import type { LanguageServer } from '../languageServer.ts';
import type { StepMarks } from '../ui/stepMarks.ts';
import { sectionItem, stepItem } from './stepItems.ts';

/** What stands in the view: the argument of the commands that act on it. */
export type RunbookNode = StepArgument;

/** The Runbook view: the steps of the runbook that is or was last in the active editor, by section, with their states. */
export interface RunbookView extends Disposable {
  /** What is selected in the view. */
  selected(): RunbookNode | undefined;
}

/** Shows the Runbook view. */
export function showRunbook(server: LanguageServer, statuses: DocumentStatuses, marks: StepMarks): RunbookView {
  const changed = new EventEmitter<undefined>();
  const details = new WeakMap<RunbookNode, { readonly step: ListedStep; readonly isSection: boolean }>();
  let document: TextDocument | undefined;

  const holdsSteps = ({ uri }: TextDocument): boolean => {
    const kind = statuses.of(uri)?.kind;
    return kind === 'runbook' || kind === 'incident';
  };
  const choose = (): void => {
    const active = window.activeTextEditor?.document;
    if (active && active !== document && holdsSteps(active)) document = active;
    else if (document && (document.isClosed || !holdsSteps(document))) document = undefined;
    changed.fire(undefined);
  };
  const listed = async (): Promise<readonly ListedStep[]> => {
    if (!document) return [];
    const found = await stepsOf(server, document);
    if ('reason' in found) return [];
    view.description = found.document;
    return found.steps;
  };
  const uriOf = (): string => document?.uri.toString() ?? '';
  const stepNode = (step: ListedStep): RunbookNode => {
    const node = { uri: uriOf(), line: step.range.start.line };
    details.set(node, { step, isSection: false });
    return node;
  };
  const sectionNode = (first: ListedStep): RunbookNode => {
    const node = { uri: uriOf(), line: first.sectionLine };
    details.set(node, { step: first, isSection: true });
    return node;
  };
  let steps: readonly ListedStep[] = [];

  const view: TreeView<RunbookNode> = window.createTreeView<RunbookNode>('incidentDocs.runbook', {
    showCollapseAll: true,
    treeDataProvider: {
      onDidChangeTreeData: changed.event,
      getTreeItem(node) {
        const detail = details.get(node);
        if (!detail) return {};
        if (detail.isSection) return sectionItem(detail.step, node);
        return stepItem(detail.step, node, document && marks.runOf(document, detail.step.id));
      },
      async getChildren(node) {
        const section = node && details.get(node)?.step.sectionLine;
        if (section !== undefined) return steps.filter((step) => step.sectionLine === section).map(stepNode);
        steps = await listed();
        if (steps.length === 0) view.description = '';
        const firsts = steps.filter(({ sectionLine }, index) => steps[index - 1]?.sectionLine !== sectionLine);
        return firsts.flatMap((first) => {
          if (first.section !== '') return [sectionNode(first)];
          return steps.filter(({ sectionLine }) => sectionLine === first.sectionLine).map(stepNode);
        });
      },
    },
  });
  const subscriptions = [
    view,
    changed,
    window.onDidChangeActiveTextEditor(choose),
    workspace.onDidCloseTextDocument(choose),
    statuses.onDidChange(({ uri }) => {
      if (uri === uriOf() || uri === window.activeTextEditor?.document.uri.toString()) choose();
    }),
    marks.onDidChange((uri) => {
      if (uri === uriOf()) changed.fire(undefined);
    }),
  ];
  choose();
  return {
    selected: () => view.selection[0],
    dispose: () => subscriptions.forEach((subscription) => subscription.dispose()),
  };
}
