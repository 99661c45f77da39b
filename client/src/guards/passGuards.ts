import { homedir } from 'node:os';
import { workspace, type Uri } from 'vscode';
import type { Refusal, StepAtResult } from '../../../server/src/protocol/channels.ts';
import {
  stepGuardsRequest,
  type StepGuardsParams,
  type StepGuardsResult,
} from '../../../server/src/protocol/guards.ts';
import type { Context } from '../context.ts';
import { isCurrent, isRefusal } from '../documents/answers.ts';
import { stepsOf, type FoundStep } from '../documents/steps.ts';
import { resolveParameters } from '../parameters/resolveParameters.ts';
import type { ResolvedStep } from '../terminal/resolvedStep.ts';
import { blockOf } from '../terminal/block.ts';
import { visible } from '../terminal/hiddenCharacters.ts';
import type { Course } from '../terminal/course.ts';
import { concernsOf, untoldContexts } from './concerns.ts';
import { confirmRun, detailOf, messageOf, type Question } from './confirmation.ts';

/** A step that may run, exactly as it was looked at. */
export interface Passed {
  readonly found: FoundStep;
  readonly resolved: ResolvedStep;
}

/**
 * Asks the person where a step is dangerous, would run elsewhere than its runbook says, or must not run twice. What runs is
 * what was asked about: an edit in between has everything looked at again. Undefined where the person said no.
 */
export async function passGuards(
  context: Context,
  asked: Passed,
  answers: ReadonlyMap<string, unknown>,
  course: Course | undefined,
): Promise<Passed | Refusal | undefined> {
  let current = asked;
  let confirmed: string | undefined;
  let wasEdited = false;
  for (;;) {
    const question = await questionOf(context, current, course, wasEdited);
    if (isRefusal(question)) return question;
    if (question.concerns.reasons.length > 0) {
      const said = `${messageOf(question.title, question.concerns.reasons)}\n${detailOf(question, question.shown)}`;
      if (said !== confirmed) {
        const decision = await confirmRun(question, (text) => context.previews.show(`${question.title}.sh`, text));
        if (decision === 'cancel') return undefined;
        if (decision === 'unasked') return unasked(question);
        context.acknowledged.add(acknowledgement(current.found.document.uri, untoldContexts(question.concerns)));
        confirmed = said;
      }
    }
    const { document, step } = current.found;
    if (isCurrent(step.version, document)) return current;
    const again = await afterEdit(context, current, answers, course);
    if (again === undefined || isRefusal(again)) return again;
    wasEdited ||= again.resolved.shown !== current.resolved.shown;
    current = again;
  }
}

async function questionOf(
  context: Context,
  { found: { document, step }, resolved }: Passed,
  course: Course | undefined,
  wasEdited: boolean,
): Promise<Question | Refusal> {
  const block = await blockOf(step, resolved);
  if ('reason' in block) return block;
  const hidden = hiddenValue(resolved);
  if (hidden !== undefined) return { reason: hidden };
  const params: StepGuardsParams = {
    uri: document.uri.toString(),
    id: step.id,
    command: resolved.command,
    shown: resolved.shown,
  };
  const guards = await context.server.ask<StepGuardsResult>(stepGuardsRequest, params);
  if (isRefusal(guards)) return guards;
  const directory = await context.steps.directoryOf({ document, step }, course);
  if (directory && 'reason' in directory) return directory;
  const { uri } = document;
  const concerns = await concernsOf(guards, {
    ranBefore: await context.history.ranBefore({ document, step }),
    wasEdited,
    knows: (contexts) => context.acknowledged.has(acknowledgement(uri, contexts)),
    document: uri,
  });
  return { title: step.title, shown: guards.shown, directory: directory?.fsPath ?? homedir(), concerns };
}

/** What is wrong with a value that goes through the environment, as a sentence that shows it. */
function hiddenValue({ environment, secrets }: ResolvedStep): string | undefined {
  for (const [name, value] of Object.entries(environment)) {
    const seen = visible(value);
    if (seen === value) continue;
    const shown = secrets.includes(value) ? '' : `: ${seen}`;
    return `The value of "${name}" holds characters that can't be seen, so the step does not run${shown}`;
  }
  return undefined;
}

function unasked({ title, concerns }: Question): Refusal {
  const why = messageOf(title, concerns.reasons).replace(/ Run it\?$/, '');
  return { reason: `${why} Nobody could be asked, so it was not run.` };
}

/** The step as its document has it now: the same block, or the one that took its place; with its values. */
async function afterEdit(
  context: Context,
  { found: { document, step } }: Passed,
  answers: ReadonlyMap<string, unknown>,
  course: Course | undefined,
): Promise<Passed | Refusal | undefined> {
  const now = await stepsOf(context.server, document);
  if (isRefusal(now)) return now;
  const same = now.steps.find(({ id }) => id === step.id) ?? now.steps.find((other) => isAtPlaceOf(step, other));
  if (!same) return { reason: `"${step.title}" has been changed or is gone; look at it, and run it from its block.` };
  const found = { document, step: same };
  const resolved = await resolveParameters(context, found, answers, course);
  if (resolved === undefined || isRefusal(resolved)) return resolved;
  return { found, resolved };
}

function isAtPlaceOf(step: StepAtResult, other: StepAtResult): boolean {
  return step.title === other.title && headingsOf(step) === headingsOf(other);
}

/** A step's id begins with its headings. */
function headingsOf({ id }: StepAtResult): string {
  return id.slice(0, id.lastIndexOf('#'));
}

function acknowledgement(uri: Uri, contexts: string): string {
  return `${workspace.asRelativePath(uri)} ${contexts}`;
}
