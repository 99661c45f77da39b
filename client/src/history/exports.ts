import type { RecordedRun } from './runHistory.ts';

/** The forms in which a history leaves the workspace. */
export const exportFormats = ['markdown', 'csv', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A history as text, newest run first. */
export function exported(runs: readonly RecordedRun[], format: ExportFormat): string {
  if (format === 'json') return `${JSON.stringify(runs.map(row), null, 2)}\n`;
  const rows = runs.map((run) => columns.map((column) => String(row(run)[column] ?? '')));
  if (format === 'csv') return [columns, ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n') + '\r\n';
  const lines = [columns, columns.map(() => '---'), ...rows.map((cells) => cells.map(markdownCell))];
  return `${lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}

const columns = [
  'startedAt',
  'durationMs',
  'state',
  'exitCode',
  'runbook',
  'step',
  'commit',
  'who',
  'command',
  'reason',
] as const;

/** A run as others read it: without what only this extension knows it by. */
function row(run: RecordedRun): Readonly<Partial<Record<(typeof columns)[number], string | number>>> {
  const { startedAt, durationMs, state, exitCode, runbook, step, commit, edited, who, command, reason } = run;
  return {
    startedAt,
    durationMs,
    state,
    ...(exitCode === undefined ? {} : { exitCode }),
    runbook,
    step,
    ...(commit === undefined ? {} : { commit: edited ? `${commit} (edited)` : commit }),
    who,
    command,
    ...(reason === undefined ? {} : { reason }),
  };
}

/** A cell that no spreadsheet takes for a formula. */
function csvCell(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) && !/^-?\d+$/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

function markdownCell(text: string): string {
  return text.replace(/[\\|`*_<>[\]]/g, '\\$&').replace(/\r?\n/g, '<br>');
}
