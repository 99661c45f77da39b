import { CompletionItemKind, InsertTextFormat, MarkupKind, type CompletionItem } from 'vscode-languageserver/node';
import type { Position } from '../../../core/text/lineIndex.ts';
import { rangeOf } from '../../convert.ts';
import type { Reading } from '../../reading.ts';

/** The keys, words and names that can be written at a place of a team's configuration, or of a template's front matter. */
export async function settingsItems(
  { source, lines, environment }: Reading,
  position: Position,
): Promise<CompletionItem[]> {
  const { suggestSettingsAt } = await import('../../linter.ts');
  const found = suggestSettingsAt(source, lines.offsetAt(position), environment);
  return found.map(({ label, part, insert, span, detail, meaning }, index) => ({
    label,
    kind: part === 'key' ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
    ...(detail === '' ? {} : { detail }),
    ...(meaning === '' ? {} : { documentation: { kind: MarkupKind.Markdown, value: meaning } }),
    sortText: String(index).padStart(4, '0'),
    // A value that is to be replaced must not filter the choices away; a key that has been begun may.
    filterText: part === 'key' ? label : filterOf(source.text.slice(span.start, lines.offsetAt(position)), label),
    insertTextFormat: InsertTextFormat.PlainText,
    textEdit: { range: rangeOf(lines, span), newText: insert },
  }));
}

function filterOf(begun: string, label: string): string {
  return label.toLowerCase().startsWith(begun.toLowerCase()) ? label : `${begun}${label}`;
}
