import { liveIncidentsRequest, type LiveIncident } from '../../protocol/channels.ts';
import { allFacts } from './allFacts.ts';
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
