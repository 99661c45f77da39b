import type { Disposable, LogOutputChannel } from 'vscode';
import type { Refusal, StepAtResult } from '../../../server/src/protocol/channels.ts';
import type { FoundStep } from '../documents/steps.ts';
import type { StepMarks } from '../ui/stepMarks.ts';
import { hiddenCharacters } from './hiddenCharacters.ts';
import { languageNamed } from './languages.ts';
import { Scratch } from './scratch.ts';
import { startStep, type Block, type StartedStep } from './startedStep.ts';
import { refusedStep, type StepResult } from './stepResult.ts';
import { StepTerminals } from './stepTerminals.ts';
import { workingDirectory } from './workingDirectory.ts';

interface RunningStep extends StartedStep {
  readonly uri: string;
  readonly id: string;
}

/** Runs steps in their runbooks' terminals, one at a time in each, and marks beside each block how it ended. */
export class StepRunner implements Disposable {
  readonly #terminals = new StepTerminals();
  readonly #scratch = new Scratch();
  readonly #running: RunningStep[] = [];
  readonly #log: LogOutputChannel;
  readonly #marks: StepMarks;

  constructor(log: LogOutputChannel, marks: StepMarks) {
    this.#log = log;
    this.#marks = marks;
  }

  /** Runs a step as its document has it now; whoever calls has seen to it that the workspace is trusted. */
  async run({ document, step }: FoundStep): Promise<StepResult> {
    const block = blockOf(step);
    if ('reason' in block) return refusedStep(block.reason, step.command);
    const cwd = await workingDirectory(document, step.cwd);
    if (cwd && 'reason' in cwd) return refusedStep(cwd.reason, step.command);

    const uri = document.uri.toString();
    const owner = this.#terminals.take(uri, step.document, cwd);
    owner.terminal.show(true);
    const running = { uri, id: step.id, ...startStep(owner, block, this.#scratch) };
    this.#running.push(running);
    this.#marks.set(document, step, { state: 'running' });
    const result = await running.result;
    this.#running.splice(this.#running.indexOf(running), 1);
    this.#marks.set(document, step, result);
    this.#log.info(
      `"${step.title}" of "${step.document}": ${result.state}, exit ${result.exitCode ?? 'unknown'}, ${result.durationMs} ms.`,
    );
    return result;
  }

  /** Stops the run of a step that was started last, and waits for its end. */
  async stop({ document, step }: FoundStep): Promise<StepResult | Refusal> {
    const uri = document.uri.toString();
    const running = this.#running.findLast((candidate) => candidate.uri === uri && candidate.id === step.id);
    if (!running) return { reason: `"${step.title}" is not running, so there is nothing to stop.` };
    running.stop();
    return running.result;
  }

  dispose(): void {
    this.#terminals.dispose();
    this.#scratch.dispose();
  }
}

/** What of a step runs, or why it does not. */
function blockOf(step: StepAtResult): Block | Refusal {
  const text = step.command.replaceAll('\r\n', '\n');
  const language = languageNamed(step.language);
  if (!step.runnable || !language) return { reason: step.reason ?? `No shell runs a block in "${step.language}".` };
  if (text.trim() === '') return { reason: 'This block is empty; there is nothing to run.' };
  const hidden = hiddenCharacters(text);
  return hidden === undefined ? { text, language } : { reason: hidden };
}
