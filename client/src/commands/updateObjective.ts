import { window } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';
import type { IncidentState } from '../../../server/src/protocol/incidentChange.ts';
import { isRefusal } from '../documents/answers.ts';
import { changeIncident, findIncident } from '../documents/incidentChanges.ts';
import type { WrittenEntry } from '../documents/timelineEntries.ts';
import { documentIn, readAnswers, textIn } from './answers.ts';
import type { Command } from './command.ts';

/** Calls a resolution objective met or open again, or adds one, and says so in the timeline. */
export const updateObjective: Command = {
  id: 'incidentDocs.updateObjective',
  title: 'Update Objective',
  async run(context, given): Promise<WrittenEntry | Refusal | undefined> {
    const answers = readAnswers(given, ['objective', 'met', 'uri']);
    const incident = await findIncident(context, documentIn(answers, 'uri'), window.activeTextEditor?.document.uri);
    if (isRefusal(incident)) return incident;
    const objective = textIn(answers, 'objective');
    const met = answers.get('met') ?? true;
    if (typeof met !== 'boolean') throw new TypeError('its answer "met" must be true or false.');
    const chosen = objective === undefined ? await ask(incident.state) : { objective, met };
    return chosen && changeIncident(context, incident.document, { kind: 'objective', ...chosen });
  },
};

interface Chosen {
  readonly objective: string;
  readonly met: boolean;
}

/** Where there is none yet, the first one is asked for at once. */
async function ask({ objectives }: IncidentState): Promise<Chosen | undefined> {
  if (objectives.length === 0) return askNew();
  const add = '$(add) Add an objective…';
  const items = [
    ...objectives.map(({ text, met }) => ({
      label: `${met ? '$(pass)' : '$(circle-large-outline)'} ${text}`,
      description: met ? 'met; choose it to open it again' : 'choose it once it is met',
      objective: text,
      met: !met,
    })),
    { label: add, description: '', objective: undefined, met: false },
  ];
  const picked = await window.showQuickPick(items, {
    title: 'Update Objective',
    placeHolder: 'When is the incident resolved?',
    ignoreFocusOut: true,
  });
  if (picked?.objective !== undefined) return { objective: picked.objective, met: picked.met };
  return picked && askNew();
}

async function askNew(): Promise<Chosen | undefined> {
  const objective = await window.showInputBox({
    title: 'Update Objective',
    prompt: 'What must be true, with a number?',
    placeHolder: 'Error rate below 1 % for 15 minutes',
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? 'Say what must be true, with a number.' : undefined),
  });
  return objective === undefined ? undefined : { objective, met: false };
}
