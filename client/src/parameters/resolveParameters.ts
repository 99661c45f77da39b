import type { Refusal, WireParameter } from '../../../server/src/protocol/channels.ts';
import {
  resolveStepRequest,
  type ResolveStepParams,
  type ResolveStepResult,
  type WireShell,
} from '../../../server/src/protocol/parameters.ts';
import type { Context } from '../context.ts';
import { isRefusal } from '../documents/answers.ts';
import type { FoundStep } from '../documents/steps.ts';
import { languageNamed } from '../terminal/languages.ts';
import type { Course } from '../terminal/course.ts';
import { shellNamed } from '../terminal/shell.ts';
import type { ResolvedStep } from '../terminal/resolvedStep.ts';
import { askValue, wrongValue } from './ask.ts';
import { plainName } from './parameter.ts';

interface Given {
  readonly parameter: WireParameter;
  readonly value: string;
  /** True where nobody was asked, because the value was given before. */
  readonly isRemembered: boolean;
}

/**
 * Gives a step's parameters their values: those that the caller has answered, those that were given before for the same
 * incident, and for the others the person is asked. Undefined where the person cancelled.
 */
export async function resolveParameters(
  context: Context,
  found: FoundStep,
  answers: ReadonlyMap<string, unknown>,
  course: Course | undefined,
): Promise<ResolvedStep | Refusal | undefined> {
  const { command, parameters } = found.step;
  const answered = answeredValues(answers);
  if (parameters.length === 0) return { command, shown: command, environment: {}, secrets: [], quotedFor: undefined };

  const given: Given[] = [];
  for (const [index, parameter] of parameters.entries()) {
    const part = parameters.length > 1 ? ` (${index + 1} of ${parameters.length})` : '';
    const value = await valueOf(context, parameter, answered, `${found.step.title}: ${parameter.name}${part}`);
    if (value === undefined || 'reason' in value) return value;
    given.push(value);
  }
  const resolved = await withValues(context, found, given, context.steps.shellOf(found, course));
  if (isRefusal(resolved)) {
    const isOld = given.some(({ isRemembered }) => isRemembered);
    return isOld ? { reason: `${resolved.reason} "Change Parameter" gives a parameter another value.` } : resolved;
  }
  for (const { parameter, value, isRemembered } of given)
    if (!isRemembered) await context.parameters.remember(parameter, value);
  return resolved;
}

async function valueOf(
  { parameters }: Context,
  parameter: WireParameter,
  answered: ReadonlyMap<string, string>,
  title: string,
): Promise<Given | Refusal | undefined> {
  const answer = answered.get(parameter.key) ?? answered.get(plainName(parameter.name));
  if (answer !== undefined) {
    const reason = wrongValue(parameter, answer);
    return reason === undefined ? { parameter, value: answer, isRemembered: false } : { reason };
  }
  const before = await parameters.of(parameter.key);
  // Another runbook may allow less.
  if (before !== undefined && wrongValue(parameter, before) === undefined)
    return { parameter, value: before, isRemembered: true };
  const value = await askValue(parameter, title, before);
  return value === undefined ? undefined : { parameter, value, isRemembered: false };
}

async function withValues(
  { server }: Context,
  { document, step }: FoundStep,
  given: readonly Given[],
  terminal: WireShell,
): Promise<ResolvedStep | Refusal> {
  const params: ResolveStepParams = {
    uri: document.uri.toString(),
    line: step.range.start.line,
    version: step.version,
    // A secret stays here: whoever listens to what the editor and the server say must not hear it.
    values: Object.fromEntries(
      given.map(({ parameter: { key, secret }, value }) => [key, secret ? { secret: true } : { value }]),
    ),
    shell: readerOf(step.language, terminal),
    terminal,
  };
  const resolved = await server.ask<ResolveStepResult>(resolveStepRequest, params);
  if (isRefusal(resolved)) return resolved;
  const secrets = new Map(given.map(({ parameter, value }) => [parameter.key, value]));
  for (const { key, pattern, reason } of resolved.demands)
    if (!new RegExp(pattern, 'u').test(secrets.get(key) ?? '')) return { reason };
  const hidden = Object.entries(resolved.secrets).map(([variable, key]) => [variable, secrets.get(key) ?? ''] as const);
  const { command, shown, environment } = resolved;
  return {
    command,
    shown,
    environment: { ...environment, ...Object.fromEntries(hidden) },
    secrets: given.filter(({ parameter }) => parameter.secret).map(({ value }) => value),
    quotedFor: terminal,
  };
}

/** The shell that reads a block which is run from a terminal's shell. */
function readerOf(language: string, terminal: WireShell): WireShell {
  const known = languageNamed(language);
  if (!known || known.sourcedBy.includes(terminal)) return terminal;
  return shellNamed(known.program[0] ?? '');
}

/** What the caller has answered, by name. Throws for what is no text or number. */
function answeredValues(answers: ReadonlyMap<string, unknown>): ReadonlyMap<string, string> {
  const given = answers.get('parameters') ?? {};
  if (typeof given !== 'object') throw new TypeError('its answer "parameters" must be an object of names and values.');
  return new Map(
    Object.entries(given).map(([name, value]: [string, unknown]) => {
      if (typeof value !== 'string' && typeof value !== 'number')
        throw new TypeError(`its answer for the parameter "${name}" must be a text.`);
      return [plainName(name), String(value)];
    }),
  );
}
