import { window, type TextEditor } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';
import { isRefusal } from '../documents/answers.ts';
import { findTimeline, writeEntry, type WrittenEntry } from '../documents/timelineEntries.ts';
import { documentIn, momentIn, readAnswers, textIn } from './answers.ts';
import type { Command } from './command.ts';

/** Writes a stamped entry into a timeline, in that document's own form, zone and order, as one edit. */
export const insertTimelineEntry: Command = {
  id: 'incidentDocs.insertTimelineEntry',
  title: 'Insert Timeline Entry',
  async run(context, given): Promise<WrittenEntry | Refusal | undefined> {
    const answers = readAnswers(given, ['text', 'at', 'kind', 'uri']);
    const at = momentIn(answers, 'at');
    const kind = textIn(answers, 'kind');
    const document = await findTimeline(context, documentIn(answers, 'uri'));
    if (isRefusal(document)) return document;
    const text = textIn(answers, 'text') ?? selectedText(window.activeTextEditor) ?? (await askText());
    if (text === undefined) return undefined;
    return writeEntry(context, document, {
      text,
      at: at ?? new Date().toISOString(),
      ...(kind === undefined ? {} : { kind }),
    });
  },
};

/** The selected words as one line; undefined where nothing is selected. */
function selectedText(editor: TextEditor | undefined): string | undefined {
  const text = editor?.document
    .getText(editor.selection)
    .replaceAll(/\s*\n\s*/g, ' ')
    .trim();
  return text === '' ? undefined : text;
}

async function askText(): Promise<string | undefined> {
  const text = await window.showInputBox({
    title: 'Insert Timeline Entry',
    prompt: 'What happened? The time is stamped as you press Enter.',
    placeHolder: 'Rolled back deployment 4711',
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? 'Say in a few words what happened.' : undefined),
  });
  return text?.trim();
}
