import { DidChangeWorkspaceFoldersNotification } from 'vscode-languageserver/node';
import { folderPaths } from '../client.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

/** Follows the folders that the client opens and closes. */
export const workspaceFolders: Feature = {
  capabilities: { workspace: { workspaceFolders: { supported: true, changeNotifications: true } } },
  register,
};

function register({ connection, changeFolders }: Session): void {
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event }) => {
    changeFolders(folderPaths(event.added), folderPaths(event.removed));
  });
}
