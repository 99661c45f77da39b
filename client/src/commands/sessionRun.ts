import type { Refusal } from '../../../server/src/protocol/channels.ts';
import type { Context } from '../context.ts';
import { findStep } from '../documents/steps.ts';
import type { SessionRun } from '../history/runHistory.ts';
import { readPlace } from './place.ts';

/** The last run of this session: of the step at a place where the caller names one, else of any. */
export async function findRun(context: Context, given: readonly unknown[]): Promise<SessionRun | Refusal> {
  const { place } = readPlace(context, given);
  if (place.uri === undefined && place.line === undefined)
    return (await context.history.last()) ?? { reason: 'No step has run in this window yet; run one first.' };
  const found = await findStep(context.server, place);
  if ('reason' in found) return found;
  const run = await context.history.last(found);
  return run ?? { reason: `"${found.step.title}" has not run in this window as it is written now; run it first.` };
}
