import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { followRename } from '../core/edits/followRename.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import { folderOf, joinPath } from '../core/text/path.ts';
import { toTextEdits } from './convert.ts';
import type { Reading } from './reading.ts';
import type { Session } from './session.ts';
import { filePathOfUri, pathOfUri, uriOfPath } from './uri.ts';

type TextChange = Extract<NonNullable<WorkspaceEdit['documentChanges']>[number], { edits: unknown }>;

/**
 * Gives a document's file another name in its folder, and lets the links of the workspace follow; undefined where the client
 * renames no files, or where something has that name already.
 */
export async function renameEdit(
  { client, documents }: Pick<Session, 'client' | 'documents'>,
  { uri, environment: { workspace } }: Reading,
  name: string,
): Promise<WorkspaceEdit | undefined> {
  const from = filePathOfUri(uri);
  if (!client.renamesFiles || from === undefined) return undefined;
  const to = joinPath(folderOf(from), name);
  if (await workspace.exists(to)) return undefined;
  const changes: TextChange[] = [];
  for (const path of new Set([...(await workspace.markdownFiles()), from])) {
    const text = await workspace.read(path);
    const edits = text === undefined ? [] : followRename({ path, text }, { from, to }, workspace.root);
    if (text === undefined || edits.length === 0) continue;
    const open = documents.all().find((document) => pathOfUri(document.uri) === path);
    changes.push({
      textDocument: { uri: open?.uri ?? uriOfPath(path), version: open?.version ?? null },
      edits: toTextEdits(new LineIndex(text), edits),
    });
  }
  const newUri = uri.slice(0, uri.lastIndexOf('/') + 1) + encodeURIComponent(name);
  return {
    documentChanges: [...changes, { kind: 'rename', oldUri: uri, newUri, options: { overwrite: false } }],
  };
}
