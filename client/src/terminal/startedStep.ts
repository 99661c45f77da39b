import { workspace } from 'vscode';
import { deliver, deliverAsFiles } from './delivery.ts';
import type { Language } from './languages.ts';
import { run, type Ending, type Run } from './run.ts';
import type { Scratch } from './scratch.ts';
import { outcomeOf, refusedStep, type StepResult } from './stepResult.ts';
import { shellIntegrationOf, type StepTerminal } from './stepTerminals.ts';

/** A block that may run. */
export interface Block {
  readonly text: string;
  /** What the shell's environment gets before the block runs. */
  readonly environment: Readonly<Record<string, string>>;
  readonly language: Language;
}

/** A step that has been taken up. */
export interface StartedStep {
  readonly result: Promise<StepResult>;
  /** Sends Ctrl-C, or takes the step back where nothing of it has been sent. */
  stop(): void;
}

/** Runs a block in a terminal that has been taken for it, and gives the terminal back once its shell is at its prompt again. */
export function startStep(owner: StepTerminal, block: Block, scratch: Scratch): StartedStep {
  const begun = new Date();
  let current: Run | undefined;
  let wasStopped = false;

  const send = async (): Promise<Ending> => {
    const integration = await shellIntegrationOf(owner.terminal, integrationPatience());
    const prepare = integration ? deliver : deliverAsFiles;
    const delivery = prepare(block.text, block.language, owner.shell, await scratch.reserve());
    const release = async (): Promise<void> => {
      owner.taken = false;
      await scratch.remove(delivery);
    };
    await scratch.write(delivery);
    if (owner.terminal.exitStatus !== undefined || wasStopped) {
      await release();
      return { how: 'closed' };
    }
    current = run(owner.terminal, integration, delivery, scratch);
    void current.idle.then(release);
    return current.ended;
  };
  const follow = async (): Promise<StepResult> => {
    try {
      const ending = await send();
      const outcome = outcomeOf(ending, wasStopped);
      return {
        ...outcome,
        startedAt: begun.toISOString(),
        durationMs: Date.now() - begun.getTime(),
        command: block.text,
      };
    } catch (error) {
      owner.taken = false;
      const problem = error instanceof Error ? error.message : String(error);
      return refusedStep(`The step was not run, because the files for it could not be written: ${problem}`, block.text);
    }
  };
  return {
    result: follow(),
    stop() {
      wasStopped = true;
      current?.stop();
    },
  };
}

/** How long to wait for shell integration, in ms. */
function integrationPatience(): number {
  return 1000 * workspace.getConfiguration('incidentDocs').get<number>('terminal.shellIntegrationTimeout', 3);
}
