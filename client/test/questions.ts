import { commands } from 'vscode';
import { until } from './until.ts';

/** Answers whatever a command asks with Escape, and gives what the command returns. */
export async function cancelled<T>(command: Thenable<T>): Promise<T> {
  let isOver = false;
  const over = (): void => {
    isOver = true;
  };
  command.then(over, over);
  await until('the question to close', async () => {
    await commands.executeCommand('workbench.action.closeQuickOpen');
    return isOver;
  });
  return command;
}

/** Answers whatever a command asks with Enter, and gives what the command returns. */
export async function accepted<T>(command: Thenable<T>): Promise<T> {
  let isOver = false;
  const over = (): void => {
    isOver = true;
  };
  command.then(over, over);
  await until('the command to end', async () => {
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    return isOver;
  });
  return command;
}
