import { interrupted, type Ending } from './run.ts';

/** What became of a step. */
export interface StepResult {
  readonly state: 'succeeded' | 'failed' | 'unknown' | 'stopped' | 'refused';
  /** Undefined where the shell told none. */
  readonly exitCode?: number;
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  /** Exactly what ran; empty for a step that could not be found. */
  readonly command: string;
  /** Why it was refused, why nothing is known, or where it failed, for the person. */
  readonly reason?: string;
}

/** How a person ended a step: `done` says that it has shown what it was run for. */
export type Stopped = 'stopped' | 'done';

/** What a run's end says about a step; an exit status that nobody told is never a success. */
export function outcomeOf(
  ending: Ending,
  stopped: Stopped | undefined,
): Pick<StepResult, 'state' | 'exitCode' | 'reason'> {
  const exitCode = ending.how === 'reported' ? ending.exitCode : undefined;
  if (stopped && ending.how === 'unreported') {
    return { state: 'unknown', reason: 'The step got Ctrl-C and has not ended; its terminal shows what it does.' };
  }
  if (stopped === 'done') return markedDone;
  if (stopped) return { state: 'stopped', ...(exitCode === undefined ? {} : { exitCode }) };
  if (ending.how === 'closed')
    return { state: 'unknown', reason: 'The terminal was closed, or its shell ended, before the step did.' };
  if (ending.how === 'unreported') {
    return { state: 'unknown', reason: 'This shell does not tell how a command ended; look at the terminal to see.' };
  }
  if (exitCode === undefined)
    return { state: 'unknown', reason: 'The shell told no exit status, as after Ctrl-C; look at the terminal to see.' };
  if (exitCode === interrupted) {
    return {
      state: 'unknown',
      exitCode,
      reason: 'The step was interrupted with Ctrl-C, so nobody knows how far it came.',
    };
  }
  return { state: exitCode === 0 ? 'succeeded' : 'failed', exitCode };
}

/** What a step becomes of which a person says that it is done. */
export const markedDone = { state: 'succeeded', reason: 'A person marked it done.' } as const;

/** A failed step's result with the line of its block at which it failed. */
export function failedAt(
  result: StepResult,
  { number, text }: { readonly number: number; readonly text: string },
): StepResult {
  return { ...result, reason: `failed at line ${number}: \`${shortened(text.trim())}\`` };
}

/** Longest line of a block that a message shows, in UTF-16 code units. */
const longestShown = 80;

function shortened(text: string): string {
  return text.length <= longestShown ? text : `${text.slice(0, longestShown - 1)}…`;
}

/** The result of a step that does not run. */
export function refusedStep(reason: string, command = ''): StepResult & { readonly reason: string } {
  return { state: 'refused', startedAt: new Date().toISOString(), durationMs: 0, command, reason };
}
