import type { WorkspaceEdit } from 'vscode-languageserver/node';
import type { Edit } from '../core/edits/edit.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import { toTextEdits } from './convert.ts';
import type { Session } from './session.ts';
import { pathOfUri, uriOfPath } from './uri.ts';

/** What is to be changed in one file. */
export interface EditedFile {
  readonly path: string;
  /** The text that the edits are for: the editor's where the file is open. */
  readonly text: string;
  readonly edits: readonly Edit[];
}

/** The edits of several files as one, bound to the versions of those that are open where the client can hold to them. */
export function editsOfFiles(
  { client, documents }: Pick<Session, 'client' | 'documents'>,
  files: readonly EditedFile[],
): WorkspaceEdit {
  const changes = files.map(({ path, text, edits }) => {
    const open = documents.all().find((document) => pathOfUri(document.uri) === path);
    return {
      textDocument: { uri: open?.uri ?? uriOfPath(path), version: open?.version ?? null },
      edits: toTextEdits(new LineIndex(text), edits),
    };
  });
  return client.versionedEdits
    ? { documentChanges: changes }
    : { changes: Object.fromEntries(changes.map(({ textDocument, edits }) => [textDocument.uri, edits])) };
}
