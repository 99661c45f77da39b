import { setImmediate as nextTurn } from 'node:timers/promises';
import { factsOf, type Facts } from '../facts.ts';
import type { Session } from '../session.ts';

/** What is known of all documents of the workspace, and of those that are open in the editor. */
export async function allFacts(session: Session): Promise<Facts[]> {
  const found = new Map<string, Facts>();
  for (const uri of session.documents.keys()) {
    const reading = await session.read(uri);
    if (reading) found.set(uri, factsOf(reading));
  }
  for (const path of await session.markdownFiles()) {
    const facts = await session.facts(path);
    if (facts) found.set(facts.status.uri, facts);
    await nextTurn();
  }
  return [...found.values()];
}
