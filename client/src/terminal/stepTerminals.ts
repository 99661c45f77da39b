import {
  window,
  type Disposable,
  type Terminal,
  type TerminalShellExecution,
  type TerminalShellIntegration,
  type Uri,
} from 'vscode';
import { defaultShell, type Shell } from './shell.ts';

/** A terminal of a runbook's own. */
export interface StepTerminal {
  readonly terminal: Terminal;
  /** True from the moment that a step is given to it until the shell is known to be back at its prompt. */
  taken: boolean;
  /** True once its shell has had its time to report to the editor and has not. */
  silent: boolean;
  readonly shell: Shell;
  /** What runs in it as the shell reports it, typed by whomever. */
  readonly running: Set<TerminalShellExecution>;
}

interface Owned extends StepTerminal {
  readonly runbook: string;
  readonly number: number;
}

/** The terminals in which steps run: one for each runbook, and further ones, numbered, while that is busy. */
export class StepTerminals implements Disposable {
  readonly #owned: Owned[] = [];
  readonly #subscriptions: readonly Disposable[];

  constructor() {
    this.#subscriptions = [
      window.onDidCloseTerminal((terminal) => this.#forget(terminal)),
      window.onDidStartTerminalShellExecution(({ terminal, execution }) => this.#of(terminal)?.running.add(execution)),
      window.onDidEndTerminalShellExecution(({ terminal, execution }) => this.#of(terminal)?.running.delete(execution)),
    ];
  }

  /** Takes a terminal of a runbook once more; undefined where it is busy or gone. */
  takeAgain(used: StepTerminal): StepTerminal | undefined {
    const again = this.#owned.find((owned) => owned === used && isIdle(owned));
    if (again) again.taken = true;
    return again;
  }

  /** The terminal that a runbook's next step would get; undefined where it would get a new one. */
  idleOf(runbook: string): StepTerminal | undefined {
    // Values are quoted for the shell that new terminals start.
    const shell = defaultShell();
    return this.#owned.find((owned) => owned.runbook === runbook && owned.shell === shell && isIdle(owned));
  }

  /** Takes an idle terminal of a runbook, or makes one that begins in a directory. */
  take(runbook: string, title: string, cwd: Uri | undefined): StepTerminal {
    const own = this.#owned.filter((owned) => owned.runbook === runbook);
    const idle = this.idleOf(runbook);
    if (idle) {
      idle.taken = true;
      return idle;
    }
    const number = firstFree(own.map((owned) => owned.number));
    const name = number === 1 ? title : `${title} ${number}`;
    const terminal = window.createTerminal({ name, ...(cwd ? { cwd } : {}) });
    const made: Owned = {
      terminal,
      runbook,
      number,
      taken: true,
      silent: false,
      shell: defaultShell(),
      running: new Set(),
    };
    this.#owned.push(made);
    return made;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #of(terminal: Terminal): Owned | undefined {
    return this.#owned.find((owned) => owned.terminal === terminal);
  }

  #forget(terminal: Terminal): void {
    const index = this.#owned.findIndex((owned) => owned.terminal === terminal);
    if (index !== -1) this.#owned.splice(index, 1);
  }
}

function isIdle({ taken, running, terminal }: Owned): boolean {
  return !taken && running.size === 0 && terminal.exitStatus === undefined;
}

/** How long a terminal may take to start its shell, in ms; a loaded machine needs seconds for its first. */
const startPatience = 20_000;

/**
 * A terminal's shell integration once it is there; undefined where it does not come within `patience` ms of the shell's start,
 * or the terminal closes before.
 */
export async function shellIntegrationOf(
  owner: StepTerminal,
  patience: number,
): Promise<TerminalShellIntegration | undefined> {
  const { terminal } = owner;
  if (terminal.shellIntegration || owner.silent) return terminal.shellIntegration;
  const found = await awaited(terminal, patience);
  owner.silent = found === undefined;
  return found;
}

function awaited(terminal: Terminal, patience: number): Promise<TerminalShellIntegration | undefined> {
  return new Promise((resolve) => {
    let timer: NodeJS.Timeout | undefined;
    const settle = (found: TerminalShellIntegration | undefined): void => {
      clearTimeout(timer);
      for (const subscription of subscriptions) subscription.dispose();
      resolve(found);
    };
    const giveUpAfter = (ms: number): void => {
      clearTimeout(timer);
      timer = setTimeout(() => settle(undefined), ms);
    };
    const subscriptions = [
      window.onDidChangeTerminalShellIntegration(
        (change) => change.terminal === terminal && settle(change.shellIntegration),
      ),
      window.onDidCloseTerminal((closed) => closed === terminal && settle(undefined)),
    ];
    giveUpAfter(startPatience);
    void terminal.processId.then(() => giveUpAfter(patience));
  });
}

function firstFree(numbers: readonly number[]): number {
  let number = 1;
  while (numbers.includes(number)) number++;
  return number;
}
