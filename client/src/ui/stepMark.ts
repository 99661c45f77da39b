import { Range, ThemeColor, type DecorationOptions, type TextDocument } from 'vscode';
import type { StepResult } from '../terminal/stepResult.ts';
import type { LineRange } from './lineRange.ts';

/** What a block shows of its last run. */
export type RunState = ({ readonly state: 'running' } & Pick<StepResult, 'startedAt'>) | StepResult;

/** A block and its last run. */
export interface StepMark {
  /** The step's id, as the server gives it. */
  readonly id: string;
  /** The block with its fences. */
  readonly lines: LineRange;
  readonly run: RunState;
}

const colors: Readonly<Record<RunState['state'], string>> = {
  running: 'descriptionForeground',
  succeeded: 'charts.green',
  failed: 'errorForeground',
  unknown: 'editorWarning.foreground',
  stopped: 'descriptionForeground',
  refused: 'descriptionForeground',
};

const verdicts: Readonly<Record<Exclude<StepResult['state'], 'failed'>, string>> = {
  succeeded: '✓ exit 0',
  unknown: '? exit unknown',
  stopped: '■ stopped',
  refused: '– not run',
};

/** The mark behind a block's opening fence. */
export function decorationOf({ lines, run }: StepMark, document: TextDocument): DecorationOptions {
  const { end } = document.lineAt(lines.first).range;
  const after = { contentText: labelOf(run), color: new ThemeColor(colors[run.state]), margin: '0 0 0 2em' };
  const reason = 'reason' in run ? run.reason : undefined;
  return {
    range: new Range(end, end),
    renderOptions: { after },
    ...(reason === undefined ? {} : { hoverMessage: reason }),
  };
}

/** `✓ exit 0 · 3.2 s · 14:50Z` */
export function labelOf(run: RunState): string {
  if (run.state === 'running') return '⟳ running';
  const ended = new Date(Date.parse(run.startedAt) + run.durationMs);
  const where = run.state === 'failed' && run.reason !== undefined ? [run.reason] : [];
  return [verdictOf(run), durationOf(run.durationMs), `${ended.toISOString().slice(11, 16)}Z`, ...where].join(' · ');
}

/** `✓ exit 0`, `✗ exit 1`, `? exit unknown`, `✓ done` */
export function verdictOf({ state, exitCode }: Pick<StepResult, 'state' | 'exitCode'>): string {
  if (state === 'failed') return `✗ exit ${exitCode ?? 'unknown'}`;
  // What a person has marked done has no exit status.
  return state === 'succeeded' && exitCode === undefined ? '✓ done' : verdicts[state];
}

/** The same as a screen reader says it: `failed, exit 1, failed at line 3: …`; `not run` for a step without a run. */
export function spokenState(run: RunState | undefined): string {
  if (run === undefined) return 'not run';
  if (run.state === 'running') return 'running';
  const words = {
    succeeded: run.exitCode === undefined ? 'marked done' : 'succeeded',
    failed: `failed, exit ${run.exitCode ?? 'unknown'}`,
    unknown: 'exit unknown',
    stopped: 'stopped',
    refused: 'not run',
  }[run.state];
  return run.state === 'failed' && run.reason !== undefined ? `${words}, ${run.reason}` : words;
}

/** `3.2 s`, `4 min 10 s`, `2 h 5 min` */
export function durationOf(ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}
