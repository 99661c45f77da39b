import { window } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';
import type { IncidentState } from '../../../server/src/protocol/incidentChange.ts';
import { isRefusal } from '../documents/answers.ts';
import { changeIncident, findIncident } from '../documents/incidentChanges.ts';
import type { WrittenEntry } from '../documents/timelineEntries.ts';
import { documentIn, readAnswers, textIn } from './answers.ts';
import type { Command } from './command.ts';

/** Changes an incident's severity, its next update with it, and says so in the timeline. */
export const changeSeverity: Command = {
  id: 'incidentDocs.changeSeverity',
  title: 'Change Severity',
  async run(context, given): Promise<WrittenEntry | Refusal | undefined> {
    const answers = readAnswers(given, ['severity', 'reason', 'uri']);
    const incident = await findIncident(context, documentIn(answers, 'uri'), window.activeTextEditor?.document.uri);
    if (isRefusal(incident)) return incident;
    const answered = textIn(answers, 'severity');
    const severity = answered ?? (await askSeverity(incident.state));
    if (severity === undefined) return undefined;
    // Whoever gave the severity beforehand has given all that they wanted to say.
    const reason = textIn(answers, 'reason') ?? (answered === undefined ? await askReason(severity) : '');
    if (reason === undefined) return undefined;
    return changeIncident(context, incident.document, { kind: 'severity', severity, reason });
  },
};

async function askSeverity({ severities, severity }: IncidentState): Promise<string | undefined> {
  const items = severities.map(({ name, title, criteria }) => ({
    label: name,
    description: name === severity ? `${title}, as it is now` : title,
    detail: criteria.join(' · '),
  }));
  const picked = await window.showQuickPick(items, {
    title: 'Change Severity (1 of 2)',
    placeHolder: severity === undefined ? 'How severe is it?' : `It is ${severity} now. How severe is it?`,
    ignoreFocusOut: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.label;
}

async function askReason(severity: string): Promise<string | undefined> {
  return window.showInputBox({
    title: 'Change Severity (2 of 2)',
    prompt: `Why is it ${severity} now? Enter alone leaves it out.`,
    placeHolder: 'Half of the users are affected',
    ignoreFocusOut: true,
  });
}
