import { window } from 'vscode';
import type { StepsParams } from '../../../server/src/protocol/channels.ts';
import type { Context } from '../context.ts';
import { isRefusal } from '../documents/answers.ts';
import { findAgain, findSteps, type FoundStep, type FoundSteps, type Place } from '../documents/steps.ts';
import { reasonNotTrusted, runOne } from './runOne.ts';
import { refusedStep, type StepResult } from './stepResult.ts';
import type { Course } from './course.ts';

/** What became of several steps that ran one after the other. */
export interface CourseResult {
  /** That of the step at which it ended: all before have succeeded. */
  readonly state: StepResult['state'];
  readonly steps: readonly StepResult[];
  /** Where and why it ended before its last step, or why nothing ran, as a sentence for the person. */
  readonly reason?: string;
}

/** Runs the steps of a section, or from one on, until one does not succeed. Undefined where the person cancelled before the first. */
export async function runCourse(
  context: Context,
  scope: Exclude<StepsParams['scope'], 'document'>,
  place: Place,
  answers: ReadonlyMap<string, unknown>,
): Promise<CourseResult | undefined> {
  const untrusted = reasonNotTrusted();
  if (untrusted !== undefined) return { state: 'refused', steps: [], reason: untrusted };
  const found = await findSteps(context.server, scope, place);
  if ('reason' in found) return { state: 'refused', steps: [], reason: found.reason };
  const result = await runAll(context, found, answers);
  if (result) tell(result, found);
  return result;
}

async function runAll(
  context: Context,
  found: FoundSteps,
  answers: ReadonlyMap<string, unknown>,
): Promise<CourseResult | undefined> {
  const course: Course = { terminal: undefined };
  const ended: StepResult[] = [];
  for (const step of found.steps) {
    const next = await asPlanned(context, found, { document: found.in, step });
    const result = isRefusal(next)
      ? refusedStep(next.reason, step.command)
      : await runOne(context, next, answers, course);
    if (result) ended.push(result);
    if (result?.state === 'succeeded') continue;
    if (!result && ended.length === 0) return undefined;
    const state = result?.state ?? 'stopped';
    return { state, steps: ended, reason: whereEnded(step.title, result) };
  }
  return { state: 'succeeded', steps: ended, ...(found.leftOut === undefined ? {} : { reason: found.leftOut }) };
}

/** A step as its document has it now: the one that was planned, or a refusal where somebody has changed it meanwhile. */
async function asPlanned({ server }: Context, found: FoundSteps, planned: FoundStep): ReturnType<typeof findAgain> {
  return planned.document.version === found.version ? planned : findAgain(server, planned.document, planned.step);
}

function whereEnded(title: string, result: StepResult | undefined): string {
  const verdicts: Readonly<Record<StepResult['state'], string>> = {
    succeeded: 'it succeeded',
    failed: `it failed with exit ${result?.exitCode ?? 'unknown'}`,
    unknown: 'its exit is unknown',
    stopped: 'it was stopped',
    refused: 'it did not run',
  };
  const verdict = result ? verdicts[result.state] : 'it was cancelled';
  const reason = result?.reason === undefined ? '' : ` ${result.reason}`;
  return `Ended at "${title}": ${verdict}.${reason}`;
}

/** A refused course is told by its command. */
function tell({ state, steps, reason }: CourseResult, { steps: planned }: FoundSteps): void {
  if (state === 'refused') return;
  if (state === 'succeeded') {
    const count = `${steps.length} of ${planned.length} steps succeeded.`;
    window.setStatusBarMessage(count, shownFor);
    if (reason !== undefined) void window.showInformationMessage(`${count} ${reason}`);
  } else void window.showWarningMessage(reason ?? '');
}

/** How long the count stands in the status bar, in ms. */
const shownFor = 10_000;
