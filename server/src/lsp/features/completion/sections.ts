import { CompletionItemKind, InsertTextFormat, MarkupKind, type CompletionItem } from 'vscode-languageserver/node';
import type { SectionSchema } from '../../../core/schema/template.ts';
import { rangeOf } from '../../convert.ts';
import type { Caret } from './caret.ts';
import { escapeSnippet, snippetOf } from './snippet.ts';

/**
 * On a line that begins with `#`, the sections that the template has and the document lacks, each with what the template
 * writes below it; the one that belongs here stands first.
 */
export function missingSections(caret: Caret): CompletionItem[] {
  const marks = /^ {0,3}(#{1,6})(?:[ \t]|$)/.exec(caret.before)?.[1];
  if (marks === undefined) return [];
  const { missing } = caret.document.alignment;
  const fitting = marks.length === 1 ? missing : missing.filter(({ level }) => level === marks.length);
  const next = fitting.findIndex((schema) => follows(caret, schema));
  return fitting.map((schema, index) => sectionItem(caret, schema, index === next, index));
}

/** Whether a section comes, in the template, after all sections that stand before the caret. */
function follows({ document, offset }: Caret, schema: SectionSchema): boolean {
  const order = document.template.sections.flatMap(function below(section): SectionSchema[] {
    return [section, ...section.children.flatMap(below)];
  });
  const before = document.alignment.matches.filter(({ section }) => section.heading.span.end < offset);
  return before.every((match) => order.indexOf(match.schema) < order.indexOf(schema));
}

function sectionItem(
  { document, client, line }: Caret,
  schema: SectionSchema,
  isNext: boolean,
  index: number,
): CompletionItem {
  const { lines } = document;
  const heading = `${'#'.repeat(schema.level)} ${schema.heading}`;
  const stub = `\n\n${schema.stub}\n`.replaceAll('\n', lines.newline);
  return {
    label: schema.heading,
    kind: CompletionItemKind.Struct,
    detail: schema.required ? 'required section' : 'optional section',
    documentation: { kind: MarkupKind.Markdown, value: schema.stub },
    filterText: heading,
    sortText: `${isNext ? 0 : 1}${String(index).padStart(3, '0')}`,
    preselect: isNext,
    insertTextFormat: client.snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: {
      range: rangeOf(lines, line),
      newText: client.snippets ? escapeSnippet(heading) + snippetOf(stub) : heading + stub,
    },
  };
}
