import { incidentsRequest, type KnownIncident } from '../../protocol/newDocument.ts';
import { allFacts } from './allFacts.ts';
import { request } from './request.ts';

/** All incident documents of the workspace, live or over, the one that began last first. */
export const incidents = request(incidentsRequest, async (session): Promise<readonly KnownIncident[]> => {
  const known = (await allFacts(session)).filter(({ status }) => status.kind === 'incident');
  return known
    .toSorted((a, b) => (b.document?.startedAt ?? 0) - (a.document?.startedAt ?? 0))
    .map(({ status: { uri, title = '', severity, status, live = false } }) => ({
      uri,
      title,
      ...(severity === undefined ? {} : { severity }),
      ...(status === undefined ? {} : { status }),
      live,
    }));
});
