import { interpreterOf } from '../core/configuration/steps.ts';
import type { IncidentDocument, Step } from '../core/model/document.ts';
import { commandLines } from '../core/model/steps/command.ts';
import { frontMatterText } from '../core/parse/frontMatter.ts';
import { fileNameOf } from '../core/text/path.ts';
import type { StepAtResult } from '../protocol/channels.ts';
import { rangeOf } from './convert.ts';
import type { Reading } from './reading.ts';
import { wireParameters } from './wireParameters.ts';

/** The steps of a document that a shell or a program runs, empty ones left out. */
export function runnableSteps(reading: Reading): readonly Step[] {
  return reading.document?.steps.filter((step) => canRun(step, reading) && step.command !== '') ?? [];
}

/** Whether a shell or a program runs the blocks of a step's language. */
export function canRun(step: Step, reading: Pick<Reading, 'environment'>): boolean {
  return step.runnable || programOf(step, reading) !== undefined;
}

/** A step as the client runs it. */
export function wireStep(step: Step, document: IncidentDocument, reading: Reading): StepAtResult {
  const { lines, version } = reading;
  const cwd = frontMatterText(document.frontMatter, 'cwd');
  const interpreter = step.runnable ? undefined : programOf(step, reading);
  const firstLine = lines.lineAt(step.contentSpan.start);
  return {
    version,
    id: step.id,
    title: step.title,
    document: document.title?.subject || fileNameOf(document.path),
    language: step.language,
    command: step.command,
    runnable: canRun(step, reading) && step.command !== '',
    ...reasonNotToRun(step, reading),
    range: rangeOf(lines, step.span),
    parameters: wireParameters(step, document),
    lines: linesOf(step).map((line) => firstLine + line),
    ...(interpreter === undefined ? {} : { interpreter }),
    ...(cwd === undefined ? {} : { cwd }),
  };
}

function linesOf({ content, language, command }: Step): readonly number[] {
  return commandLines(content, language)
    .slice(0, command.split('\n').length)
    .map(({ line }) => line);
}

function programOf({ language }: Step, { environment }: Pick<Reading, 'environment'>): string | undefined {
  return interpreterOf(language, environment.configuration.steps.interpreters);
}

function reasonNotToRun(step: Step, reading: Reading): { reason?: string } {
  const { language, command } = step;
  if (canRun(step, reading)) return command === '' ? { reason: 'This block is empty; there is nothing to run.' } : {};
  if (language === '')
    return { reason: 'This block has no language, so it does not run; write "bash" behind its opening fence.' };
  return {
    reason: `A block in ${language} does not run; "steps.interpreters" in .incident-docs/config.yaml can name a program for it.`,
  };
}
