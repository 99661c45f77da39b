import { Selection, TabInputText, window, workspace, type TextDocument, type TextEditor, type Uri } from 'vscode';
import {
  timelineEntryRequest,
  type Refusal,
  type TimelineEntryParams,
  type TimelineEntryResult,
} from '../../../server/src/protocol/channels.ts';
import type { Context } from '../context.ts';
import { answerFor, isRefusal } from '../documents/answers.ts';
import type { DocumentStatuses } from '../documents/statuses.ts';
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
    const document = await findPlace(context, documentIn(answers, 'uri'));
    if (isRefusal(document)) return document;
    const text = textIn(answers, 'text') ?? selectedText(window.activeTextEditor) ?? (await askText());
    if (text === undefined) return undefined;
    return insert(context, document, {
      text,
      at: at ?? new Date().toISOString(),
      ...(kind === undefined ? {} : { kind }),
    });
  },
};

const noPlace = 'There is no timeline to write to: open an incident document or a postmortem, or start an incident.';

/** Where the entry goes: the document that was named, else the active one, else the active incident. Nobody types an entry that no place takes. */
async function findPlace(context: Context, named: Uri | undefined): Promise<TextDocument | Refusal> {
  let refusal: Refusal = { reason: noPlace };
  for (const uri of named ? [named] : await placesFor(context)) {
    const document = await workspace.openTextDocument(uri);
    const answer = await ask(context, document, { text: 'Trial', at: new Date().toISOString() });
    if (!isRefusal(answer)) return document;
    refusal = answer;
  }
  return refusal;
}

async function placesFor({ statuses, activeIncident }: Context): Promise<readonly Uri[]> {
  const active = window.activeTextEditor?.document;
  const incident = await activeIncident.find();
  return [
    ...(active && mayHaveTimeline(active, statuses) ? [active.uri] : []),
    ...(incident && incident.toString() !== active?.uri.toString() ? [incident] : []),
  ];
}

/** A document that has only just been opened may not have been read by the server yet: it is asked all the same. */
function mayHaveTimeline({ uri, languageId }: TextDocument, statuses: DocumentStatuses): boolean {
  const status = statuses.of(uri);
  return status ? status.kind === 'incident' || status.kind === 'postmortem' : languageId === 'markdown';
}

type Entry = Omit<TimelineEntryParams, 'uri'>;

async function ask({ server }: Context, document: TextDocument, entry: Entry): Promise<TimelineEntryResult | Refusal> {
  const params: TimelineEntryParams = { uri: document.uri.toString(), ...entry };
  return answerFor(document, () => server.ask<TimelineEntryResult>(timelineEntryRequest, params));
}

async function insert(
  context: Context,
  document: TextDocument,
  entry: Entry,
): Promise<{ readonly uri: string; readonly line: number } | Refusal> {
  const answer = await ask(context, document, entry);
  if (isRefusal(answer)) return answer;
  const uri = document.uri.toString();
  const isShown = window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri),
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
  return { uri, line: answer.line };
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
