import type { Configuration } from '../../core/configuration/configuration.ts';
import { unmetObjectives } from '../../core/edits/incidentChange.ts';
import type { IncidentDocument } from '../../core/model/document.ts';
import { isLive } from '../../core/model/incident/live.ts';
import { incidentOverview } from '../../core/model/incident/overview.ts';
import { readObjectives } from '../../core/model/incident/objectives.ts';
import { personKey, rolePlaces } from '../../core/model/incident/roles.ts';
import { statusOrder } from '../../core/model/incident/statuses.ts';
import { saysNothing } from '../../core/model/values/absent.ts';
import { normalizeLabel } from '../../core/schema/label.ts';
import { personName } from '../../core/onCall/teams.ts';
import { incidentStateRequest, type IncidentState, type IncidentStateParams } from '../../protocol/incidentChange.ts';
import { documentRequest, noDocument } from './request.ts';

/** What a live incident is now: its severity, status and roles, when it began, and when stakeholders hear next. */
export const incidentState = documentRequest<IncidentStateParams, IncidentState>(
  incidentStateRequest,
  ({ document, environment: { configuration, now } }, { uri }) => {
    if (!document) return noDocument(uri);
    const { severities } = configuration;
    const { title, severity, status, startedAt, nextUpdateAt } = incidentOverview(document, severities, now);
    return {
      title,
      ...(severity === undefined ? {} : { severity: severity.name, updateEvery: severity.updateEvery }),
      ...(status === undefined ? {} : { status }),
      statuses: statusOrder(document),
      severities: severities.map((each) => ({ name: each.name, title: each.title, criteria: each.criteria })),
      roles: rolesOf(document, configuration),
      people: peopleOf(document, configuration),
      ...(startedAt === undefined ? {} : { startedAt: new Date(startedAt).toISOString() }),
      ...(nextUpdateAt === undefined ? {} : { nextUpdateAt: new Date(nextUpdateAt).toISOString() }),
      unmet: unmetObjectives(document),
      objectives: readObjectives(document).map(({ text, met = false }) => ({ text, met })),
      affected: document.fields
        .filter(({ label }) => /\baffected\b/.test(normalizeLabel(label)))
        .map(({ label, value }) => ({ group: label, who: saysNothing(value) ? '' : value })),
      live: isLive(document),
    };
  },
);

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
