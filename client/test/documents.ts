import { commands, Range, Uri, window, workspace, type TextDocument, type TextEditor } from 'vscode';

/** The place of a file in the tests' workspace. */
export function placeOf(path: string): Uri {
  const [folder] = workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('The tests need a workspace folder.');
  return Uri.joinPath(folder.uri, path);
}

/** Writes a file of the workspace; one that holds the text already stays, so that an editor does not read it while it is written. */
export async function write(path: string, text: string): Promise<Uri> {
  const uri = placeOf(path);
  const present = await read(uri).then(undefined, () => undefined);
  if (present !== text) await workspace.fs.writeFile(uri, Buffer.from(text));
  return uri;
}

/** Writes a file of the workspace and shows it in the active editor, with the caret at its start. */
export async function show(path: string, text: string): Promise<TextEditor> {
  return window.showTextDocument(await write(path, text), { selection: new Range(0, 0, 0, 0) });
}

/** Reads a file of the workspace from the disk. */
export async function read(uri: Uri): Promise<string> {
  return Buffer.from(await workspace.fs.readFile(uri)).toString('utf8');
}

/** The zero-based line of a document where a text first stands. */
export function lineOf(document: TextDocument, text: string): number {
  const line = document
    .getText()
    .split('\n')
    .findIndex((candidate) => candidate.includes(text));
  if (line === -1) throw new Error(`"${text}" does not stand in ${document.uri.toString()}.`);
  return line;
}

/** Closes all editors, throwing unsaved text away. */
export async function closeEditors(): Promise<void> {
  while (window.activeTextEditor?.document.isDirty)
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await commands.executeCommand('workbench.action.closeAllEditors');
}
