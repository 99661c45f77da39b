import { loadsOf, urgencies, type OpenAction, type Urgency } from '../../core/reports/openActions.ts';
import { visible } from '../display.ts';
import { shownPath } from '../files/path.ts';
import { asCsv } from '../formats/csv.ts';
import { version } from '../version.ts';

const headings: Readonly<Record<Urgency, string>> = {
  overdue: 'Overdue',
  soon: 'Due within 7 days',
  later: 'Due later',
  undated: 'Without a due date',
};

/** The open actions by when they are due, and how many are left to whom. */
export function actionsAsText(actions: readonly OpenAction[], workingFolder: string): string {
  if (actions.length === 0) return 'No action is open.\n';
  const groups = urgencies.flatMap((urgency) => {
    const rows = actions.filter((listed) => listed.urgency === urgency);
    if (rows.length === 0) return [];
    return [`${headings[urgency]} (${rows.length})\n${rows.map((row) => actionLine(row, workingFolder)).join('')}\n`];
  });
  const loads = loadsOf(actions).map(({ owner, open, overdue }) => [owner ?? '(nobody)', countWords(open, overdue)]);
  return `${groups.join('')}By owner\n${table(loads)}\n${countWords(actions.length, overdueIn(actions))}\n`;
}

/** The same as data. */
export function actionsAsJson(actions: readonly OpenAction[], workingFolder: string): string {
  const data = {
    version,
    summary: { open: actions.length, overdue: overdueIn(actions) },
    owners: loadsOf(actions).map(({ owner, open, overdue }) => ({ owner: owner ?? null, open, overdue })),
    actions: actions.map(({ document: { facts }, action, urgency }) => ({
      text: action.text,
      owner: action.owner ?? null,
      due: action.dueDay ?? null,
      statedDue: action.due ?? null,
      urgency,
      status: action.status ?? null,
      ticket: action.ticket ?? null,
      document: facts.title ?? null,
      kind: facts.kind,
      path: shownPath(workingFolder, facts.path),
      range: action.range,
    })),
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

/** The same as rows for a spreadsheet; lines count from 1. */
export function actionsAsCsv(actions: readonly OpenAction[], workingFolder: string): string {
  const header = ['action', 'owner', 'due', 'urgency', 'status', 'ticket', 'document', 'path', 'line'];
  return asCsv([
    header,
    ...actions.map(({ document: { facts }, action, urgency }) => [
      action.text,
      action.owner ?? '',
      action.dueDay ?? action.due ?? '',
      urgency,
      action.status ?? '',
      action.ticket ?? '',
      facts.title ?? '',
      shownPath(workingFolder, facts.path),
      String(action.range.start.line + 1),
    ]),
  ]);
}

function actionLine({ document, action }: OpenAction, workingFolder: string): string {
  const due = action.dueDay ?? action.due ?? 'no date';
  const place = `${shownPath(workingFolder, document.facts.path)}:${action.range.start.line + 1}`;
  const words = visible(action.text.replace(/\s+/g, ' '));
  return `  ${visible(due).padEnd(10)}  ${visible(action.owner ?? '(nobody)')}: ${words}\n${' '.repeat(14)}${visible(place)}\n`;
}

function countWords(open: number, overdue: number): string {
  return `${open} open${overdue > 0 ? `, ${overdue} overdue` : ''}`;
}

function table(rows: readonly (readonly string[])[]): string {
  const width = Math.max(...rows.map(([name = '']) => name.length));
  return rows.map(([name = '', words = '']) => `  ${visible(name).padEnd(width)}  ${words}\n`).join('');
}

function overdueIn(actions: readonly OpenAction[]): number {
  return actions.filter(({ urgency }) => urgency === 'overdue').length;
}
