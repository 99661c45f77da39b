import { leaksInWords } from '../../core/model/externalMessage.ts';
import { incidentOverview } from '../../core/model/incident/overview.ts';
import { audiences, draftUpdate as wordUpdate } from '../../core/updates/draft.ts';
import {
  draftUpdateRequest,
  updatePlanRequest,
  type DraftUpdateParams,
  type DraftUpdateResult,
  type UpdatePlan,
  type UpdatePlanParams,
} from '../../protocol/updates.ts';
import { documentRequest, noDateTime, noDocument } from './request.ts';

/** An update in words, for one audience. */
export const draftUpdate = documentRequest<DraftUpdateParams, DraftUpdateResult>(
  draftUpdateRequest,
  ({ document, environment: { configuration } }, { uri, audience, message, at }) => {
    if (document?.kind !== 'incident') return noIncident(uri, document !== undefined);
    const moment = Date.parse(at);
    if (Number.isNaN(moment)) return noDateTime(at);
    if (!audiences.includes(audience)) {
      return { reason: `There is no audience "${audience}"; choose from ${audiences.join(', ')}.` };
    }
    const overview = incidentOverview(document, configuration.severities, moment);
    const { text, plain, subject, nextUpdateAt } = wordUpdate(
      overview,
      audience,
      { message, at: moment },
      configuration,
    );
    return {
      text,
      plain,
      subject,
      nextUpdateAt: nextUpdateAt === undefined ? null : new Date(nextUpdateAt).toISOString(),
      leaks: audience === 'statusPage' ? leaksInWords(plain, document, [...configuration.people.keys()]) : [],
    };
  },
);

/** Whom an incident's updates are for, and where they go. */
export const updatePlan = documentRequest<UpdatePlanParams, UpdatePlan>(
  updatePlanRequest,
  ({ document, environment: { configuration, now } }, { uri }) => {
    if (document?.kind !== 'incident') return noIncident(uri, document !== undefined);
    const { communication, people, severities } = configuration;
    const { severity, summary } = incidentOverview(document, severities, now);
    const told = severity?.notify ?? [];
    const first = audiences.filter((audience) => told.includes(audience));
    return {
      audiences: [...new Set([...first, ...audiences])].map((audience) => ({
        audience,
        told: told.includes(audience),
      })),
      message: summary ?? '',
      channel: communication.channel,
      executives: communication.executives.map((name) => people.get(name)?.email ?? name),
      ...(communication.statusPage === undefined ? {} : { statusPage: communication.statusPage }),
      ...(communication.webhook === undefined ? {} : { webhook: communication.webhook }),
    };
  },
);

function noIncident(uri: string, isDocument: boolean) {
  return isDocument ? { reason: 'Updates are about an incident; open its live incident document.' } : noDocument(uri);
}
