import { env, window, type Disposable, type Terminal, type TerminalShellIntegration, type Uri } from 'vscode';
import { shellOfProcess } from './processShell.ts';
import { defaultShell, type Shell } from './shell.ts';
import { shellIntegrationOf } from './shellIntegration.ts';
import type { StepTerminal } from './stepTerminal.ts';

interface Owned extends StepTerminal {
  readonly runbook: string;
  readonly number: number;
  /** The program of the default profile when it was made. */
  readonly asked: string;
  isReady: boolean;
}

/** The terminals in which steps run: one for each runbook, and further ones, numbered, while that is busy. */
export class StepTerminals implements Disposable {
  readonly #owned: Owned[] = [];
  /** Which shells the programs of default profiles have become: a profile's own files may start another one in its place. */
  readonly #started = new Map<string, Shell>();
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
    const shell = defaultShell();
    return this.#owned.find(
      (owned) => owned.runbook === runbook && isIdle(owned) && (owned.asked === env.shell || owned.shell === shell),
    );
  }

  /** The shell that a runbook's next step would get, as far as that is known before it has started. */
  shellOf(runbook: string): Shell {
    return this.idleOf(runbook)?.shell ?? this.#started.get(env.shell) ?? defaultShell();
  }

  /**
   * Waits until a terminal's shell can be given a line, at most `patience` ms from its start, and finds out which one it is:
   * the default profile may have changed when the terminal was made. Undefined where the shell does not report.
   */
  async ready(taken: StepTerminal, patience: number): Promise<TerminalShellIntegration | undefined> {
    const integration = await shellIntegrationOf(taken, patience);
    const owned = this.#owned.find((candidate) => candidate === taken);
    if (!owned || owned.isReady) return integration;
    const pid = await owned.terminal.processId;
    const found = pid === undefined ? undefined : await shellOfProcess(pid);
    // bash and zsh go by the name of sh, too, and read what is written for it.
    const isKnown = found !== undefined && (owned.shell !== 'sh' || found === 'fish' || found === 'powershell');
    if (isKnown) owned.shell = found;
    owned.isReady = true;
    this.#started.set(owned.asked, owned.shell);
    return integration;
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
      asked: env.shell,
      isReady: false,
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

function firstFree(numbers: readonly number[]): number {
  let number = 1;
  while (numbers.includes(number)) number++;
  return number;
}
