import { DidChangeWatchedFilesNotification, FileChangeType, WatchKind } from 'vscode-languageserver/node';
import { unattended } from '../door.ts';
import type { Session } from '../session.ts';
import { filePathOfUri, pathOfUri } from '../uri.ts';
import type { Feature } from './feature.ts';

/** Follows what happens to the workspace's files, so that links to a file that came or went are judged anew. */
export const watchedFiles: Feature = { capabilities: {}, register };

function register({ connection, client, documents, filesChanged }: Session): void {
  connection.onDidChangeWatchedFiles(({ changes }) => {
    filesChanged(
      changes.flatMap(({ uri, type }) => {
        const path = filePathOfUri(uri);
        return path === undefined ? [] : { path, appeared: type !== FileChangeType.Changed && mayHoldDocuments(path) };
      }),
    );
  });
  if (!client.watchesFiles) {
    // Such a client tells at least of the documents that it saves itself.
    documents.onDidSave(({ document }) => filesChanged([{ path: pathOfUri(document.uri), appeared: false }]));
    return;
  }
  connection.onInitialized(() => {
    const watchers = [
      { globPattern: '**/*.{md,markdown}' },
      { globPattern: '**/.incident-docs/**' },
      // Of a folder that is gone with all that stood in it, editors tell no more than its own name.
      { globPattern: '**', kind: WatchKind.Delete },
    ];
    unattended(connection, 'Watching files', async () => {
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    });
  });
}

/** Whether a path can be that of a document or of a folder with some: not that of a file of another sort, such as an image. */
function mayHoldDocuments(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path) || !/[^/]\.[a-z]\w{0,9}$/i.test(path);
}
