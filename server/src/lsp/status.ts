import type { Environment } from '../core/lint.ts';
import type { IncidentDocument } from '../core/model/document.ts';
import type { DocumentFacts } from '../core/model/facts.ts';
import { hasPostmortem, reviewDue, reviewReason } from '../core/model/incident/followUp.ts';
import { isOver } from '../core/model/incident/live.ts';
import { incidentOverview } from '../core/model/incident/overview.ts';
import type { DocumentStatus } from '../protocol/channels.ts';
import type { Reading } from './reading.ts';

/** What the client shows of a document: what it is, and what it says of itself. */
export function statusOf({ uri, version, document, facts, environment }: Reading): DocumentStatus {
  if (!document || !facts) return { uri, version };
  return {
    uri,
    version,
    ...statusOfFacts(facts),
    ...(document.kind === 'incident' ? momentsOf(document, environment) : {}),
    ...(isOver(document) ? reviewOf(document, environment) : {}),
  };
}

/** As much of it as the facts of a document tell: all of it for one that is no incident. */
export function statusOfFacts({
  kind,
  template,
  title,
  severity,
  status,
  stage,
}: DocumentFacts): Omit<DocumentStatus, 'uri' | 'version'> {
  return {
    kind,
    template,
    ...(title === undefined ? {} : { title }),
    ...(severity === undefined ? {} : { severity }),
    ...(status === undefined ? {} : { status }),
    live: kind === 'incident' && stage !== 'final',
  };
}

function momentsOf(
  document: IncidentDocument,
  { configuration, now }: Environment,
): Pick<DocumentStatus, 'startedAt' | 'nextUpdateAt'> {
  const { startedAt, nextUpdateAt } = incidentOverview(document, configuration.severities, now);
  return {
    ...(startedAt === undefined ? {} : { startedAt: new Date(startedAt).toISOString() }),
    ...(nextUpdateAt === undefined ? {} : { nextUpdateAt: new Date(nextUpdateAt).toISOString() }),
  };
}

/** Whether an incident that is over still wants its postmortem: it meets a reason for one, or somebody has set a day. */
function reviewOf(
  document: IncidentDocument,
  { configuration }: Environment,
): Pick<DocumentStatus, 'awaitsReview' | 'reviewBy'> {
  if (hasPostmortem(document)) return {};
  const due = reviewDue(document, configuration);
  if (!due?.span && reviewReason(document, configuration) === undefined) return {};
  return { awaitsReview: true, ...(due ? { reviewBy: due.day } : {}) };
}
