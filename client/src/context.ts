import { env, window, type ExtensionContext, type LogOutputChannel, type SecretStorage } from 'vscode';
import { ActiveIncident } from './documents/activeIncident.ts';
import { ResolutionWatches } from './documents/resolutionWatches.ts';
import { DocumentStatuses } from './documents/statuses.ts';
import { stepsOf } from './documents/steps.ts';
import { RunHistory } from './history/runHistory.ts';
import { LanguageServer } from './languageServer.ts';
import { ParameterValues } from './parameters/values.ts';
import { StepRunner } from './terminal/stepRunner.ts';
import { showIncident } from './ui/incidentStatus.ts';
import { showKinds } from './ui/languageStatus.ts';
import { Previews } from './ui/previews.ts';
import { StepMarks } from './ui/stepMarks.ts';
import { LiveIncidents } from './updates/liveIncidents.ts';
import { remind } from './updates/reminders.ts';
import { showActions } from './views/actionItemsView.ts';
import { showIncidents } from './views/incidentsView.ts';
import { Overviews } from './views/overviews.ts';
import { showRunbook, type RunbookView } from './views/runbookView.ts';

/** All that the commands share. */
export interface Context {
  readonly log: LogOutputChannel;
  readonly server: LanguageServer;
  readonly statuses: DocumentStatuses;
  readonly activeIncident: ActiveIncident;
  readonly parameters: ParameterValues;
  readonly steps: StepRunner;
  readonly history: RunHistory;
  readonly previews: Previews;
  /** What a person has said in this session to know of: contexts that nothing can tell. */
  readonly acknowledged: Set<string>;
  readonly runbook: RunbookView;
  readonly liveIncidents: LiveIncidents;
  readonly overviews: Overviews;
  readonly watches: ResolutionWatches;
  readonly secrets: SecretStorage;
}

/** Puts the parts of the client together; the extension's end takes them apart. */
export function createContext(extension: ExtensionContext): Context {
  const log = window.createOutputChannel('Incident Docs', { log: true });
  const server = new LanguageServer(extension, log);
  const statuses = new DocumentStatuses(server);
  const activeIncident = new ActiveIncident(server, statuses, extension.workspaceState);
  const workspaceName = extension.storageUri?.toString() ?? env.sessionId;
  const { workspaceState, secrets } = extension;
  const parameters = new ParameterValues(activeIncident, workspaceState, secrets, workspaceName);
  const marks = new StepMarks(extension.workspaceState, {
    async list(document) {
      const found = await stepsOf(server, document);
      return 'reason' in found ? undefined : found.steps;
    },
    onDidRead: server.onDocumentStatus,
  });
  const steps = new StepRunner(log, marks);
  const history = new RunHistory(server, workspaceState, steps, log);
  const previews = new Previews();
  const runbook = showRunbook(server, statuses, marks);
  const liveIncidents = new LiveIncidents(server, statuses);
  const overviews = new Overviews(server, statuses);
  const watches = new ResolutionWatches(statuses, workspaceState);
  extension.subscriptions.push(
    log,
    server,
    statuses,
    activeIncident,
    parameters,
    marks,
    steps,
    history,
    previews,
    runbook,
    showKinds(statuses),
    liveIncidents,
    watches,
    showIncident(activeIncident, liveIncidents),
    overviews,
    showIncidents(overviews, liveIncidents),
    showActions(overviews),
    remind(liveIncidents, workspaceState),
  );
  return {
    log,
    server,
    statuses,
    activeIncident,
    parameters,
    steps,
    history,
    previews,
    acknowledged: new Set(),
    runbook,
    liveIncidents,
    overviews,
    watches,
    secrets,
  };
}
