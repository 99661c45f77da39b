import type { Table as TableNode } from 'mdast';
import type { IncidentDocument } from '../model/document.ts';
import { headedTables, outermostSectionAt, parametersSection } from '../model/steps/declared.ts';
import { spanOf } from '../parse/markdown.ts';
import type { Section } from '../parse/outline.ts';
import { at } from '../text/span.ts';
import type { Edit } from './edit.ts';
import { aboveAnchors } from './sectionPlace.ts';

/** Lists parameters in the runbook's table of them; one that has no such table gets it above the section that first needs it. */
export function declareParameters(document: IncidentDocument, names: readonly string[], firstUse: number): Edit {
  const { text, lines, outline } = document;
  const section = parametersSection(document);
  const table = section
    ? section.body.find((node): node is TableNode => node.type === 'table')
    : headedTables(outline, document)[0];
  const columns = table?.children[0]?.children.length ?? 2;
  const rows = names.map((name) => `| \`${name}\` |${'  |'.repeat(Math.max(1, columns - 1))}`);
  if (table) return { span: at(spanOf(table).end), text: rows.map((row) => lines.newline + row).join('') };

  const written = ['| Parameter | What it is |', '| --- | --- |', ...rows].join(lines.newline);
  if (section) {
    const end = text.slice(0, section.bodySpan.end).trimEnd().length;
    return { span: at(end), text: `${lines.newline}${lines.newline}${written}` };
  }
  const before = firstOfCount(outline.sections, outermostSectionAt(document, firstUse));
  const level = before?.heading.level ?? outline.sections[0]?.heading.level ?? 2;
  const block = `${'#'.repeat(level)} Parameters${lines.newline}${lines.newline}${written}${lines.newline}${lines.newline}`;
  return before
    ? { span: at(aboveAnchors(document, before.span.start)), text: block }
    : { span: at(text.trimEnd().length), text: `${lines.newline}${lines.newline}${block.trimEnd()}` };
}

/** Of sections that are counted ("1. Stop it", "2. Delete it") the first: nothing is put between them. */
function firstOfCount(sections: readonly Section[], section: Section | undefined): Section | undefined {
  let index = section ? sections.indexOf(section) : -1;
  while (index > 0 && isCounted(sections[index]) && isCounted(sections[index - 1])) index--;
  return sections[index] ?? section;
}

function isCounted(section: Section | undefined): boolean {
  return section !== undefined && /^(?:step\s+)?\d+\b/i.test(section.heading.text);
}
