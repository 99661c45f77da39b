import type { Refusal, StepAtResult } from '../../../server/src/protocol/channels.ts';
import type { Context } from '../context.ts';

/** A step whose parameters have their values. */
export interface ResolvedStep {
  /** The text that is shown, confirmed and run. */
  readonly command: string;
  /** What the shell's environment gets before the text runs. */
  readonly environment: Readonly<Record<string, string>>;
}

/** Gives a step's parameters their values; undefined where the person cancelled. */
export async function resolveParameters(
  _context: Context,
  { command }: StepAtResult,
  _answers: ReadonlyMap<string, unknown>,
): Promise<ResolvedStep | Refusal | undefined> {
  return { command, environment: {} };
}
