import { commands } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';
import type { WorkspaceOverview } from '../../../server/src/protocol/overview.ts';
import { isRefusal } from '../documents/answers.ts';
import { readAnswers } from './answers.ts';
import type { Command } from './command.ts';

interface OpenActions extends Pick<WorkspaceOverview, 'actions' | 'owners'> {
  readonly open: number;
  readonly overdue: number;
}

/** Shows what is left to do of all postmortems and incidents, and returns it. */
export const showActionItems: Command = {
  id: 'incidentDocs.showActionItems',
  title: 'Show Action Items',
  async run({ overviews }, given): Promise<OpenActions | Refusal> {
    readAnswers(given, []);
    const answer = await overviews.ask({ anew: true });
    if (isRefusal(answer)) return answer;
    await commands.executeCommand('incidentDocs.actionItems.focus');
    const { actions, owners } = answer;
    const overdue = actions.filter(({ urgency }) => urgency === 'overdue').length;
    return { open: actions.length, overdue, actions, owners };
  },
};
