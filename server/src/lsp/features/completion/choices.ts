import { CompletionItemKind, type CompletionItem } from 'vscode-languageserver/node';
import { slice } from '../../../core/text/slice.ts';
import type { Span } from '../../../core/text/span.ts';
import { rangeOf } from '../../convert.ts';
import type { Caret } from './caret.ts';

/** What can stand at a place. */
export interface Choice {
  readonly text: string;
  readonly detail: string;
}

/** Items that put a choice in place of what stands there, in their own order. */
export function choiceItems(
  { document, offset, before }: Caret,
  place: Span,
  choices: readonly Choice[],
  kind: CompletionItemKind = CompletionItemKind.EnumMember,
): CompletionItem[] {
  const span: Span = place.start === place.end ? { start: offset, end: offset } : place;
  const typed = slice(document.text, { start: span.start, end: offset });
  const isJoined = span.start === offset && /[:*|]$/.test(before);
  return choices.map(({ text, detail }, index) => ({
    label: text,
    kind,
    ...(detail === '' ? {} : { detail }),
    // A placeholder or another value is replaced, so it must not filter the choices away.
    filterText: text.toLowerCase().startsWith(typed.toLowerCase()) ? text : typed,
    sortText: String(index).padStart(3, '0'),
    textEdit: { range: rangeOf(document.lines, span), newText: isJoined ? ` ${text}` : text },
  }));
}
