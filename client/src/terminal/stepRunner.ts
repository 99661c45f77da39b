import { EventEmitter, type Disposable, type Event, type LogOutputChannel, type Uri } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';
import type { FoundStep } from '../documents/steps.ts';
import type { StepMarks } from '../ui/stepMarks.ts';
import { blockOf } from './block.ts';
import type { Course } from './course.ts';
import type { ResolvedStep } from './resolvedStep.ts';
import type { Shell } from './shell.ts';
import { Scratch } from './scratch.ts';
import { startStep, type StartedStep } from './startedStep.ts';
import { markedDone, refusedStep, type Stopped, type StepResult } from './stepResult.ts';
import type { StepTerminal } from './stepTerminal.ts';
import { StepTerminals } from './stepTerminals.ts';
import { workingDirectory } from './workingDirectory.ts';

/** A step that has run to its end, as those learn of it who record it. */
export interface EndedStep extends FoundStep {
  readonly result: StepResult;
  /** What its terminal showed meanwhile, escape sequences included, shortened in the middle; undefined where that is not known. */
  readonly output: string | undefined;
  /** The values of secrets that it was given, which no record may hold. */
  readonly secrets: readonly string[];
}

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
  readonly #begun = new EventEmitter<FoundStep>();
  readonly #ended = new EventEmitter<EndedStep>();
  #last: FoundStep | undefined;

  /** Fires when a step is about to run. */
  readonly onDidBegin: Event<FoundStep> = this.#begun.event;

  /** Fires once a step has run, however it ended; not for one that was refused. */
  readonly onDidEnd: Event<EndedStep> = this.#ended.event;

  constructor(log: LogOutputChannel, marks: StepMarks) {
    this.#log = log;
    this.#marks = marks;
  }

  /** The step that was started last, as it was then. */
  get last(): FoundStep | undefined {
    return this.#last;
  }

  /** Where a step would run now: where its terminal's shell is, else where a new one begins. */
  async directoryOf({ document, step }: FoundStep, course: Course | undefined): Promise<Uri | Refusal | undefined> {
    const begin = await workingDirectory(document, step.cwd);
    if (begin && 'reason' in begin) return begin;
    const used = course?.terminal ?? this.#terminals.idleOf(document.uri.toString());
    return used?.terminal.shellIntegration?.cwd ?? begin;
  }

  /** The shell that would read a step now, as far as that is known. */
  shellOf({ document }: FoundStep, course: Course | undefined): Shell {
    return course?.terminal?.shell ?? this.#terminals.shellOf(document.uri.toString());
  }

  /** Runs a step with its values; whoever calls has seen to it that the workspace is trusted. */
  async run(found: FoundStep, resolved: ResolvedStep, course?: Course): Promise<StepResult> {
    const { document, step } = found;
    const block = await blockOf(step, resolved);
    if ('reason' in block) return refusedStep(block.reason, step.command);
    const owner = await this.#takeTerminal(found, course);
    if ('reason' in owner) return refusedStep(owner.reason, step.command);

    owner.terminal.show(true);
    this.#last = found;
    this.#begun.fire(found);
    const ready = (patience: number) => this.#terminals.ready(owner, patience);
    const started = startStep(owner, block, this.#scratch, ready);
    const running = { uri: document.uri.toString(), id: step.id, ...started };
    this.#running.push(running);
    this.#marks.set(document, step, { state: 'running', startedAt: new Date().toISOString() });
    const result = await running.result;
    this.#running.splice(this.#running.indexOf(running), 1);
    this.#finish(found, result, { output: running.output(), secrets: resolved.secrets });
    return result;
  }

  /** Stops the run of a step that was started last, and waits for its end. */
  async stop(found: FoundStep, how: Stopped = 'stopped'): Promise<StepResult | Refusal> {
    const running = this.#runningOf(found);
    if (!running) return { reason: `"${found.step.title}" is not running, so there is nothing to stop.` };
    running.stop(how);
    return running.result;
  }

  /** Takes a person's word that a step is done: one that runs is stopped, one that has ended is marked. */
  async markDone(found: FoundStep): Promise<StepResult | Refusal> {
    if (this.#runningOf(found)) return this.stop(found, 'done');
    const ended = this.#marks.runOf(found.document, found.step.id);
    if (!ended || ended.state === 'running')
      return { reason: `"${found.step.title}" has not run, so it can't be marked done; run it first.` };
    const { startedAt, durationMs } = ended;
    const result: StepResult = { ...markedDone, startedAt, durationMs, command: found.step.command };
    this.#finish(found, result, { output: undefined, secrets: [] });
    return result;
  }

  dispose(): void {
    this.#begun.dispose();
    this.#ended.dispose();
    this.#terminals.dispose();
    this.#scratch.dispose();
  }

  #runningOf({ document, step }: FoundStep): RunningStep | undefined {
    const uri = document.uri.toString();
    return this.#running.findLast((candidate) => candidate.uri === uri && candidate.id === step.id);
  }

  async #takeTerminal({ document, step }: FoundStep, course: Course | undefined): Promise<StepTerminal | Refusal> {
    if (course?.terminal) {
      const again = this.#terminals.takeAgain(course.terminal);
      return again ?? { reason: 'The terminal of the steps before is busy or closed, and nothing is typed into it.' };
    }
    const cwd = await workingDirectory(document, step.cwd);
    if (cwd && 'reason' in cwd) return cwd;
    const owner = this.#terminals.take(document.uri.toString(), step.document, cwd);
    if (course) course.terminal = owner;
    return owner;
  }

  #finish({ document, step }: FoundStep, result: StepResult, left: Pick<EndedStep, 'output' | 'secrets'>): void {
    this.#marks.set(document, step, result);
    this.#log.info(
      `"${step.title}" of "${step.document}": ${result.state}, exit ${result.exitCode ?? 'unknown'}, ${result.durationMs} ms.`,
    );
    if (result.state !== 'refused') this.#ended.fire({ document, step, result, ...left });
  }
}
