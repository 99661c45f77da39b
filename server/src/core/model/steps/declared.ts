import type { List as ListNode, Table as TableNode } from 'mdast';
import type { FrontMatter } from '../../parse/frontMatter.ts';
import { spanOf } from '../../parse/markdown.ts';
import { sectionAt, type Outline, type Section } from '../../parse/outline.ts';
import { readParts, type PartSource } from '../../parse/partReader.ts';
import type { Part } from '../../parse/parts.ts';
import { readTable, type TableCell } from '../../parse/table.ts';
import { wordsOf } from '../../parse/walk.ts';
import { normalizeLabel } from '../../schema/label.ts';
import type { IncidentDocument } from '../document.ts';
import {
  declarationsOfFrontMatter,
  declare,
  type DeclarationProblem,
  type Declarations,
  type DeclaredParameter,
  type WrittenDetails,
} from './declarations.ts';

const heading = /^(?:parameters?|variables|inputs?|placeholders|environment variables|values to fill in)$/;

/** The section in which a runbook lists its parameters. */
export function parametersSection({ outline, each }: Pick<IncidentDocument, 'outline' | 'each'>): Section | undefined {
  return each(listingParameters, outline.allSections)[0];
}

function listingParameters(section: Section): readonly Section[] {
  return heading.test(normalizeLabel(section.heading.text)) ? [section] : [];
}

/** Reads what a document declares, the front matter first. */
export function readDeclarations(outline: Outline, frontMatter: FrontMatter, source: PartSource): Declarations {
  const { text, each } = source;
  const written = frontMatter.entries.some(({ key }) => key === 'parameters');
  const first = written ? declarationsOfFrontMatter(outline) : { parameters: [], problems: [] };
  const section = parametersSection({ outline, each });
  const problems = [...first.problems];
  const listed = section?.body.flatMap((node) => {
    if (node.type === 'table') return fromTable(node, text, problems);
    return node.type === 'list' ? fromList(node, text, problems) : [];
  });
  return {
    parameters: [...first.parameters, ...(listed ?? ofTablesElsewhere(outline, source, problems))],
    problems,
  };
}

/** The parameters of tables below any other heading; of their rows those that the rest of the text uses. */
function ofTablesElsewhere(outline: Outline, source: PartSource, problems: DeclarationProblem[]): DeclaredParameter[] {
  const { text } = source;
  return headedTables(outline, source).flatMap((node) => {
    const { start, end } = spanOf(node);
    const rest = text.slice(0, start) + text.slice(end);
    return fromTable(node, text, problems).filter(({ name }) => isMentioned(bareName(name), rest, false));
  });
}

/** The tables whose head says that they list parameters. */
export function headedTables({ parts }: Outline, source: PartSource): readonly TableNode[] {
  return readParts(tablesOf, parts, source);
}

function tablesOf({ body }: Part): readonly TableNode[] {
  return body.filter((node): node is TableNode => node.type === 'table' && listsInRows(node));
}

function listsInRows({ children: [row] }: TableNode): boolean {
  const [cell] = row?.children ?? [];
  return /^(?:parameter|placeholder|variable|input)s?(?: name)?$/.test(normalizeLabel(cell ? wordsOf(cell) : ''));
}

/** `<pod>`, `$POD` and `${POD}` without their marks. */
function bareName(name: string): string {
  return name.replace(/^[<${`]+|[>}`]+$/g, '');
}

/** What a document says of a parameter, however its name is written; what the front matter leaves open, the table may say. */
export function declarationOf(parameters: readonly DeclaredParameter[], name: string): DeclaredParameter | undefined {
  const key = parameterKey(name);
  const found = parameters.filter((parameter) => parameterKey(parameter.name) === key);
  const [first] = found;
  if (!first || found.length === 1) return first;
  return {
    ...found.toReversed().reduce((below, above) => ({ ...below, ...above })),
    choices: found.find(({ choices }) => choices.length > 0)?.choices ?? [],
    secret: found.some(({ secret }) => secret),
    name: first.name,
    span: first.span,
  };
}

function fromList(node: ListNode, text: string, problems: DeclarationProblem[]): DeclaredParameter[] {
  return node.children.flatMap((item): DeclaredParameter[] => {
    const start = item.children[0]?.position?.start.offset;
    const match =
      start === undefined
        ? null
        : /^[*_`]*([<${]*[A-Za-z][\w. -]*?[>}]*)[*_`]*\s*(?:[:–—=]|\s-\s|$)/m.exec(text.slice(start));
    const name = match?.[1];
    if (start === undefined || !match || name === undefined) return [];
    const at = start + match[0].indexOf(name);
    const words = item.children[0] ? wordsOf(item.children[0]) : '';
    const description = /(?:[:–—=]|\s-\s)\s*(.+)$/s.exec(words)?.[1]?.trim() ?? '';
    const span = { start: at, end: at + name.length };
    const details = description === '' ? {} : { description: { text: description, span: spanOf(item) } };
    return [declare(name, span, details, problems)];
  });
}

/** What the columns of a table are called, by what they say of a parameter. */
const columns: Readonly<Record<keyof WrittenDetails, RegExp>> = {
  default: /^default/,
  pattern: /^(?:pattern|format|regex|regular expression)/,
  choices: /^(?:choices|allowed|values|options|one of)/,
  secret: /^(?:secret|sensitive)/,
  description: /^(?:what|description|meaning|notes?|purpose|explanation|where)/,
};

function fromTable(node: TableNode, text: string, problems: DeclarationProblem[]): DeclaredParameter[] {
  const table = readTable(node, text);
  if (!table) return [];
  const heads = table.header.cells.map(({ words }) => normalizeLabel(words));
  const indexOf = (column: keyof WrittenDetails): number => heads.findIndex((head) => columns[column].test(head));
  const described = indexOf('description') > 0 ? indexOf('description') : 1;
  const needed = heads.findIndex((head) => /^(?:required|mandatory)/.test(head));
  return table.rows.flatMap(({ cells }) => {
    const [first] = cells;
    if (!first || first.words === '') return [];
    const details = detailsOf((column) => {
      const index = column === 'description' ? described : indexOf(column);
      const cell = index > 0 ? cells[index] : undefined;
      return cell && !/^(?:[-–—]|none|n\/a)?$/i.test(cell.words) ? cell : undefined;
    });
    const declared = declare(first.words, first.span, details, problems);
    return [needed >= 0 && mayBeLeft(cells[needed]?.words ?? '') ? { ...declared, isOptional: true } : declared];
  });
}

/** Whether a cell below "Required" says no: it is empty, too. */
function mayBeLeft(words: string): boolean {
  return /^(?:|no|n|optional|false|[-–—✗✘❌])$/i.test(words);
}

function detailsOf(cellOf: (column: keyof WrittenDetails) => TableCell | undefined): WrittenDetails {
  const written = (column: 'description' | 'default' | 'pattern'): WrittenDetails => {
    const cell = cellOf(column);
    return cell ? { [column]: { text: cell.words, span: cell.span } } : {};
  };
  const choices = cellOf('choices');
  const secret = cellOf('secret');
  return {
    ...written('description'),
    ...written('default'),
    ...written('pattern'),
    ...(choices ? { choices: separate(choices) } : {}),
    ...(secret ? { secret: !/^(?:no|false|✗|x)$/i.test(secret.words) } : {}),
  };
}

function separate({ words, span }: TableCell): NonNullable<WrittenDetails['choices']> {
  return words
    .split(/\s*(?:[,|]|\bor\b)\s*|\s+\/\s+/)
    .filter((word) => word !== '')
    .map((text) => ({ text, span }));
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
export function isMentioned(name: string, prose: string, asCode = true): boolean {
  const written = [`<${name}>`, `$${name}`, `\${${name}}`, ...(asCode ? [`\`${name}\``] : [`{{${name}}}`])];
  return written.some((form) => prose.includes(form));
}

/** The outermost section that holds a place; undefined before the first one. */
export function outermostSectionAt({ outline }: IncidentDocument, offset: number): Section | undefined {
  let section = sectionAt(outline, offset);
  while (section?.parent) section = section.parent;
  return section;
}
