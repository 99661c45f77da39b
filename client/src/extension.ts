import type { ExtensionContext } from 'vscode';
import { register } from './commands/command.ts';
import { allCommands } from './commands/index.ts';
import { createContext } from './context.ts';
import { followRuns } from './history/afterRun.ts';
import { removeLeftovers } from './terminal/scratch.ts';

/** Starts the language server without waiting for it, and makes the commands known. */
export function activate(extension: ExtensionContext): void {
  const context = createContext(extension);
  extension.subscriptions.push(followRuns(context), ...allCommands.map((command) => register(context, command)));
  context.server.start();
  removeLeftovers().catch((error: unknown) =>
    context.log.warn('What a closed window left in the temporary folder could not be removed.', error),
  );
}
