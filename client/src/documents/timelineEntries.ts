import { Selection, TabInputText, window, workspace, type TextDocument, type TextEditor, type Uri } from 'vscode';
import {
  timelineEntryRequest,
  type Refusal,
  type TimelineEntryParams,
  type TimelineEntryResult,
} from '../../../server/src/protocol/channels.ts';
import type { Context } from '../context.ts';
import { answerFor, isRefusal } from './answers.ts';
import { openDocument } from './openDocument.ts';
import type { DocumentStatuses } from './statuses.ts';
import { toPosition, toWorkspaceEdit } from './wireEdits.ts';

/** An entry to be written: its text, the moment as ISO 8601, and the kind of entry. */
export type TimelineEntry = Omit<TimelineEntryParams, 'uri'>;

/** Where an entry was written; `line` is zero-based. */
export interface WrittenEntry {
  readonly uri: string;
  readonly line: number;
}

const noPlace = 'There is no timeline to write to: open an incident document or a postmortem, or start an incident.';

/** Where an entry goes: the document that was named, else the active one, else the active incident. Nobody types an entry that no place takes. */
export async function findTimeline(context: Context, named: Uri | undefined): Promise<TextDocument | Refusal> {
  let refusal: Refusal = { reason: noPlace };
  for (const uri of named ? [named] : await placesFor(context)) {
    const document = await openDocument(uri);
    if (isRefusal(document)) {
      refusal = document;
      continue;
    }
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

async function ask(
  { server }: Context,
  document: TextDocument,
  entry: TimelineEntry,
): Promise<TimelineEntryResult | Refusal> {
  const params: TimelineEntryParams = { uri: document.uri.toString(), ...entry };
  return answerFor(document, () => server.ask<TimelineEntryResult>(timelineEntryRequest, params));
}

/** Writes a stamped entry into a document's timeline, in its own form, zone and order, as one edit. */
export async function writeEntry(
  context: Context,
  document: TextDocument,
  entry: TimelineEntry,
): Promise<WrittenEntry | Refusal> {
  const answer = await ask(context, document, entry);
  return isRefusal(answer) ? answer : applyEntry(document, answer);
}

/** Makes the edits that bring an entry, shows where it is, and saves what no editor shows. */
export async function applyEntry(document: TextDocument, answer: TimelineEntryResult): Promise<WrittenEntry | Refusal> {
  const uri = document.uri.toString();
  const isShown = isShownInTab(document.uri);
  if (!(await workspace.applyEdit(toWorkspaceEdit(document, answer.edits)))) {
    return {
      reason: `The entry could not be written to ${workspace.asRelativePath(document.uri)}; check that it can be edited.`,
    };
  }
  // What no editor shows would stay unsaved without anyone's seeing it; what can't be saved is shown.
  if (!isShown && !(await document.save())) await window.showTextDocument(document, { preview: false });
  const editor = window.activeTextEditor;
  if (editor?.document === document) moveCaret(editor, answer);
  return { uri, line: answer.line };
}

/** Whether a tab shows a document, in front or behind others. */
export function isShownInTab(uri: Uri): boolean {
  return window.tabGroups.all.some(({ tabs }) =>
    tabs.some(({ input }) => input instanceof TabInputText && input.uri.toString() === uri.toString()),
  );
}

function moveCaret(editor: TextEditor, { caret }: TimelineEntryResult): void {
  const position = toPosition(caret);
  editor.selection = new Selection(position, position);
  editor.revealRange(editor.selection);
}
