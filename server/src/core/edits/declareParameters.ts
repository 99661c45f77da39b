import type { Table as TableNode } from 'mdast';
import type { IncidentDocument } from '../model/document.ts';
import { outermostSectionAt, parametersSection } from '../model/steps/declared.ts';
import { spanOf } from '../parse/markdown.ts';
import { at } from '../text/span.ts';
import type { Edit } from './edit.ts';

/** Lists parameters in the runbook's table of them; one that has no such table gets it above the section that first needs it. */
export function declareParameters(document: IncidentDocument, names: readonly string[], firstUse: number): Edit {
  const { text, lines, outline } = document;
  const section = parametersSection(document);
  const table = section?.body.find((node): node is TableNode => node.type === 'table');
  const columns = table?.children[0]?.children.length ?? 2;
  const rows = names.map((name) => `| \`${name}\` |${'  |'.repeat(Math.max(1, columns - 1))}`);
  if (table) return { span: at(spanOf(table).end), text: rows.map((row) => lines.newline + row).join('') };

  const written = ['| Parameter | What it is |', '| --- | --- |', ...rows].join(lines.newline);
  if (section) {
    const end = text.slice(0, section.bodySpan.end).trimEnd().length;
    return { span: at(end), text: `${lines.newline}${lines.newline}${written}` };
  }
  const before = outermostSectionAt(document, firstUse);
  const level = before?.heading.level ?? outline.sections[0]?.heading.level ?? 2;
  const block = `${'#'.repeat(level)} Parameters${lines.newline}${lines.newline}${written}${lines.newline}${lines.newline}`;
  return before
    ? { span: at(before.span.start), text: block }
    : { span: at(text.trimEnd().length), text: `${lines.newline}${lines.newline}${block.trimEnd()}` };
}
