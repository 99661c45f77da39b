import { runInNewContext } from 'node:vm';

/** How long one comparison may take, in ms; what a person types is compared in less than one. */
const patience = 100;

/** Whether a text matches a pattern as a whole; undefined where that takes too long. The pattern comes from a document. */
export function matchesWhole(pattern: string, text: string): boolean | undefined {
  return test(`^(?:${pattern})$`, 'u', text);
}

/** Whether a text holds a match of a team's pattern, case aside; undefined where that takes too long. */
export function holdsMatch(pattern: string, text: string): boolean | undefined {
  return test(pattern, 'iu', text);
}

function test(source: string, flags: string, text: string): boolean | undefined {
  try {
    const context = { source, flags, text };
    const found: unknown = runInNewContext('new RegExp(source, flags).test(text)', context, { timeout: patience });
    return found === true;
  } catch (error) {
    // It may come from the other context, whose Error is another one.
    const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
    if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') return undefined;
    throw error;
  }
}
