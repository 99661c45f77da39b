import type { RootContent } from 'mdast';
import { readFrontMatter, type FrontMatter } from '../parse/frontMatter.ts';
import { readLabels, type LabelledValue } from '../parse/labels.ts';
import { parseMarkdown } from '../parse/markdown.ts';
import { buildOutline, type Heading, type Outline, type Section } from '../parse/outline.ts';
import { readTable } from '../parse/table.ts';
import type { NameUse, Problem } from '../shapes/problem.ts';
import { nearestWord } from '../text/nearest.ts';
import type { Span } from '../text/span.ts';
import { trimmed } from '../text/slice.ts';
import { kebab, normalizeLabel, withoutQualifier } from './label.ts';
import { readRefinements, type Refinements } from './refinements.ts';
import { roleOfColumns } from './columnRoles.ts';
import { knownRoles, roleOfHeading, typeOfLabel } from './synonyms.ts';
import type { FieldSchema, SectionSchema, Template, TitleSchema } from './template.ts';
import { documentKinds, type DocumentKind, type FieldType } from './vocabulary.ts';
import { anew } from '../text/knowledge.ts';

/** Why a file is no template, at the place where it shows. */
export interface TemplateProblem {
  /** The rule that says so. */
  readonly rule: Problem['rule'];
  readonly span: Span;
  readonly message: string;
}

export interface TemplateReading {
  /** Undefined where the problems leave nothing that could serve as one. */
  readonly template: Template | undefined;
  readonly problems: readonly TemplateProblem[];
}

/**
 * Reads a Markdown file as the schema of a kind of document: its headings are the sections, its labels the fields, its
 * tables the columns, its bracketed words the placeholders; a `template:` key in its front matter refines the rest.
 */
export function readTemplate(name: string, path: string, text: string): TemplateReading {
  const outline = buildOutline(parseMarkdown(text), text);
  const frontMatter = readFrontMatter(outline);
  const { refinements, problems: wrong, names } = readRefinements(outline, text);
  const unreadable = frontMatter.problems.map((problem) => ({ rule: 'config-syntax' as const, ...problem }));

  const kind = refinements.kind ?? kindFromTitle(outline.title) ?? documentKinds.find((known) => known === kebab(name));
  const labels = readLabels(outline, { text, ...anew });
  const sections = outline.sections.flatMap((section) => readSection(section, labels, refinements, text));
  const fields = fieldsOf(labels, undefined, refinements);
  const isEmpty = sections.length === 0 && fields.length === 0;
  const problems = [
    // Of a front matter that is no YAML, what else seems wrong would mislead.
    ...(unreadable.length > 0 ? unreadable : wrong),
    ...missingParts(kind, isEmpty, outline),
    ...absentParts(
      'section',
      'headings',
      names,
      outline.allSections.map(({ heading }) => heading.text),
    ),
    ...absentParts(
      'field',
      'labels',
      names,
      labels.map(({ label }) => label),
    ),
    ...misspelledRoles(names),
  ];
  if (!kind || isEmpty) return { template: undefined, problems };

  return {
    template: {
      name,
      kind,
      path,
      body: bodyOf(outline, frontMatter, text),
      title: outline.title && titleSchema(outline.title),
      fields,
      sections,
      closed: refinements.closed,
    },
    problems,
  };
}

/** What the front matter refines although the template does not have it. */
function absentParts(
  what: string,
  words: string,
  names: readonly NameUse[],
  known: readonly string[],
): TemplateProblem[] {
  const present = new Set(known.map(normalizeLabel));
  return names
    .filter(({ of, name }) => of.includes(what) && !present.has(normalizeLabel(name)))
    .map(({ name, span }) => {
      const nearest = nearestWord(name, known);
      const advice = nearest === undefined ? `name one of its ${words}.` : `did you mean "${nearest}"?`;
      return { rule: 'config-reference', span, message: `This template has no ${what} "${name}"; ${advice}` };
    });
}

/** A role may be a team's own word, but not one that is nearly known: nothing would ever go by it. */
function misspelledRoles(names: readonly NameUse[]): TemplateProblem[] {
  return names.flatMap(({ of, name, span }): TemplateProblem[] => {
    const near = of.includes('role') && !knownRoles.includes(name) ? nearestWord(name, knownRoles) : undefined;
    if (near === undefined) return [];
    return [{ rule: 'config-reference', span, message: `There is no role "${name}"; did you mean "${near}"?` }];
  });
}

function missingParts(kind: DocumentKind | undefined, isEmpty: boolean, outline: Outline): TemplateProblem[] {
  const place = outline.title?.span ?? { start: 0, end: 0 };
  if (isEmpty) {
    return [
      {
        rule: 'config-syntax',
        span: place,
        message: 'This template has no sections; write each as a heading of level 2, such as "## Summary".',
      },
    ];
  }
  if (kind) return [];
  const choice =
    'name the file runbook.md, incident.md or postmortem.md, or write "template: { kind: postmortem }" in its front matter';
  return [
    {
      rule: 'config-syntax',
      span: place,
      message: `This template does not say which kind of document it is for; ${choice}.`,
    },
  ];
}

function kindFromTitle(title: Heading | undefined): DocumentKind | undefined {
  const prefix = /^(runbook|incident|post[- ]?mortem)\s*:/i.exec(title?.text ?? '')?.[1];
  if (!prefix) return undefined;
  return documentKinds.find((kind) => kind === prefix.toLowerCase().replace(/[- ]/, ''));
}

function titleSchema(title: Heading): TitleSchema {
  const placeholder = /\[[^\]]+\]|\{[^}]+\}|<[^>]+>/.exec(title.text);
  return {
    prefix: (placeholder ? title.text.slice(0, placeholder.index) : title.text).trim(),
    placeholder: placeholder?.[0] ?? '',
  };
}

function readSection(
  section: Section,
  labels: readonly LabelledValue[],
  refinements: Refinements,
  text: string,
): SectionSchema[] {
  const heading = section.heading.text;
  // A heading of template words ("### 1. [Check]") is an example of content, not a section that every document has.
  if (/^\W*(?:\d+\W+)?(?:[[{<]|YYYY|HH:MM)/.test(heading)) return [];
  const normalized = normalizeLabel(heading);
  const refined = refinements.sections.get(normalized);
  const stub = trimmed(text, { start: section.heading.span.end, end: section.span.end });
  const columns = columnsOf(section.body, text);
  return [
    {
      role:
        refined?.role ??
        roleOf([normalized, ...(refined?.synonyms ?? []).map(normalizeLabel)]) ??
        roleOfColumns(columns) ??
        kebab(heading),
      heading,
      synonyms: refined?.synonyms ?? [],
      required: !refined?.optional,
      repeatable: refined?.repeatable ?? false,
      anyOrder: refined?.anyOrder ?? false,
      level: section.heading.level,
      fields: fieldsOf(labels, section, refinements),
      columns,
      children: section.children.flatMap((child) => readSection(child, labels, refinements, text)),
      stub: text.slice(stub.start, stub.end),
    },
  ];
}

/** What a section is for by the first of its names that says so. */
function roleOf(names: readonly string[]): string | undefined {
  const roles = names.map((name) => roleOfHeading(name) ?? roleOfHeading(withoutQualifier(name)));
  return roles.find((role) => role !== undefined);
}

/** How the value of a field is read by the first of its names that says so. */
function typeOf(names: readonly string[]): FieldType {
  return names.map(typeOfLabel).find((type) => type !== 'text') ?? 'text';
}

function fieldsOf(
  labels: readonly LabelledValue[],
  section: Section | undefined,
  refinements: Refinements,
): FieldSchema[] {
  return labels
    .filter((label) => label.section === section)
    .map(({ label, value, style }) => {
      const normalized = normalizeLabel(label);
      const refined = refinements.fields.get(normalized);
      return {
        label,
        synonyms: refined?.synonyms ?? [],
        type: refined?.type ?? typeOf([normalized, ...(refined?.synonyms ?? []).map(normalizeLabel)]),
        // The header's fields are what a document states of itself; those of a section are suggestions until told otherwise.
        required: refined?.optional === undefined ? section === undefined : !refined.optional,
        values: refined?.values ?? choicesOf(value),
        style,
        placeholder: value,
      };
    });
}

/** `[SEV-1 | SEV-2 | SEV-3]` offers three values, and so does `[Low / Medium / High]`; any other placeholder leaves it free. */
function choicesOf(placeholder: string): readonly string[] {
  const words = /^\[([^[\]]+)\]$/.exec(placeholder)?.[1] ?? '';
  const choices = words.split('|').map((choice) => choice.trim());
  if (choices.length > 1) return choices;
  // Two words beside a stroke are as often one thing: "Name / team".
  const parted = words.split(/\s\/\s/).map((choice) => choice.trim());
  return parted.length > 2 ? parted : [];
}

function columnsOf(body: readonly RootContent[], text: string): readonly string[] {
  const node = body.find((block) => block.type === 'table');
  return (node && readTable(node, text)?.header.cells.map((cell) => cell.words)) ?? [];
}

/** The template without its own key in the front matter, and without a front matter that would be empty. */
function bodyOf(outline: Outline, frontMatter: FrontMatter, text: string): string {
  const block = outline.frontMatter;
  if (!block) return text;
  const index = frontMatter.entries.findIndex((entry) => entry.key === 'template');
  const own = frontMatter.entries[index];
  if (!own) return text;
  const rest = text.slice(block.span.end).replace(/^\s*\n/, '');
  if (frontMatter.entries.length === 1) return rest;
  const next = frontMatter.entries[index + 1];
  // Behind the last key comes the line with the closing fence.
  if (!next) return text.slice(0, own.keySpan.start).replace(/\r?\n$/, '') + text.slice(block.yamlSpan.end);
  return text.slice(0, own.keySpan.start) + text.slice(next.keySpan.start);
}
