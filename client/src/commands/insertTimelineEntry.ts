import { Selection, TabInputText, window, workspace, type TextDocument, type TextEditor, type Uri } from 'vscode';
import {
  timelineEntryRequest,
  type Refusal,
  type TimelineEntryParams,
  type TimelineEntryResult,
} from '../../../server/src/protocol/channels.ts';
import type { Context } from '../context.ts';
import { answerFor, isRefusal } from '../documents/answers.ts';
import { toPosition, toWorkspaceEdit } from '../documents/wireEdits.ts';
import { documentIn, momentIn, readAnswers, textIn } from './answers.ts';
import type { Command } from './command.ts';

/** Writes a stamped entry into a timeline, in that document's own form, zone and order, as one edit. */
export const insertTimelineEntry: Command = {
  id: 'incidentDocs.insertTimelineEntry',
  title: 'Insert Timeline Entry',
  async run(context, given): Promise<{ readonly uri: string; readonly line: number } | Refusal | undefined> {
    const answers = readAnswers(given, ['text', 'at', 'kind', 'uri']);
    const at = momentIn(answers, 'at');
    const kind = textIn(answers, 'kind');
    const places = await placesFor(context, documentIn(answers, 'uri'));
    if ('reason' in places) return places;
    const text = textIn(answers, 'text') ?? selectedText(window.activeTextEditor) ?? (await askText());
    if (text === undefined) return undefined;

    const entry = { text, at: at ?? new Date().toISOString(), ...(kind === undefined ? {} : { kind }) };
    let refusal: Refusal = { reason: noPlace };
    for (const uri of places) {
      const inserted = await insert(context, await workspace.openTextDocument(uri), entry);
      if (!isRefusal(inserted)) return inserted;
      refusal = inserted;
    }
    return refusal;
  },
};

const noPlace = 'There is no timeline to write to: open an incident document or a postmortem, or start an incident.';

/** Where the entry may go, best first: the document that was named, else the active one, else the active incident. */
async function placesFor(
  { statuses, activeIncident }: Context,
  named: Uri | undefined,
): Promise<readonly Uri[] | Refusal> {
  if (named) return [named];
  const active = window.activeTextEditor?.document.uri;
  const kind = active && statuses.of(active)?.kind;
  const isOwn = active !== undefined && (kind === 'incident' || kind === 'postmortem');
  const incident = await activeIncident.find();
  const places = [
    ...(isOwn ? [active] : []),
    ...(incident && incident.toString() !== active?.toString() ? [incident] : []),
  ];
  return places.length > 0 ? places : { reason: noPlace };
}

async function insert(
  { server }: Context,
  document: TextDocument,
  entry: Omit<TimelineEntryParams, 'uri'>,
): Promise<{ readonly uri: string; readonly line: number } | Refusal> {
  const params: TimelineEntryParams = { uri: document.uri.toString(), ...entry };
  const answer = await answerFor(document, () => server.ask<TimelineEntryResult>(timelineEntryRequest, params));
  if (isRefusal(answer)) return answer;
  const isShown = window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === params.uri),
  );
  if (!(await workspace.applyEdit(toWorkspaceEdit(document, answer.edits)))) {
    return {
      reason: `The entry could not be written to ${workspace.asRelativePath(document.uri)}; check that it can be edited.`,
    };
  }
  // What no editor shows would stay unsaved without anyone's seeing it.
  if (!isShown) await document.save();
  const editor = window.activeTextEditor;
  if (editor?.document === document) moveCaret(editor, answer);
  return { uri: params.uri, line: answer.line };
}

function moveCaret(editor: TextEditor, { caret }: TimelineEntryResult): void {
  const position = toPosition(caret);
  editor.selection = new Selection(position, position);
  editor.revealRange(editor.selection);
}

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
