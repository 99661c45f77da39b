import { window } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';
import { isRefusal } from '../documents/answers.ts';
import { changeIncident, findIncident } from '../documents/incidentChanges.ts';
import type { WrittenEntry } from '../documents/timelineEntries.ts';
import { documentIn, readAnswers, textIn } from './answers.ts';
import type { Command } from './command.ts';

/** Writes the technical state of an incident above what was known before, and says so in the timeline. */
export const updateReport: Command = {
  id: 'incidentDocs.updateReport',
  title: 'Update Detailed Status',
  async run(context, given): Promise<WrittenEntry | Refusal | undefined> {
    const answers = readAnswers(given, ['report', 'uri']);
    const incident = await findIncident(context, documentIn(answers, 'uri'), window.activeTextEditor?.document.uri);
    if (isRefusal(incident)) return incident;
    const report = textIn(answers, 'report') ?? (await ask());
    return report === undefined ? undefined : changeIncident(context, incident.document, { kind: 'report', report });
  },
};

async function ask(): Promise<string | undefined> {
  return window.showInputBox({
    title: 'Update Detailed Status',
    prompt: 'What state are the systems in, for whoever joins now?',
    placeHolder: 'Two of four pools are drained; errors are down to 3 %',
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? 'Say what state the systems are in.' : undefined),
  });
}
