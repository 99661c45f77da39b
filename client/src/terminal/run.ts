import { window, type Disposable, type TerminalShellExecution, type TerminalShellIntegration } from 'vscode';
import { deferred } from './deferred.ts';
import type { Delivery } from './delivery.ts';
import { collect, type Output } from './output.ts';
import type { Scratch } from './scratch.ts';
import type { StepTerminal } from './stepTerminal.ts';

/** What a shell gives as the exit status of a command that Ctrl-C has ended: 128 and the number of SIGINT. */
export const interrupted = 130;

/** How a run came to its end, as far as that can be known. */
export type Ending =
  /** The shell says that the command ended; after Ctrl-C and in some shells without an exit status. */
  | { readonly how: 'reported'; readonly exitCode: number | undefined }
  /** Nobody says how, or even whether, it ended. */
  | { readonly how: 'unreported' }
  | { readonly how: 'closed' };

/** A block on its way through a shell. */
export interface Run {
  readonly ended: Promise<Ending>;
  /** Settles, later than `ended` at times, once the shell is known to be back at its prompt or gone. */
  readonly idle: Promise<void>;
  /** What it writes; undefined in a shell that does not report, and where the editor has missed it. */
  output(): string | undefined;
  /** Settles once the last of its output is there, or after `ms`. */
  outputComplete(ms: number): Promise<void>;
  /** Sends Ctrl-C. */
  stop(): void;
}

/** How long each silence lasts, in ms, before a run counts as unreported. */
const patience = {
  /** From the line's being sent to the shell's word that it runs. */
  start: 20_000,
  /** From the end of the block to the editor's word about it, which at times it does not give. */
  report: 2_000,
  /** In a shell that reports nothing, or too early, until the block has ended: Ctrl-C there leaves no trace. */
  silentShell: 60_000,
  /** From Ctrl-C to the end of a program that heeds it. */
  stop: 5_000,
} as const;

/** Sends a delivery's line to a terminal at its prompt, and watches for the end. */
export function run(
  { terminal, running }: StepTerminal,
  integration: TerminalShellIntegration | undefined,
  delivery: Delivery,
  scratch: Scratch,
): Run {
  const ended = deferred<Ending>();
  const idle = deferred<void>();
  let timer: NodeJS.Timeout | undefined;
  /** What the editor was asked for, and what it took for something else though it is the same. */
  const executions = new Set<TerminalShellExecution>();
  let output: Output | undefined;
  let isStarted = false;
  /** Whether its output was asked for only once it ran: what comes with the news of that is lost. */
  let isLate = false;
  let isStopped = false;
  let isMarked = false;
  /** Whether the editor has told of the end before the block has come to it. */
  let isForetold = false;
  const after = (ms: number, act: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };
  const giveUp = (): void => ended.resolve({ how: 'unreported' });
  const finish = (ending: Ending): void => {
    ended.resolve(ending);
    idle.resolve();
  };
  const follow = (started: TerminalShellExecution): void => {
    executions.add(started);
    output = collect(started.read());
  };
  /** What a step writes may tell the editor of an end that is none, as the prompt of a shell within the shell does. */
  const isEnd = (exitCode: number | undefined): boolean =>
    exitCode === undefined || exitCode === interrupted || scratch.isMarked(delivery) !== false;
  /** The shell is back at its prompt. Its script's word goes before the editor's, which a program may have put into its mouth. */
  const finishAsMarked = async (otherwise: Ending): Promise<void> => {
    const status = /^\d+/.exec(await scratch.marked(delivery));
    for (const execution of executions) running.delete(execution);
    finish(status ? { how: 'reported', exitCode: Number(status[0]) } : otherwise);
  };

  const subscriptions: readonly Disposable[] = [
    window.onDidStartTerminalShellExecution((event) => {
      if (event.terminal !== terminal || isStarted) return;
      if (!executions.has(event.execution) && isLine(event.execution, delivery.line)) {
        isLate = true;
        follow(event.execution);
      }
      isStarted = executions.has(event.execution);
      if (isStarted && !isStopped && !isMarked) clearTimeout(timer);
    }),
    window.onDidEndTerminalShellExecution(({ execution, exitCode }) => {
      if (!executions.has(execution)) return;
      isForetold = !isEnd(exitCode);
      if (isForetold) after(patience.silentShell, giveUp);
      else void finishAsMarked({ how: 'reported', exitCode });
    }),
    window.onDidCloseTerminal((closed) => closed === terminal && finish({ how: 'closed' })),
    scratch.onceMarked(delivery, () => {
      isMarked = true;
      if (integration) after(isForetold ? 0 : patience.report, () => void finishAsMarked({ how: 'unreported' }));
      else finish({ how: 'unreported' });
    }),
  ];
  void ended.promise.then(() => clearTimeout(timer));
  void idle.promise.then(() => subscriptions.forEach((subscription) => subscription.dispose()));

  after(integration ? patience.start : patience.silentShell, giveUp);
  if (integration) follow(integration.executeCommand(delivery.line));
  else terminal.sendText(delivery.line, true);
  return {
    ended: ended.promise,
    idle: idle.promise,
    output() {
      // A block that stands in files is shown before it runs: nothing at all means that it was missed.
      const text = output?.text();
      return text === '' && (isLate || delivery.files.length > 0) ? undefined : text;
    },
    async outputComplete(ms) {
      await output?.complete(ms);
    },
    stop() {
      isStopped = true;
      terminal.sendText('\u0003', false);
      after(patience.stop, giveUp);
    },
  };
}

function isLine({ commandLine }: TerminalShellExecution, line: string): boolean {
  return commandLine.value.trim() === line.trim();
}
