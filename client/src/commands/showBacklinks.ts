import { commands, Position, window, type Location } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';
import { documentIn, lineIn, readAnswers } from './answers.ts';
import type { Command } from './command.ts';

/** The places that link to a document. */
interface Backlinks {
  readonly links: readonly { readonly uri: string; readonly line: number }[];
}

/** Shows what links to the heading at a line; to the whole document where it is the title. */
export const showBacklinks: Command = {
  id: 'incidentDocs.showBacklinks',
  title: 'Show Backlinks',
  async run(_, given): Promise<Backlinks | Refusal> {
    const answers = readAnswers(given, ['uri', 'line']);
    const uri = documentIn(answers, 'uri') ?? window.activeTextEditor?.document.uri;
    if (!uri) return { reason: 'Open a document first: links to it are looked for.' };
    const position = new Position(lineIn(answers, 'line') ?? window.activeTextEditor?.selection.active.line ?? 0, 0);
    const found = await commands.executeCommand<Location[]>('vscode.executeReferenceProvider', uri, position);
    if (found.length === 0) return { reason: 'Nothing in this workspace links there.' };
    await commands.executeCommand('editor.action.showReferences', uri, position, found);
    return { links: found.map((place) => ({ uri: place.uri.toString(), line: place.range.start.line })) };
  },
};
