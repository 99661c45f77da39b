import { Uri, window } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';
import { isRefusal } from '../documents/answers.ts';
import { documentIn, readAnswers } from './answers.ts';
import type { Command } from './command.ts';

/** Opens the postmortem of an incident. */
export const openPostmortem: Command = {
  id: 'incidentDocs.openPostmortem',
  title: 'Open Postmortem',
  async run({ overviews }, given): Promise<{ readonly uri: string } | Refusal> {
    const named = documentIn(readAnswers(given, ['uri']), 'uri') ?? window.activeTextEditor?.document.uri;
    if (!named) return { reason: 'Open an incident document first: its postmortem is looked for.' };
    const answer = await overviews.ask({ anew: true });
    if (isRefusal(answer)) return answer;
    const incident = answer.incidents.find(({ uri }) => Uri.parse(uri, true).toString() === named.toString());
    if (!incident) return { reason: `${named.path.replace(/^.*\//, '')} is no incident document of this workspace.` };
    const { title, postmortem } = incident;
    if (postmortem === undefined)
      return { reason: `No postmortem of this workspace links to "${title}", and it links to none.` };
    await window.showTextDocument(Uri.parse(postmortem, true), { preview: false });
    return { uri: postmortem };
  },
};
