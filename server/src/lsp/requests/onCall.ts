import { personName, whoIsOnCall } from '../../core/onCall/teams.ts';
import type { Refusal } from '../../protocol/channels.ts';
import { onCallRequest, type OnCallParams, type OnCallPerson, type OnCallResult } from '../../protocol/onCall.ts';
import { noDateTime, request } from './request.ts';
import { environmentOf, rotationFor } from './settings.ts';

/** Who is on call for a team at a moment, and whom to page when nobody answers. */
export const onCall = request(
  onCallRequest,
  async (session, { team, at, uri }: OnCallParams): Promise<OnCallResult | Refusal> => {
    const moment = Date.parse(at);
    if (Number.isNaN(moment)) return noDateTime(at);
    const configuration = await rotationFor(session, uri === undefined ? undefined : await environmentOf(session, uri));
    const answer = whoIsOnCall(configuration, team, moment);
    if ('reason' in answer) return answer;
    const { watch, escalation } = answer;
    const named = (id: string | undefined): OnCallPerson | null =>
      id === undefined ? null : { id, name: personName(configuration, id) };
    return {
      team: watch.team,
      teams: configuration.onCall.rotations.map((rotation) => rotation.team),
      primary: named(watch.primary),
      secondary: named(watch.secondary),
      from: new Date(watch.from).toISOString(),
      until: new Date(watch.until).toISOString(),
      escalation: escalation.map((step) => ({ ...step, person: named(step.person) })),
    };
  },
);
