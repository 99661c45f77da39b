import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Facts } from '../facts.ts';
import type { Session } from '../session.ts';

/** What is known of all documents of the workspace, and of those that are open in the editor. */
export async function allFacts(session: Session): Promise<Facts[]> {
  const found = new Map<string, Facts>();
  for (const uri of session.documents.keys()) {
    const facts = await session.known(uri);
    if (facts) found.set(uri, facts);
  }
  for (const path of await session.markdownFiles()) {
    const facts = await session.facts(path);
    if (facts) found.set(facts.status.uri, facts);
    await nextTurn();
  }
  return [...found.values()];
}
