import { window } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';
import type { IncidentState } from '../../../server/src/protocol/incidentChange.ts';
import { isRefusal } from '../documents/answers.ts';
import { changeIncident, findIncident } from '../documents/incidentChanges.ts';
import type { WrittenEntry } from '../documents/timelineEntries.ts';
import { documentIn, readAnswers, textIn } from './answers.ts';
import type { Command } from './command.ts';

/** Changes an incident's status and says so in the timeline; its end needs each objective met. */
export const changeStatus: Command = {
  id: 'incidentDocs.changeStatus',
  title: 'Change Status',
  async run(context, given): Promise<WrittenEntry | Refusal | undefined> {
    const answers = readAnswers(given, ['status', 'note', 'uri']);
    const incident = await findIncident(context, documentIn(answers, 'uri'), window.activeTextEditor?.document.uri);
    if (isRefusal(incident)) return incident;
    const answered = textIn(answers, 'status');
    const status = answered ?? (await askStatus(incident.state));
    if (status === undefined) return undefined;
    const note = textIn(answers, 'note') ?? (answered === undefined ? await askNote(status) : '');
    if (note === undefined) return undefined;
    return changeIncident(context, incident.document, { kind: 'status', status, note });
  },
};

/** The status that comes next stands first. */
async function askStatus({ statuses, status }: IncidentState): Promise<string | undefined> {
  const now = statuses.findIndex((name) => name === status);
  const next = statuses[now + 1];
  const items = [...statuses.slice(now + 1), ...statuses.slice(0, Math.max(0, now))].map((label) => ({
    label,
    description: label === next ? 'comes next' : '',
  }));
  const picked = await window.showQuickPick(items, {
    title: 'Change Status (1 of 2)',
    placeHolder: status === undefined ? 'How far is the response?' : `It is ${status} now.`,
    ignoreFocusOut: true,
  });
  return picked?.label;
}

async function askNote(status: string): Promise<string | undefined> {
  return window.showInputBox({
    title: 'Change Status (2 of 2)',
    prompt: `What makes it ${status.toLowerCase()}? Enter alone leaves it out.`,
    placeHolder: 'The connection pool is exhausted',
    ignoreFocusOut: true,
  });
}
