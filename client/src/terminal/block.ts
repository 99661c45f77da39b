import type { Refusal, StepAtResult } from '../../../server/src/protocol/channels.ts';
import { hiddenCharacters } from './hiddenCharacters.ts';
import { languageOfProgram, missingProgram } from './interpreters.ts';
import { languageNamed, type Language } from './languages.ts';
import type { ResolvedStep } from './resolvedStep.ts';
import type { Block } from './startedStep.ts';

/** What of a step runs, or why it does not. */
export async function blockOf(
  step: StepAtResult,
  { command, shown, environment, quotedFor }: ResolvedStep,
): Promise<Block | Refusal> {
  const text = command.replaceAll('\r\n', '\n');
  if (text.trim() === '') return { reason: 'This block is empty; there is nothing to run.' };
  const language = await languageOf(step, text);
  if ('reason' in language) return language;
  const hidden = hiddenCharacters(text);
  if (hidden !== undefined) return { reason: hidden };
  const written = step.command.split('\n');
  const lines = step.lines.map((line, index) => ({ number: line - step.range.start.line, text: written[index] ?? '' }));
  return { text, shown: shown.replaceAll('\r\n', '\n'), environment, quotedFor, language, lines };
}

async function languageOf(
  { runnable, reason, language, interpreter }: StepAtResult,
  text: string,
): Promise<Language | Refusal> {
  const none = { reason: reason ?? `No shell runs a block in "${language}".` };
  if (!runnable) return none;
  if (interpreter === undefined) return languageNamed(language) ?? none;
  const missing = await missingProgram(interpreter);
  if (missing === undefined) return languageOfProgram(interpreter, language, text);
  return {
    reason: `${missing} is not installed, so this block in ${language} can't run; install it or name another program under "steps.interpreters" in .incident-docs/config.yaml.`,
  };
}
