import { EventEmitter, type Disposable, type Event, type LogOutputChannel } from 'vscode';
import type { Refusal, StepAtResult } from '../../../server/src/protocol/channels.ts';
import type { FoundStep } from '../documents/steps.ts';
import type { ResolvedStep } from '../parameters/resolveParameters.ts';
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

/** A step that has run to its end, as those learn of it who record it. */
export interface EndedStep extends FoundStep {
  readonly result: StepResult;
  /** What its terminal showed meanwhile, escape sequences included, shortened in the middle; undefined where the shell does not report. */
  readonly output: string | undefined;
}

/** Runs steps in their runbooks' terminals, one at a time in each, and marks beside each block how it ended. */
export class StepRunner implements Disposable {
  readonly #terminals = new StepTerminals();
  readonly #scratch = new Scratch();
  readonly #running: RunningStep[] = [];
  readonly #log: LogOutputChannel;
  readonly #marks: StepMarks;
  readonly #ended = new EventEmitter<EndedStep>();

  /** Fires once a step has run, however it ended; not for one that was refused. */
  readonly onDidEnd: Event<EndedStep> = this.#ended.event;

  constructor(log: LogOutputChannel, marks: StepMarks) {
    this.#log = log;
    this.#marks = marks;
  }

  /** Runs a step with its values; whoever calls has seen to it that the workspace is trusted. */
  async run({ document, step }: FoundStep, resolved: ResolvedStep): Promise<StepResult> {
    const block = blockOf(step, resolved);
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
    if (result.state !== 'refused') this.#ended.fire({ document, step, result, output: undefined });
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
    this.#ended.dispose();
    this.#terminals.dispose();
    this.#scratch.dispose();
  }
}

/** What of a step runs, or why it does not. */
function blockOf(step: StepAtResult, { command, environment }: ResolvedStep): Block | Refusal {
  const text = command.replaceAll('\r\n', '\n');
  const language = languageNamed(step.language);
  if (!step.runnable || !language) return { reason: step.reason ?? `No shell runs a block in "${step.language}".` };
  if (text.trim() === '') return { reason: 'This block is empty; there is nothing to run.' };
  const hidden = hiddenCharacters(text);
  return hidden === undefined ? { text, environment, language } : { reason: hidden };
}
