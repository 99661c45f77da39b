import type { FrontMatter } from '../parse/frontMatter.ts';
import type { Span } from '../text/span.ts';
import { normalizeLabel } from './label.ts';
import { documentKinds, fieldTypes, type DocumentKind, type FieldType } from './vocabulary.ts';

interface SectionRefinement {
  readonly role?: string;
  readonly optional?: boolean;
  readonly repeatable?: boolean;
  readonly anyOrder?: boolean;
  readonly synonyms?: readonly string[];
}

interface FieldRefinement {
  readonly type?: FieldType;
  readonly optional?: boolean;
  readonly synonyms?: readonly string[];
  readonly values?: readonly string[];
}

/** What a template's front matter says that plain Markdown cannot: the mapping under its key `template`. */
export interface Refinements {
  readonly kind: DocumentKind | undefined;
  readonly closed: boolean;
  /** By normalized heading. */
  readonly sections: ReadonlyMap<string, SectionRefinement>;
  /** By normalized label. */
  readonly fields: ReadonlyMap<string, FieldRefinement>;
  /** Where the mapping stands, for each normalized heading. */
  readonly places: ReadonlyMap<string, Span>;
}

/** Reads the refinements of a template; each key or value that is not understood is a problem that names the right ones. */
export function readRefinements(frontMatter: FrontMatter): {
  refinements: Refinements;
  problems: { span: Span; message: string }[];
} {
  const problems: { span: Span; message: string }[] = [];
  const entry = frontMatter.entries.find(({ key }) => key === 'template');
  const span = entry?.keySpan ?? { start: 0, end: 0 };
  const say = (message: string): void => void problems.push({ span, message });
  const given = entry === undefined ? {} : record(entry.value);
  if (!given) say('"template" must be a mapping, such as "template: { kind: postmortem }".');
  const { kind, closed, sections, fields, ...others } = given ?? {};
  unknownKeys(others, 'template', ['kind', 'closed', 'sections', 'fields'], say);
  const known = documentKinds.find((name) => name === kind);
  if (kind !== undefined && !known) say(`"kind" must be ${list(documentKinds)}, not ${JSON.stringify(kind)}.`);
  if (closed !== undefined && typeof closed !== 'boolean')
    say(`"closed" must be true or false, not ${JSON.stringify(closed)}.`);

  const refinedSections = new Map(
    mapping(sections, 'sections', say).map(([heading, value]) => [heading, sectionOf(heading, value, say)]),
  );
  const refinedFields = new Map(
    mapping(fields, 'fields', say).map(([label, value]) => [label, fieldOf(label, value, say)]),
  );
  return {
    refinements: {
      kind: known,
      closed: closed === true,
      sections: refinedSections,
      fields: refinedFields,
      places: new Map([...refinedSections.keys()].map((heading) => [heading, span])),
    },
    problems,
  };
}

type Say = (message: string) => void;

function sectionOf(name: string, given: Record<string, unknown>, say: Say): SectionRefinement {
  const { role, optional, repeatable, anyOrder, synonyms, ...others } = given;
  unknownKeys(others, name, ['role', 'optional', 'repeatable', 'anyOrder', 'synonyms'], say);
  return {
    ...(typeof role === 'string' ? { role } : {}),
    ...flag('optional', optional, name, say),
    ...flag('repeatable', repeatable, name, say),
    ...flag('anyOrder', anyOrder, name, say),
    ...words('synonyms', synonyms, name, say),
  };
}

function fieldOf(name: string, given: Record<string, unknown>, say: Say): FieldRefinement {
  const { type, optional, synonyms, values, ...others } = given;
  unknownKeys(others, name, ['type', 'optional', 'synonyms', 'values'], say);
  const known = fieldTypes.find((candidate) => candidate === type);
  if (type !== undefined && !known)
    say(`The type of "${name}" must be ${list(fieldTypes)}, not ${JSON.stringify(type)}.`);
  return {
    ...(known ? { type: known } : {}),
    ...flag('optional', optional, name, say),
    ...words('synonyms', synonyms, name, say),
    ...words('values', values, name, say),
  };
}

function mapping(value: unknown, key: string, say: Say): [string, Record<string, unknown>][] {
  if (value === undefined) return [];
  const entries = record(value);
  if (!entries) {
    say(`"${key}" must be a mapping from names to what refines them.`);
    return [];
  }
  return Object.entries(entries).flatMap(([name, refinement]) => {
    const given = record(refinement);
    if (!given) say(`"${name}" under "${key}" must be a mapping, such as "{ optional: true }".`);
    return given ? [[normalizeLabel(name), given] as [string, Record<string, unknown>]] : [];
  });
}

function flag<K extends string>(key: K, value: unknown, name: string, say: Say): { readonly [P in K]?: boolean } {
  if (value === undefined) return {};
  if (typeof value === 'boolean') return { [key]: value } as { [P in K]?: boolean };
  say(`"${key}" of "${name}" must be true or false, not ${JSON.stringify(value)}.`);
  return {};
}

function words<K extends string>(
  key: K,
  value: unknown,
  name: string,
  say: Say,
): { readonly [P in K]?: readonly string[] } {
  if (value === undefined) return {};
  if (Array.isArray(value) && value.every((word) => typeof word === 'string'))
    return { [key]: value } as { [P in K]?: string[] };
  say(`"${key}" of "${name}" must be a list of words.`);
  return {};
}

function unknownKeys(others: Record<string, unknown>, owner: string, known: readonly string[], say: Say): void {
  for (const key of Object.keys(others)) say(`"${owner}" knows no key "${key}"; it knows ${list(known)}.`);
}

function record(value: unknown): Record<string, unknown> | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

function list(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
