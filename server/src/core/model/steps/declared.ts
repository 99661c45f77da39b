import type { Table as TableNode } from 'mdast';
import { sectionAt, type Section } from '../../parse/outline.ts';
import { readTable } from '../../parse/table.ts';
import { normalizeLabel } from '../../schema/label.ts';
import type { Span } from '../../text/span.ts';
import type { IncidentDocument, Step } from '../document.ts';

/** A parameter that a runbook says it has: in its front matter, or in a table or list below "Parameters". */
export interface DeclaredParameter {
  readonly name: string;
  readonly span: Span;
}

const heading = /^(?:parameters?|variables|inputs?|placeholders|environment variables|values to fill in)$/;

/** The section in which a runbook lists its parameters. */
export function parametersSection({ outline }: IncidentDocument): Section | undefined {
  return outline.allSections.find((section) => heading.test(normalizeLabel(section.heading.text)));
}

/** The declared parameters, in document order. */
export function declaredParameters(document: IncidentDocument): DeclaredParameter[] {
  const section = parametersSection(document);
  return [...fromFrontMatter(document), ...(section ? fromSection(section, document) : [])];
}

function fromFrontMatter({ frontMatter, text }: IncidentDocument): DeclaredParameter[] {
  const entry = frontMatter.entries.find(({ key }) => key === 'parameters');
  if (!entry || typeof entry.value !== 'object' || entry.value === null) return [];
  const names = Array.isArray(entry.value)
    ? entry.value.flatMap((item: unknown) => nameOf(item))
    : Object.keys(entry.value);
  let from = entry.valueSpan.start;
  return names.map((name) => {
    const index = text.indexOf(name, from);
    const start = index < 0 || index >= entry.valueSpan.end ? entry.valueSpan.start : index;
    from = start + name.length;
    return { name, span: { start, end: start + name.length } };
  });
}

function nameOf(item: unknown): string[] {
  if (typeof item === 'string') return [item];
  if (typeof item !== 'object' || item === null) return [];
  if ('name' in item && typeof item.name === 'string') return [item.name];
  return Object.keys(item).slice(0, 1);
}

function fromSection(section: Section, { text }: IncidentDocument): DeclaredParameter[] {
  return section.body.flatMap((node): DeclaredParameter[] => {
    if (node.type === 'table') return fromTable(node, text);
    if (node.type !== 'list') return [];
    return node.children.flatMap((item): DeclaredParameter[] => {
      const start = item.children[0]?.position?.start.offset;
      const match =
        start === undefined
          ? null
          : /^[*_`]*([<${]*[A-Za-z][\w. -]*?[>}]*)[*_`]*\s*(?:[:–—=]|\s-\s|$)/m.exec(text.slice(start));
      const name = match?.[1];
      if (start === undefined || !match || name === undefined) return [];
      const at = start + match[0].indexOf(name);
      return [{ name, span: { start: at, end: at + name.length } }];
    });
  });
}

function fromTable(node: TableNode, text: string): DeclaredParameter[] {
  const rows = readTable(node, text)?.rows ?? [];
  return rows.flatMap(({ cells: [first] }) =>
    first && first.words !== '' ? [{ name: first.words, span: first.span }] : [],
  );
}

/** A parameter's name as it is compared: `<pod-name>`, `$POD_NAME` and `pod name` are the same. */
export function parameterKey(name: string): string {
  return name
    .replace(/^YOUR_/, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** All that a runbook says in words: what stands outside its blocks, and the comments in them. */
export function proseOf({ text, steps }: IncidentDocument): string {
  let prose = '';
  let position = 0;
  for (const { span, content } of steps) {
    const comments = content.split('\n').filter((line) => /^\s*#/.test(line));
    prose += `${text.slice(position, span.start)}${comments.join('\n')}\n`;
    position = span.end;
  }
  return prose + text.slice(position);
}

/** Whether the words speak of a parameter by its written form: "Replace `<pod>` with …". */
export function isMentioned(name: string, prose: string): boolean {
  return [`<${name}>`, `$${name}`, `\${${name}}`, `\`${name}\``].some((written) => prose.includes(written));
}

/** Where a step's block uses a parameter first; the opening marks where it can't be told. */
export function parameterSpan({ contentSpan, fenceSpan }: Step, name: string, text: string): Span {
  const content = text.slice(contentSpan.start, contentSpan.end);
  for (const written of [`<${name}>`, `\${${name}`, `$${name}`, `{{${name}}}`, `{{ ${name} }}`, name]) {
    const index = content.indexOf(written);
    if (index >= 0) return { start: contentSpan.start + index, end: contentSpan.start + index + written.length };
  }
  return fenceSpan;
}

/** The outermost section that holds a place; undefined before the first one. */
export function outermostSectionAt({ outline }: IncidentDocument, offset: number): Section | undefined {
  let section = sectionAt(outline, offset);
  while (section?.parent) section = section.parent;
  return section;
}
