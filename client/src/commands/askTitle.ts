import { window } from 'vscode';

/** Asks for a document's title; undefined where the person cancels. */
export async function askTitle(command: string, example: string): Promise<string | undefined> {
  const title = await window.showInputBox({
    title: command,
    prompt: 'The title, in one line',
    placeHolder: example,
    ignoreFocusOut: true,
    validateInput: (value) => (value.trim() === '' ? 'Write a few words; you can change them later.' : undefined),
  });
  return title?.trim();
}
