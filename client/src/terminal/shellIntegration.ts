import { window, type Terminal, type TerminalShellIntegration } from 'vscode';
import type { StepTerminal } from './stepTerminal.ts';

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
