import { env } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';
import {
  pastedEntriesRequest,
  type PastedEntriesParams,
  type PastedEntriesResult,
} from '../../../server/src/protocol/pastedEntries.ts';
import { answerFor, isRefusal } from '../documents/answers.ts';
import { applyEntry, findTimeline } from '../documents/timelineEntries.ts';
import { documentIn, momentIn, readAnswers, textIn } from './answers.ts';
import type { Command } from './command.ts';

/** Where entries were written: the line of the last one, and how many there are. */
interface Pasted {
  readonly uri: string;
  readonly line: number;
  readonly count: number;
}

/** Writes what is in the clipboard into a timeline: messages of a chat become entries with their own times. */
export const pasteTimelineEntries: Command = {
  id: 'incidentDocs.pasteTimelineEntries',
  title: 'Paste into Timeline',
  async run(context, given): Promise<Pasted | Refusal | undefined> {
    const answers = readAnswers(given, ['text', 'at', 'uri']);
    const at = momentIn(answers, 'at') ?? new Date().toISOString();
    const text = textIn(answers, 'text') ?? (await env.clipboard.readText());
    if (text.trim() === '') return { reason: 'The clipboard is empty; copy some messages first.' };
    const document = await findTimeline(context, documentIn(answers, 'uri'));
    if (isRefusal(document)) return document;
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const params: PastedEntriesParams = { uri: document.uri.toString(), text, at, zone };
    const answer = await answerFor(document, () =>
      context.server.ask<PastedEntriesResult>(pastedEntriesRequest, params),
    );
    if (isRefusal(answer)) return answer;
    const written = await applyEntry(document, answer);
    return isRefusal(written) ? written : { ...written, count: answer.count };
  },
};
