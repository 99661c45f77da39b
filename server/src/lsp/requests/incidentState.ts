import type { Configuration } from '../../core/configuration/configuration.ts';
import { unmetObjectives } from '../../core/edits/incidentChange.ts';
import type { IncidentDocument } from '../../core/model/document.ts';
import { headerField } from '../../core/model/fields.ts';
import { incidentSeverity, isLive } from '../../core/model/incident/live.ts';
import { entriesByTime, statedMoment } from '../../core/model/incident/moments.ts';
import { personKey, rolePlaces } from '../../core/model/incident/roles.ts';
import { rankOf, statusOrder } from '../../core/model/incident/statuses.ts';
import { personName } from '../../core/onCall/teams.ts';
import { incidentStateRequest, type IncidentState, type IncidentStateParams } from '../../protocol/incidentChange.ts';
import { documentRequest, noDocument } from './request.ts';

/** What a live incident is now: its severity, status and roles, when it began, and when stakeholders hear next. */
export const incidentState = documentRequest<IncidentStateParams, IncidentState>(
  incidentStateRequest,
  ({ document, environment: { configuration, now } }, { uri }) => {
    if (!document) return noDocument(uri);
    const { severities } = configuration;
    const severity = incidentSeverity(document, severities);
    const statuses = statusOrder(document);
    const status = statuses[rankOf(headerField(document.fields, 'Status')?.value ?? '', statuses)];
    const startedAt = startOf(document, now);
    const next = headerField(document.fields, 'Next Update');
    const nextUpdateAt = next && statedMoment(document, next, now)?.at;
    return {
      title: document.title?.subject ?? '',
      ...(severity === undefined ? {} : { severity: severity.name, updateEvery: severity.updateEvery }),
      ...(status === undefined ? {} : { status }),
      statuses,
      severities: severities.map(({ name, title, criteria }) => ({ name, title, criteria })),
      roles: rolesOf(document, configuration),
      people: peopleOf(document, configuration),
      ...(startedAt === undefined ? {} : { startedAt: new Date(startedAt).toISOString() }),
      ...(nextUpdateAt === undefined ? {} : { nextUpdateAt: new Date(nextUpdateAt).toISOString() }),
      unmet: unmetObjectives(document),
      live: isLive(document),
    };
  },
);

/** When the incident began, in ms since 1970 UTC: by its own field, else by its first entry. */
function startOf(document: IncidentDocument, now: number): number | undefined {
  const field = headerField(document.fields, 'Started') ?? headerField(document.fields, 'Date');
  return (field && statedMoment(document, field, now)?.at) ?? entriesByTime(document)[0]?.at;
}

function rolesOf(document: IncidentDocument, { roles }: Configuration): IncidentState['roles'] {
  const places = rolePlaces(
    document,
    roles.map(({ name }) => name),
  );
  return roles.map(({ name, duty }) => {
    const holder = places.find(({ role }) => role === name)?.holder;
    return { name, duty, ...(holder === undefined ? {} : { holder }) };
  });
}

/** The team's people, then whoever holds a role without being one of them. */
function peopleOf(document: IncidentDocument, configuration: Configuration): IncidentState['people'] {
  const known = [...configuration.people.keys()].map((id) => ({ id, name: personName(configuration, id) }));
  const keys = new Set(known.map(({ id }) => personKey(id)));
  const holders = rolesOf(document, configuration).flatMap(({ holder }) => holder ?? []);
  const others = [...new Set(holders)].filter((holder) => !keys.has(personKey(holder)));
  return [...known, ...others.map((id) => ({ id, name: id }))];
}
