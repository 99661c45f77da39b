import { workspace, type TerminalShellIntegration } from 'vscode';
import { deliver, deliverAsFiles, type Delivery } from './delivery.ts';
import { failedLine } from './failedLine.ts';
import type { Language } from './languages.ts';
import { run, type Ending, type Run } from './run.ts';
import type { Scratch } from './scratch.ts';
import { outcomeOf, refusedStep, failedAt, type Stopped, type StepResult } from './stepResult.ts';
import type { Shell } from './shell.ts';
import type { StepTerminal } from './stepTerminal.ts';

/** A block that may run. */
export interface Block {
  readonly text: string;
  /** The same as a person reads it: each value in its place, secrets hidden. */
  readonly shown: string;
  /** What the shell's environment gets before the block runs. */
  readonly environment: Readonly<Record<string, string>>;
  /** The shell that its values were quoted for; undefined where it has none. */
  readonly quotedFor: Shell | undefined;
  readonly language: Language;
  /** The lines as the document has them, without the values of parameters, and their numbers in the block, from 1. */
  readonly lines: readonly { readonly number: number; readonly text: string }[];
}

/** A step that has been taken up. */
export interface StartedStep {
  readonly result: Promise<StepResult>;
  /** What it has written so far, escape sequences included; undefined where that is not known. */
  output(): string | undefined;
  /** Sends Ctrl-C, or takes the step back where nothing of it has been sent; a person who has seen that it is done says so. */
  stop(how: Stopped): void;
}

/** How long to wait for the last of the output of a step that has ended, in ms. */
const outputPatience = 500;

/** What a shell's script leaves in its marker where another shell reads it. */
const otherShell = 'other';

/** Runs a block in a terminal that has been taken for it, and gives the terminal back once its shell is at its prompt again. */
export function startStep(
  owner: StepTerminal,
  block: Block,
  scratch: Scratch,
  ready: (patience: number) => Promise<TerminalShellIntegration | undefined>,
): StartedStep {
  const begun = new Date();
  let current: Run | undefined;
  let stopped: Stopped | undefined;

  const watch = async (started: Run, delivery: Delivery): Promise<StepResult> => {
    const giveBack = started.idle.then(() => void (owner.taken = false));
    const ending = await started.ended;
    const ended = Date.now();
    const outcome = outcomeOf(ending, stopped);
    const result = { ...outcome, ...timesOf(begun, ended), command: block.shown };
    await started.outputComplete(outputPatience);
    const marked = outcome.state === 'failed' ? await scratch.marked(delivery) : '';
    void giveBack.then(() => scratch.remove(delivery));
    if (outcome.state !== 'failed') return result;
    if (marked.trim() === otherShell)
      return refusedStep(`The step was not run, because its terminal's shell is not ${owner.shell}.`, block.shown);
    const blockPath = delivery.files.at(-1)?.path;
    const line = failedLine(block.text, blockPath, marked, started.output() ?? '');
    const written = line === undefined ? undefined : block.lines[line - 1];
    return written ? failedAt(result, written) : result;
  };
  const send = async (): Promise<StepResult> => {
    const integration = await ready(integrationPatience());
    if (block.quotedFor !== undefined && block.quotedFor !== owner.shell) {
      owner.taken = false;
      return refusedStep(
        `The step was not run, because its values were quoted for ${block.quotedFor} and its terminal has started ${owner.shell}; run it again.`,
        block.shown,
      );
    }
    const prepare = integration ? deliver : deliverAsFiles;
    const values = {
      environment: block.environment,
      shown: block.shown === block.text ? undefined : block.shown,
    };
    const delivery = prepare(block.text, block.language, owner.shell, await scratch.reserve(), values);
    await scratch.write(delivery);
    if (owner.terminal.exitStatus !== undefined || stopped) {
      owner.taken = false;
      await scratch.remove(delivery);
      const closed: Ending = { how: 'closed' };
      return { ...outcomeOf(closed, stopped), ...timesOf(begun, Date.now()), command: block.shown };
    }
    current = run(owner, integration, delivery, scratch);
    return watch(current, delivery);
  };
  const follow = async (): Promise<StepResult> => {
    try {
      return await send();
    } catch (error) {
      owner.taken = false;
      const problem = error instanceof Error ? error.message : String(error);
      return refusedStep(
        `The step was not run, because the files for it could not be written: ${problem}`,
        block.shown,
      );
    }
  };
  return {
    result: follow(),
    output: () => current?.output(),
    stop(how) {
      stopped = how;
      current?.stop();
    },
  };
}

function timesOf(begun: Date, ended: number): Pick<StepResult, 'startedAt' | 'durationMs'> {
  return { startedAt: begun.toISOString(), durationMs: ended - begun.getTime() };
}

/** How long to wait for shell integration, in ms. */
function integrationPatience(): number {
  return 1000 * workspace.getConfiguration('incidentDocs').get<number>('terminal.shellIntegrationTimeout', 3);
}
