import type { Terminal, TerminalShellExecution } from 'vscode';
import type { Shell } from './shell.ts';

/** A terminal of a runbook's own. */
export interface StepTerminal {
  readonly terminal: Terminal;
  /** True from the moment that a step is given to it until the shell is known to be back at its prompt. */
  taken: boolean;
  /** True once its shell has had its time to report to the editor and has not. */
  silent: boolean;
  /** That of the default profile, until it is known which one has started. */
  shell: Shell;
  /** What runs in it as the shell reports it, typed by whomever. */
  readonly running: Set<TerminalShellExecution>;
}
