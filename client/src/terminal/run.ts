import {
  window,
  type Disposable,
  type Terminal,
  type TerminalShellExecution,
  type TerminalShellIntegration,
} from 'vscode';
import { deferred } from './deferred.ts';
import type { Delivery } from './delivery.ts';
import { collect, type Output } from './output.ts';
import type { Scratch } from './scratch.ts';

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
  /** What it writes; undefined in a shell that does not report. */
  readonly output: Output | undefined;
  /** Sends Ctrl-C. */
  stop(): void;
}

/** How long each silence lasts, in ms, before a run counts as unreported. */
const patience = {
  /** From the line's being sent to the shell's word that it runs. */
  start: 20_000,
  /** From the end of the block to the shell's word about it. */
  report: 3_000,
  /** In a shell that reports nothing, until the block has ended: Ctrl-C there leaves no trace. */
  silentShell: 60_000,
  /** From Ctrl-C to the end of a program that heeds it. */
  stop: 5_000,
} as const;

/** Sends a delivery's line to a terminal at its prompt, and watches for the end. */
export function run(
  terminal: Terminal,
  integration: TerminalShellIntegration | undefined,
  delivery: Delivery,
  scratch: Scratch,
): Run {
  const ended = deferred<Ending>();
  const idle = deferred<void>();
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const giveUpAfter = (ms: number): void => {
    clearTimeout(timer);
    timer = setTimeout(() => ended.resolve({ how: 'unreported' }), ms);
  };
  const finish = (ending: Ending): void => {
    ended.resolve(ending);
    idle.resolve();
  };

  let execution: TerminalShellExecution | undefined;
  const subscriptions: readonly Disposable[] = [
    window.onDidStartTerminalShellExecution(
      (event) => event.execution === execution && !isStopped && clearTimeout(timer),
    ),
    window.onDidEndTerminalShellExecution(
      (event) => event.execution === execution && finish({ how: 'reported', exitCode: event.exitCode }),
    ),
    window.onDidCloseTerminal((closed) => closed === terminal && finish({ how: 'closed' })),
    scratch.onceMarked(delivery, () => (integration ? giveUpAfter(patience.report) : finish({ how: 'unreported' }))),
  ];
  void ended.promise.then(() => clearTimeout(timer));
  void idle.promise.then(() => subscriptions.forEach((subscription) => subscription.dispose()));

  giveUpAfter(integration ? patience.start : patience.silentShell);
  let output: Output | undefined;
  if (integration) {
    execution = integration.executeCommand(delivery.line);
    output = collect(execution.read());
  } else terminal.sendText(delivery.line, true);
  return {
    ended: ended.promise,
    idle: idle.promise,
    output,
    stop() {
      isStopped = true;
      terminal.sendText('\u0003', false);
      giveUpAfter(patience.stop);
    },
  };
}
