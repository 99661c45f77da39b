import { window } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';
import { isRefusal } from '../documents/answers.ts';
import { changeIncident, findIncident } from '../documents/incidentChanges.ts';
import type { WrittenEntry } from '../documents/timelineEntries.ts';
import { documentIn, readAnswers, textIn } from './answers.ts';
import type { Command } from './command.ts';

/** Says who is affected by an incident, inside the company or outside, and says so in the timeline. */
export const updateAffected: Command = {
  id: 'incidentDocs.updateAffected',
  title: 'Update Who Is Affected',
  async run(context, given): Promise<WrittenEntry | Refusal | undefined> {
    const answers = readAnswers(given, ['group', 'who', 'uri']);
    const incident = await findIncident(context, documentIn(answers, 'uri'), window.activeTextEditor?.document.uri);
    if (isRefusal(incident)) return incident;
    const { affected } = incident.state;
    const group = textIn(answers, 'group') ?? (await askGroup(affected));
    if (group === undefined) return undefined;
    const before = affected.find((each) => each.group === group)?.who ?? '';
    const who = textIn(answers, 'who') ?? (await askWho(group, before));
    return who === undefined ? undefined : changeIncident(context, incident.document, { kind: 'affected', group, who });
  },
};

async function askGroup(
  affected: readonly { readonly group: string; readonly who: string }[],
): Promise<string | undefined> {
  const items = affected.map(({ group, who }) => ({ label: group, description: who }));
  const picked = await window.showQuickPick(items, {
    title: 'Update Who Is Affected (1 of 2)',
    placeHolder: affected.length === 0 ? 'The document has no field for who is affected' : 'Of whom?',
    ignoreFocusOut: true,
  });
  return picked?.label;
}

async function askWho(group: string, before: string): Promise<string | undefined> {
  return window.showInputBox({
    title: 'Update Who Is Affected (2 of 2)',
    prompt: `${group}: who, and how many?`,
    placeHolder: '45,000 (30 % of active users)',
    value: before,
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? 'Write who is affected, and how many.' : undefined),
  });
}
