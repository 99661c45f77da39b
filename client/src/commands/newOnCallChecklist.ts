import type { Refusal } from '../../../server/src/protocol/channels.ts';
import {
  onCallChecklistRequest,
  type NewDocumentResult,
  type OnCallChecklistParams,
} from '../../../server/src/protocol/newDocument.ts';
import { isRefusal } from '../documents/answers.ts';
import { settledFolder, showNew, type Made } from '../documents/newDocuments.ts';
import { momentIn, readAnswers, textIn } from './answers.ts';
import type { Command } from './command.ts';

/** Writes the checklist of a week on call: what to do before, during and after it. */
export const newOnCallChecklist: Command = {
  id: 'incidentDocs.newOnCallChecklist',
  title: 'New On-Call Checklist',
  async run({ server }, given): Promise<Made | Refusal | undefined> {
    const answers = readAnswers(given, ['team', 'at', 'folder']);
    const folder = settledFolder('onCallFolder', 'on-call', textIn(answers, 'folder'));
    if (folder && isRefusal(folder)) return folder;
    const team = textIn(answers, 'team');
    const params: OnCallChecklistParams = {
      at: momentIn(answers, 'at') ?? new Date().toISOString(),
      ...(team === undefined ? {} : { team }),
      ...(folder === undefined ? {} : { folder: folder.toString() }),
    };
    const made = await server.ask<NewDocumentResult>(onCallChecklistRequest, params);
    return isRefusal(made) ? made : showNew(made, folder);
  },
};
