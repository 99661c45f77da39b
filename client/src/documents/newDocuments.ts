import { Position, Selection, Uri, window, workspace, WorkspaceEdit, type TextDocument } from 'vscode';
import type { Refusal, WireKind } from '../../../server/src/protocol/channels.ts';
import {
  linkPostmortemRequest,
  newDocumentRequest,
  type LinkPostmortemResult,
  type NewDocumentParams,
  type NewDocumentResult,
} from '../../../server/src/protocol/newDocument.ts';
import type { Context } from '../context.ts';
import type { LanguageServer } from '../languageServer.ts';
import { answerFor, isRefusal } from './answers.ts';
import { catalogFor, documentWithin } from './catalogs.ts';
import { currentFolder, folderIn, freeFile } from './startingPlace.ts';
import { toRange, toWorkspaceEdit } from './wireEdits.ts';
import { isShownInTab } from './timelineEntries.ts';

/** A document that a command has made. */
export interface Made {
  readonly uri: string;
}

const settings: Readonly<Record<WireKind, readonly [setting: string, usual: string]>> = {
  runbook: ['runbooksFolder', 'runbooks'],
  incident: ['incidentsFolder', 'incidents'],
  postmortem: ['postmortemsFolder', 'postmortems'],
};

/**
 * Where new documents of a kind go: the folder that is named, else that of the editor's settings, else where the team's
 * configuration has such documents, else the usual one; undefined where no workspace is open.
 */
export async function folderFor(
  server: LanguageServer,
  kind: WireKind,
  named: string | undefined,
): Promise<Uri | Refusal | undefined> {
  const [setting, usual] = settings[kind];
  const workspaceFolder = currentFolder();
  if (workspaceFolder && named === undefined && !isSettled(setting, workspaceFolder.uri)) {
    const catalog = await catalogFor(server, documentWithin(workspaceFolder.uri));
    if (isRefusal(catalog)) return catalog;
    const folder = catalog.folders[kind];
    if (folder !== undefined) return Uri.parse(folder);
  }
  return settledFolder(setting, usual, named);
}

/** Whether somebody has given a setting a value that holds for a folder. */
function isSettled(setting: string, folder: Uri): boolean {
  const values = workspace.getConfiguration('incidentDocs', folder).inspect(setting);
  return [values?.globalValue, values?.workspaceValue, values?.workspaceFolderValue].some(
    (value) => value !== undefined,
  );
}

/** The folder that is named, else that of a setting; undefined where no workspace is open. */
export function settledFolder(setting: string, usual: string, named: string | undefined): Uri | Refusal | undefined {
  const workspaceFolder = currentFolder();
  if (!workspaceFolder) return undefined;
  const settled = workspace.getConfiguration('incidentDocs', workspaceFolder.uri).get<string>(setting, usual);
  return folderIn(workspaceFolder, named ?? settled);
}

/** What a new document is to be. */
export type DocumentWish = Omit<NewDocumentParams, 'folder' | 'at'> & { readonly folder: string | undefined };

/** Makes a document from a template, and shows it with the first thing to fill in selected. */
export async function makeDocument({ server }: Context, { folder, ...wish }: DocumentWish): Promise<Made | Refusal> {
  const place = await folderFor(server, wish.kind, folder);
  if (place && isRefusal(place)) return place;
  const made = await server.ask<NewDocumentResult>(newDocumentRequest, {
    ...wish,
    // Without a workspace its links can only lead on from where the incident document is.
    folder: (
      place ?? (wish.incident === undefined ? Uri.file('/') : Uri.joinPath(Uri.parse(wish.incident), '..'))
    ).toString(),
    at: new Date().toISOString(),
  });
  return isRefusal(made) ? made : showNew(made, place);
}

/** Writes a new document into a folder, and shows it; unsaved, where there is no folder for it. */
export async function showNew(made: NewDocumentResult, folder: Uri | undefined): Promise<Made | Refusal> {
  const document = folder
    ? await writeNew(made, folder)
    : await workspace.openTextDocument({ language: 'markdown', content: made.text });
  if (isRefusal(document)) return document;
  const { start, end } = toRange(made.place);
  const editor = await window.showTextDocument(document, { preview: false });
  editor.selection = new Selection(start, end);
  editor.revealRange(editor.selection);
  return { uri: document.uri.toString() };
}

async function writeNew({ text, fileName }: NewDocumentResult, folder: Uri): Promise<TextDocument | Refusal> {
  const uri = await freeFile(folder, fileName);
  const edit = new WorkspaceEdit();
  edit.createFile(uri, { overwrite: false });
  edit.insert(uri, new Position(0, 0), text);
  if (!(await workspace.applyEdit(edit)))
    return {
      reason: `The file ${workspace.asRelativePath(uri)} could not be created; check that its folder can be written to.`,
    };
  const document = await workspace.openTextDocument(uri);
  await document.save();
  return document;
}

/** Writes the link to a postmortem into its incident document, as an edit of its own; undefined where it stands there. */
export async function linkPostmortem(
  { server }: Context,
  incident: string,
  postmortem: string,
): Promise<Refusal | undefined> {
  const document = await workspace.openTextDocument(Uri.parse(incident));
  const params = { uri: document.uri.toString(), postmortem };
  const answer = await answerFor(document, () => server.ask<LinkPostmortemResult>(linkPostmortemRequest, params));
  if (isRefusal(answer)) return answer;
  if (answer.edits.length === 0) return undefined;
  const isShown = isShownInTab(document.uri);
  if (!(await workspace.applyEdit(toWorkspaceEdit(document, answer.edits)))) {
    return { reason: `The link to the postmortem could not be written to ${workspace.asRelativePath(document.uri)}.` };
  }
  if (!isShown) await document.save();
  return undefined;
}
