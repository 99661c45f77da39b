import { commands, Uri, window } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';
import type { RecordedRun } from '../history/runHistory.ts';
import { durationOf, verdictOf } from '../ui/stepMark.ts';
import { readAnswers } from './answers.ts';
import type { Command } from './command.ts';

/** Lists what was run in this workspace, newest first, and goes to the runbook of the run that is chosen. */
export const showRunHistory: Command = {
  id: 'incidentDocs.showRunHistory',
  title: 'Show Run History',
  async run({ history }, given): Promise<RecordedRun | Refusal | undefined> {
    readAnswers(given, []);
    const runs = await history.all();
    if (runs.length === 0) return { reason: 'No step has run in this workspace yet.' };
    const picked = await window.showQuickPick(
      runs.map((run) => ({
        run,
        label: `${verdictOf(run)} · ${run.step}`,
        description: `${run.startedAt.slice(0, 16).replace('T', ' ')}Z · ${durationOf(run.durationMs)} · ${run.who}`,
        detail: `${run.runbook}${run.commit === undefined ? '' : ` at ${run.commit}`}: ${run.command.split('\n', 1)[0] ?? ''}`,
      })),
      {
        title: 'Run History',
        placeHolder: 'Choose a run to go to its runbook',
        matchOnDescription: true,
        matchOnDetail: true,
      },
    );
    if (!picked) return undefined;
    await commands.executeCommand('vscode.open', Uri.parse(picked.run.uri));
    return picked.run;
  },
};
