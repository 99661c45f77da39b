import { Range, ThemeColor, ThemeIcon, TreeItem, TreeItemCollapsibleState, Uri } from 'vscode';
import type { ListedStep, StepArgument } from '../../../server/src/protocol/channels.ts';
import { labelOf, spokenState, type RunState } from '../ui/stepMark.ts';

const icons: Readonly<Record<RunState['state'], readonly [icon: string, color: string | undefined]>> = {
  running: ['sync~spin', undefined],
  succeeded: ['pass', 'testing.iconPassed'],
  failed: ['error', 'testing.iconFailed'],
  unknown: ['question', 'editorWarning.foreground'],
  stopped: ['debug-stop', undefined],
  refused: ['circle-outline', undefined],
};

/** A section of a runbook in the view, by its first step. */
export function sectionItem({ section, id }: ListedStep, { uri }: StepArgument): TreeItem {
  const item = new TreeItem(section, TreeItemCollapsibleState.Expanded);
  item.id = `${uri}#section of ${id}`;
  item.contextValue = 'section';
  item.accessibilityInformation = { label: `Section ${section}` };
  return item;
}

/** A step in the view: Enter goes to its block. */
export function stepItem(step: ListedStep, { uri }: StepArgument, run: RunState | undefined): TreeItem {
  const [icon, color] = icons[run?.state ?? 'refused'];
  const item = new TreeItem(step.title, TreeItemCollapsibleState.None);
  item.id = `${uri}#${step.id}`;
  item.description = run ? labelOf(run) : '';
  item.tooltip = run && 'reason' in run && run.reason !== undefined ? `${step.command}\n\n${run.reason}` : step.command;
  item.iconPath = new ThemeIcon(icon, color === undefined ? undefined : new ThemeColor(color));
  item.contextValue = run?.state === 'running' ? 'step.running' : run ? 'step.ended' : 'step';
  item.accessibilityInformation = { label: `Step ${step.number}, ${step.title}, ${spokenState(run)}` };
  const { start } = step.range;
  const at = new Range(start.line, start.character, start.line, start.character);
  item.command = { title: 'Go to Step', command: 'vscode.open', arguments: [Uri.parse(uri, true), { selection: at }] };
  return item;
}
