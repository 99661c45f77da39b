import type { Alert } from '../alerts/alert.ts';
import { alertEntries, plainWords } from '../alerts/incident.ts';
import type { Configuration } from '../configuration/configuration.ts';
import type { DocumentFacts } from '../model/facts.ts';
import { personName, whoIsOnCall } from '../onCall/teams.ts';
import type { Template } from '../schema/template.ts';
import { fileNameOf, relativePath } from '../text/path.ts';
import { newIncident, type IncidentFacts, type NewIncident } from './newIncident.ts';

/** What somebody who declares an incident says of it. */
export type Declaration = Pick<
  IncidentFacts,
  'title' | 'severity' | 'reason' | 'services' | 'commander' | 'trigger' | 'at'
> & {
  /** The alert that made it known. */
  readonly alert?: Alert | undefined;
  /** The runbooks for that alert. */
  readonly runbooks?: readonly DocumentFacts[];
  /** The absolute path of the folder that the document will stand in; undefined where it stands in none yet. */
  readonly folder: string | undefined;
};

/** The document of an incident that is declared, with whoever is on call, the team's checklist, and what an alert says. */
export function declaredIncident(
  { alert, runbooks = [], folder, ...said }: Declaration,
  template: Template,
  configuration: Configuration,
): NewIncident {
  const { title, services } = said;
  const facts: IncidentFacts = {
    ...said,
    // What a person has typed is Markdown; what a service says is not.
    title: alert?.title === title ? plainWords(title) : title,
    services: alert?.services.join() === services.join() ? services.map(plainWords) : services,
    startedAt: alert?.startedAt,
    events: alert ? alertEntries(alert, said.at) : [],
    operationsLead: onCallFor(configuration, services, said.at) ?? alert?.people.map(plainWords)[0],
    runbooks: runbooks.map((runbook) => linkTo(runbook, folder)),
    // The built-in template has the usual list; a team's own template has its own.
    ...(isBuiltIn(template) ? { checklist: configuration.checklists.response } : {}),
    alertKey: alert?.key,
  };
  return newIncident(facts, template, configuration.severities, configuration.timezone);
}

function isBuiltIn({ path }: Template): boolean {
  return !path.startsWith('/') && !/^[A-Za-z]:\//.test(path);
}

function linkTo({ path, title }: DocumentFacts, folder: string | undefined): string {
  const target = folder === undefined ? path : relativePath(folder, path);
  return `[${plainWords(title ?? fileNameOf(path))}](${/[\s()<>]/.test(target) ? `<${target}>` : target})`;
}

/** Who is on call for the team that answers for one of the services, else for the first team. */
function onCallFor(configuration: Configuration, services: readonly string[], at: number): string | undefined {
  const owners = services.flatMap(
    (service) => configuration.services.find(({ name }) => name.toLowerCase() === service.toLowerCase())?.owner ?? [],
  );
  const team = owners.find((owner) => configuration.onCall.rotations.some((rotation) => rotation.team === owner));
  const answer = whoIsOnCall(configuration, team, at);
  const primary = 'watch' in answer ? answer.watch.primary : undefined;
  return primary === undefined ? undefined : personName(configuration, primary);
}
