import { runInNewContext } from 'node:vm';

/** How long one comparison may take, in ms; what a person types is compared in less than one. */
const patience = 100;

/** Whether a text matches a document's pattern as a whole; undefined where that takes too long, or the pattern is none. */
export function matchesWhole(pattern: string, text: string): boolean | undefined {
  try {
    const context = { source: `^(?:${pattern})$`, text };
    const found: unknown = runInNewContext("new RegExp(source, 'u').test(text)", context, { timeout: patience });
    return found === true;
  } catch {
    return undefined;
  }
}
