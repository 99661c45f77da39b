import type { Alert } from '../../core/alerts/alert.ts';
import { alertEntries, plainWords, runbooksFor } from '../../core/alerts/incident.ts';
import { readAlert } from '../../core/alerts/read.ts';
import type { Configuration } from '../../core/configuration/configuration.ts';
import { newIncident as composeIncident, type IncidentFacts } from '../../core/edits/newIncident.ts';
import type { DocumentFacts } from '../../core/model/facts.ts';
import { personName, whoIsOnCall } from '../../core/onCall/teams.ts';
import type { Template } from '../../core/schema/template.ts';
import { fileNameOf, relativePath } from '../../core/text/path.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import {
  newIncidentRequest,
  type NewIncidentParams,
  type NewIncidentResult,
  type Refusal,
} from '../../protocol/channels.ts';
import type { Session } from '../session.ts';
import { pathOfUri, uriOfPath } from '../uri.ts';
import { allFacts } from './allFacts.ts';
import { noDateTime, request } from './request.ts';

/** The text of a new live incident document, by the template that is asked for, the team's choice, or the first of its kind. */
export const newIncident = request(
  newIncidentRequest,
  async (session, params: NewIncidentParams): Promise<NewIncidentResult | Refusal> => {
    const environments = await session.environments.all();
    const wanted = params.template ?? environments[0]?.configuration.templates.incident;
    const found = environments.flatMap(({ templates, configuration }) =>
      templates.filter(({ kind }) => kind === 'incident').map((template) => ({ template, configuration })),
    );
    const chosen = wanted === undefined ? found[0] : found.find(({ template }) => template.name === wanted);
    if (!chosen) {
      const names = found.map(({ template }) => template.name).join(', ');
      return { reason: `There is no incident template "${wanted ?? ''}"; the templates are: ${names}.` };
    }
    const at = Date.parse(params.at);
    if (Number.isNaN(at)) return noDateTime(params.at);
    const { template, configuration } = chosen;
    const { title, severity, services, commander, trigger } = params;
    const told = params.payload === undefined ? undefined : readAlert(params.payload);
    if (params.payload !== undefined && !told) return noAlert;
    const runbooks = told ? await runbooksOf(session, told) : [];
    const folder = params.folder === undefined ? undefined : pathOfUri(params.folder);
    const facts: IncidentFacts = {
      // What a person has typed is Markdown; what a service says is not.
      title: told?.title === title ? plainWords(title) : title,
      severity,
      services: told?.services.join() === services.join() ? services.map(plainWords) : services,
      commander,
      trigger,
      at,
      startedAt: told?.startedAt,
      events: told ? alertEntries(told, at) : [],
      operationsLead: onCallFor(configuration, services, at) ?? told?.people.map(plainWords)[0],
      runbooks: runbooks.map((runbook) => linkTo(runbook, folder)),
      // The built-in template has the usual list; a team's own template has its own.
      ...(isBuiltIn(template) ? { checklist: configuration.checklists.response } : {}),
      alertKey: told?.key,
    };
    const { text, fileName, caret } = composeIncident(facts, template, configuration.severities);
    return {
      text,
      fileName,
      caret: new LineIndex(text).positionAt(caret),
      runbooks: runbooks.map(({ path, title: name }) => ({ uri: uriOfPath(path), title: name ?? fileNameOf(path) })),
    };
  },
);

const noAlert: Refusal = {
  reason:
    'The payload is no alert that is known: it must be the JSON that Alertmanager, Grafana, Prometheus, PagerDuty, Opsgenie or ServiceNow sends.',
};

function isBuiltIn({ path }: Template): boolean {
  return !path.startsWith('/') && !/^[A-Za-z]:\//.test(path);
}

async function runbooksOf(session: Session, told: Alert): Promise<readonly DocumentFacts[]> {
  return runbooksFor(
    told,
    (await allFacts(session)).flatMap(({ document }) => document ?? []),
  );
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
