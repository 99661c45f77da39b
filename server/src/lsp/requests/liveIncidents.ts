import { setImmediate as nextTurn } from 'node:timers/promises';
import { liveIncidentsRequest, type LiveIncident } from '../../protocol/channels.ts';
import { factsOf, type Facts } from '../facts.ts';
import type { Session } from '../session.ts';
import { request } from './request.ts';

/** The incident documents of the workspace that are neither resolved nor closed, and those open in the editor, newest first. */
export const liveIncidents = request(liveIncidentsRequest, async (session): Promise<readonly LiveIncident[]> => {
  const live = (await allFacts(session)).filter(({ status }) => status.live);
  return live
    .toSorted(
      (a, b) => (b.document?.startedAt ?? 0) - (a.document?.startedAt ?? 0) || (a.status.uri < b.status.uri ? 1 : -1),
    )
    .map(({ status: { uri, title, severity, status, startedAt, nextUpdateAt } }) => ({
      uri,
      title: title ?? '',
      ...(severity === undefined ? {} : { severity }),
      ...(status === undefined ? {} : { status }),
      ...(startedAt === undefined ? {} : { startedAt }),
      ...(nextUpdateAt === undefined ? {} : { nextUpdateAt }),
    }));
});

async function allFacts(session: Session): Promise<Facts[]> {
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
