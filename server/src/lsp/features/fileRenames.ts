import type { FileRename, WorkspaceEdit } from 'vscode-languageserver/node';
import { followMoves } from '../../core/edits/followMoves.ts';
import { answering } from '../door.ts';
import { editsOfFiles, type EditedFile } from '../fileEdits.ts';
import type { Session } from '../session.ts';
import { filePathOfUri } from '../uri.ts';
import type { Feature } from './feature.ts';

/** Lets links follow files and folders that are about to be renamed or moved, and the links of these hold. */
export const fileRenames: Feature = {
  capabilities: {
    workspace: {
      fileOperations: {
        willRename: {
          filters: [
            { scheme: 'file', pattern: { glob: '**/*.{md,markdown}', matches: 'file' } },
            { scheme: 'file', pattern: { glob: '**', matches: 'folder' } },
          ],
        },
      },
    },
  },
  register,
};

function register(session: Session): void {
  const { connection } = session;
  connection.workspace.onWillRenameFiles(
    answering(connection, 'Renaming files', null, async ({ files }): Promise<WorkspaceEdit | null> => {
      const paths = await session.markdownFiles();
      const moves = movesOf(files, paths);
      if (moves.size === 0) return null;
      const edited: EditedFile[] = [];
      for (const path of new Set([...paths, ...moves.keys()])) {
        const { workspace } = await session.environments.of(path);
        const text = await workspace.read(path);
        const edits = text === undefined ? [] : followMoves({ path, text }, moves, workspace.root);
        if (text !== undefined && edits.length > 0) edited.push({ path, text, edits });
      }
      return edited.length > 0 ? editsOfFiles(session, edited) : null;
    }),
  );
}

/** Each Markdown file with its new place; a folder takes along what is below it. */
function movesOf(files: readonly FileRename[], paths: readonly string[]): ReadonlyMap<string, string> {
  const moves = new Map<string, string>();
  for (const { oldUri, newUri } of files) {
    const from = filePathOfUri(oldUri)?.replace(/\/$/, '');
    const to = filePathOfUri(newUri)?.replace(/\/$/, '');
    if (from === undefined || to === undefined) continue;
    if (/\.(?:md|markdown)$/i.test(from)) moves.set(from, to);
    for (const path of paths) if (path.startsWith(`${from}/`)) moves.set(path, to + path.slice(from.length));
  }
  return moves;
}
