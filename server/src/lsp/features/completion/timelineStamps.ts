import { CompletionItemKind, InsertTextFormat, type CompletionItem } from 'vscode-languageserver/node';
import { isWrittenLive, typedEntry } from '../../../core/edits/typedEntry.ts';
import { slice } from '../../../core/text/slice.ts';
import { rangeOf, toTextEdits } from '../../convert.ts';
import type { Caret } from './caret.ts';
import { escapeSnippet } from './snippet.ts';

/**
 * On a line that begins an entry of the timeline, the present moment in the timeline's own form; unasked only where what is
 * typed happens now.
 */
export function timelineStamps({ document, client, line, offset, now, isAsked }: Caret): CompletionItem[] {
  if (offset < line.end || (!isAsked && !isWrittenLive(document, now))) return [];
  const typed = slice(document.text, line);
  if (!isAsked && typed.trim() === '') return [];
  const entry = typedEntry(document, line, now);
  if (!entry) return [];
  const { gap, before, behind, stamp } = entry;
  const isSnippet = client.snippets && behind !== '';
  return [
    {
      label: stamp,
      kind: CompletionItemKind.Event,
      detail: 'now, as an entry of this timeline',
      filterText: typed + stamp,
      sortText: '0',
      preselect: true,
      insertTextFormat: isSnippet ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
      textEdit: {
        range: rangeOf(document.lines, line),
        newText: isSnippet ? `${escapeSnippet(before)}$0${escapeSnippet(behind)}` : before + behind,
      },
      ...(gap ? { additionalTextEdits: toTextEdits(document.lines, [gap]) } : {}),
    },
  ];
}
