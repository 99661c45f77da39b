import { workspace } from 'vscode';
import type { Context } from '../context.ts';
import { isRefusal } from '../documents/answers.ts';
import type { FoundStep } from '../documents/steps.ts';
import { passGuards } from '../guards/passGuards.ts';
import { resolveParameters } from '../parameters/resolveParameters.ts';
import type { Course } from './course.ts';
import { refusedStep, type StepResult } from './stepResult.ts';

/**
 * The one way on which a step that was found comes to run, whoever asks for it: trust, parameters, guards, delivery.
 * Whoever wants to know of its end listens to `steps.onDidEnd`. Undefined where the person cancelled.
 */
export async function runOne(
  context: Context,
  { document, step }: FoundStep,
  answers: ReadonlyMap<string, unknown>,
  course?: Course,
): Promise<StepResult | undefined> {
  const untrusted = reasonNotTrusted();
  if (untrusted !== undefined) return refusedStep(untrusted, step.command);
  const resolved = await resolveParameters(context, { document, step }, answers, course);
  if (resolved === undefined) return undefined;
  if (isRefusal(resolved)) return refusedStep(resolved.reason, step.command);
  const passed = await passGuards(context, { found: { document, step }, resolved }, answers, course);
  if (passed === undefined) return undefined;
  if (isRefusal(passed)) return refusedStep(passed.reason, resolved.shown);
  return context.steps.run(passed.found, passed.resolved, course);
}

/** Why nothing runs in this workspace; undefined where it is trusted. */
export function reasonNotTrusted(): string | undefined {
  if (workspace.isTrusted) return undefined;
  return 'Steps do not run in Restricted Mode, because a runbook is a program; trust this workspace to run them.';
}
