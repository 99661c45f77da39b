import { commands, window, type Disposable } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';
import type { Context } from '../context.ts';

/** A command of the palette: it gets its answers as an argument, asks for the others, and returns what it made. */
export interface Command {
  /** As in the manifest. */
  readonly id: string;
  /** As in the manifest, for messages. */
  readonly title: string;
  /** Undefined where the person cancelled; a refusal says why nothing was done. */
  run(context: Context, given: readonly unknown[]): Promise<object | undefined>;
}

/** Registers a command behind the one door where its failures are caught, logged and told to the person. */
export function register(context: Context, command: Command): Disposable {
  return commands.registerCommand(command.id, async (...given: readonly unknown[]): Promise<object | undefined> => {
    try {
      const result = await command.run(context, given);
      if (isRefused(result)) tell(context, command, result);
      return result;
    } catch (error) {
      context.log.error(`${command.title} failed.`, error);
      const failure: Refusal = {
        reason: `${command.title} failed: ${error instanceof Error ? error.message : String(error)}`,
      };
      void window.showErrorMessage(failure.reason);
      return failure;
    }
  });
}

function tell(context: Context, { title }: Command, { reason }: Refusal): void {
  context.log.warn(`${title}: ${reason}`);
  void window.showWarningMessage(reason);
}

/** A step that ran has a state of its own and is shown beside its block; only one that did not run is told of. */
function isRefused(result: object | undefined): result is Refusal {
  return result !== undefined && 'reason' in result && (!('state' in result) || result.state === 'refused');
}
