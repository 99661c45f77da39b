import { workspace, type TextDocument, type Uri } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';

/** A document that is named by its address; refused where there is none, or where it is no text. */
export async function openDocument(uri: Uri): Promise<TextDocument | Refusal> {
  try {
    return await workspace.openTextDocument(uri);
  } catch {
    return { reason: `${workspace.asRelativePath(uri)} can't be opened; check that it is there and is a text.` };
  }
}
