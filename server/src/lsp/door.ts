import { LSPErrorCodes, ResponseError, type CancellationToken, type Connection } from 'vscode-languageserver/node';

/** Where what goes wrong is told. */
export type Log = Pick<Connection, 'console' | 'tracer'>;

type Answer<P, R> = (params: P, token: CancellationToken) => Promise<R>;

/**
 * The one door through which every request enters: what a handler throws is logged and answered with `otherwise`, so that
 * no document can take the server down; a request that was cancelled meanwhile is answered as cancelled.
 */
export function answering<P, R>(
  log: Log,
  subject: string,
  otherwise: R,
  answer: Answer<P, R>,
): Answer<P, R | ResponseError<never>> {
  return async (params, token) => {
    try {
      const result = await answer(params, token);
      if (!token.isCancellationRequested) return result;
    } catch (error) {
      report(log, subject, error);
      if (!token.isCancellationRequested) return otherwise;
    }
    return new ResponseError<never>(LSPErrorCodes.RequestCancelled, `${subject}: cancelled by the client.`);
  };
}

/** Runs what nobody waits for: the answer to a notification or to a timer. */
export function unattended(log: Log, subject: string, work: () => Promise<void>): void {
  work().catch((error: unknown) => report(log, subject, error));
}

/** Tells the client's log what failed, in one line; the stack goes to the trace, which is off unless somebody asks for it. */
export function report(log: Log, subject: string, error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  const stack = error instanceof Error ? error.stack : undefined;
  log.console.error(`${subject}: ${reason}`);
  log.tracer.log(subject, stack);
}
