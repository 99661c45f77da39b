import { runInNewContext } from 'node:vm';

/** How long one comparison may take, in ms; what a person types is compared in less than one. */
const patience = 100;

/** Whether a text matches a pattern as a whole; undefined where that takes too long. The pattern comes from a document. */
export function matchesWhole(pattern: string, text: string): boolean | undefined {
  try {
    const context = { source: `^(?:${pattern})$`, text };
    const found: unknown = runInNewContext("new RegExp(source, 'u').test(text)", context, { timeout: patience });
    return found === true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
    throw error;
  }
}
