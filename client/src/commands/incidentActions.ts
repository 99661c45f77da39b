import { commands, Uri, window } from 'vscode';
import type { LiveIncident } from '../../../server/src/protocol/channels.ts';
import { shownIncident } from '../ui/incidentStatus.ts';
import { readAnswers } from './answers.ts';
import type { Command } from './command.ts';

/** What can be done with a live incident, the most urgent first. */
const actions: readonly (readonly [command: string, label: string])[] = [
  ['incidentDocs.insertTimelineEntry', '$(add) Insert timeline entry'],
  ['incidentDocs.draftStatusUpdate', '$(megaphone) Draft status update'],
  ['incidentDocs.changeStatus', '$(arrow-right) Change status'],
  ['incidentDocs.resolveIncident', '$(check) Resolve'],
  ['incidentDocs.changeSeverity', '$(flame) Change severity'],
  ['incidentDocs.assignRole', '$(person) Assign role'],
  ['incidentDocs.updateObjective', '$(checklist) Update objective'],
  ['incidentDocs.updateAffected', '$(organization) Update who is affected'],
  ['incidentDocs.updateReport', '$(note) Update detailed status'],
  ['incidentDocs.escalate', '$(arrow-up) Escalate'],
];

/** Offers what can be done with the active incident, and the other live ones; what the status bar's item opens. */
export const incidentActions: Command = {
  id: 'incidentDocs.incidentActions',
  title: 'Incident Actions',
  async run({ activeIncident, liveIncidents }, given): Promise<object | undefined> {
    readAnswers(given, []);
    const incident = shownIncident(activeIncident, liveIncidents.all);
    if (!incident) return { reason: 'No incident is live here; "Incident Docs: Start Incident" starts one.' };
    const picked = await window.showQuickPick(choices(incident, liveIncidents.all), {
      title: incident.title,
      placeHolder: 'What now?',
    });
    if (!picked) return undefined;
    if (picked.show !== undefined) {
      await window.showTextDocument(Uri.parse(picked.show), { preview: false });
      return { uri: picked.show };
    }
    if (picked.command !== undefined) return commands.executeCommand(picked.command, { uri: incident.uri });
    return undefined;
  },
};

function choices(incident: LiveIncident, all: readonly LiveIncident[]) {
  return [
    ...actions.map(([command, label]) => ({ label, command, show: undefined, description: '' })),
    { label: '$(go-to-file) Show the document', command: undefined, show: incident.uri, description: '' },
    ...all
      .filter((other) => other !== incident)
      .map(({ title, severity = '', uri }) => ({
        label: `$(list-unordered) ${title}`,
        command: undefined,
        show: uri,
        description: severity,
      })),
  ];
}
