import { window } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';
import type { IncidentState } from '../../../server/src/protocol/incidentChange.ts';
import { isRefusal } from '../documents/answers.ts';
import { changeIncident, findIncident } from '../documents/incidentChanges.ts';
import type { WrittenEntry } from '../documents/timelineEntries.ts';
import { documentIn, readAnswers, textIn } from './answers.ts';
import type { Command } from './command.ts';

/** Gives a role in an incident to somebody, or hands it over, and says so in the timeline. */
export const assignRole: Command = {
  id: 'incidentDocs.assignRole',
  title: 'Assign Role',
  async run(context, given): Promise<WrittenEntry | Refusal | undefined> {
    const answers = readAnswers(given, ['role', 'person', 'uri']);
    const incident = await findIncident(context, documentIn(answers, 'uri'), window.activeTextEditor?.document.uri);
    if (isRefusal(incident)) return incident;
    const role = textIn(answers, 'role') ?? (await askRole(incident.state));
    if (role === undefined) return undefined;
    const person = textIn(answers, 'person') ?? (await askPerson(incident.state, role));
    if (person === undefined) return undefined;
    return changeIncident(context, incident.document, { kind: 'role', role, person });
  },
};

async function askRole({ roles }: IncidentState): Promise<string | undefined> {
  const items = roles.map(({ name, duty, holder }) => ({
    label: name,
    description: holder ?? 'nobody yet',
    detail: duty,
  }));
  const picked = await window.showQuickPick(items, {
    title: 'Assign Role (1 of 2)',
    placeHolder: 'Which role?',
    ignoreFocusOut: true,
    matchOnDescription: true,
  });
  return picked?.label;
}

/** Somebody of the team is picked, anybody else is typed. */
async function askPerson({ people }: IncidentState, role: string): Promise<string | undefined> {
  const picker = window.createQuickPick<{ readonly label: string; readonly person: string }>();
  const known = people.map(({ id, name }) => ({ label: name, person: id }));
  const offer = (typed: string): void => {
    const isKnown = typed === '' || people.some(({ id }) => id === typed);
    picker.items = isKnown ? known : [...known, { label: typed, person: typed }];
  };
  picker.title = 'Assign Role (2 of 2)';
  picker.placeholder = `Who is ${role.toLowerCase()}? Pick or type a name.`;
  picker.ignoreFocusOut = true;
  offer('');
  try {
    return await new Promise<string | undefined>((resolve) => {
      picker.onDidChangeValue((typed) => offer(typed.trim()));
      picker.onDidAccept(() => resolve(picker.selectedItems[0]?.person ?? (picker.value.trim() || undefined)));
      picker.onDidHide(() => resolve(undefined));
      picker.show();
    });
  } finally {
    picker.dispose();
  }
}
