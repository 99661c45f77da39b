import { Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { ListedAction } from '../../../server/src/protocol/overview.ts';

/** How soon an action is due. */
export type Urgency = ListedAction['urgency'];

const groups: Readonly<Record<Urgency, readonly [label: string, icon: string, color: string | undefined]>> = {
  overdue: ['Overdue', 'warning', 'list.warningForeground'],
  soon: ['Due within 7 Days', 'clock', undefined],
  later: ['Due Later', 'calendar', undefined],
  undated: ['Without a Due Date', 'circle-outline', undefined],
};

/** The actions that are due equally soon. */
export function urgencyItem(urgency: Urgency, count: number): TreeItem {
  const [label] = groups[urgency];
  const item = new TreeItem(label, TreeItemCollapsibleState.Expanded);
  item.id = urgency;
  item.description = String(count);
  item.contextValue = 'group';
  item.accessibilityInformation = { label: `${label}, ${count === 1 ? '1 action' : `${count} actions`}` };
  return item;
}

/** An action in the view: Enter goes to where it is written. */
export function actionItem({ uri, document, text, owner, due, urgency, status, range }: ListedAction): TreeItem {
  const [label, icon, color] = groups[urgency];
  const words = text.replace(/\s+/g, ' ');
  const item = new TreeItem(words, TreeItemCollapsibleState.None);
  item.description = [owner ?? 'nobody', due].filter((fact) => fact !== undefined && fact !== '').join(' · ');
  item.tooltip = [
    words,
    `Owner: ${owner ?? 'nobody'}`,
    `Due: ${due ?? 'no date'}`,
    ...(status === undefined ? [] : [`Status: ${status}`]),
    document,
  ].join('\n');
  item.iconPath = new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color));
  item.contextValue = 'action';
  item.accessibilityInformation = {
    label: `${words}, owner ${owner ?? 'nobody'}, ${due === undefined ? label : `due ${due}`}${urgency === 'overdue' ? ', overdue' : ''}, in ${document}`,
  };
  const { start, end } = range;
  const at = new Range(start.line, start.character, end.line, end.character);
  item.command = {
    title: 'Go to Action',
    command: 'vscode.open',
    arguments: [Uri.parse(uri, true), { selection: at }],
  };
  return item;
}
