import type { Outline, Section } from '../parse/outline.ts';
import type { Recall } from '../text/recall.ts';
import { namesWithin, normalizeLabel, withoutQualifier } from './label.ts';
import { headingsOfRole } from './synonyms.ts';
import type { SectionSchema, Template } from './template.ts';

/** A section of a document together with the section of the template that it stands for. */
export interface SectionMatch {
  readonly schema: SectionSchema;
  readonly section: Section;
  /** Whether the document has the template's own words, a synonym's aside. */
  readonly exact: boolean;
}

/** How the sections of a document stand for those of a template. */
export interface Alignment {
  /** In document order. */
  readonly matches: readonly SectionMatch[];
  /** The template's sections, optional ones too, that the document does not have; in canonical order. */
  readonly missing: readonly SectionSchema[];
  /** The document's sections that the template does not name. */
  readonly unknown: readonly Section[];
}

/**
 * Matches the sections of a document with those of a template, all at once: one wrong heading makes no other one wrong.
 * A heading matches by its own words first, then by a synonym, then by its role, then by one of the names that it holds;
 * shallow headings before deep ones. One that names two sections stands for both.
 */
export function align(outline: Outline, template: Template, recall: Recall): Alignment {
  const schemas = recall(schemasOf, template);
  const candidates = outline.allSections.map((section) => ({ section, ...recall(namesOf, section.heading.text) }));
  const chosen = new Map<Section, NamedSchema>();
  const taken = new Set<NamedSchema>();

  const byDepth = candidates.toSorted((a, b) => a.section.heading.level - b.section.heading.level);
  for (const matches of [matchesHeading, matchesSynonym, matchesRole, matchesWithin]) {
    for (const { section, ...names } of byDepth) {
      if (chosen.has(section)) continue;
      const named = schemas.find(
        (candidate) => (candidate.schema.repeatable || !taken.has(candidate)) && matches(candidate, names),
      );
      if (!named || liesInItself(section, named, chosen)) continue;
      chosen.set(section, named);
      taken.add(named);
    }
  }
  const matches: SectionMatch[] = [];
  const unknown: Section[] = [];
  for (const { section, whole } of candidates) {
    const named = chosen.get(section);
    if (named) matches.push({ schema: named.schema, section, exact: named.heading === whole });
    else if (!section.parent || !chosen.has(section.parent)) unknown.push(section);
  }
  const held = new Set(candidates.flatMap(({ within }) => within));
  const present = new Set([...taken].map(({ schema }) => schema));
  const isMissing = (named: NamedSchema): boolean =>
    !present.has(named.schema) &&
    !named.schema.children.some((child) => present.has(child)) &&
    !named.names.some((name) => held.has(name));
  return { matches, missing: schemas.filter(isMissing).map(({ schema }) => schema), unknown };
}

/** The sections that mean the same as one of the template's sections: a repeated `## Impact`. */
export function namesSection(schema: SectionSchema, heading: string): boolean {
  const names = namesOf(heading);
  const named = withNames(schema);
  return [matchesHeading, matchesSynonym, matchesRole].some((matches) => matches(named, names));
}

/** The names of a heading, as they are compared. */
interface HeadingNames {
  readonly whole: string;
  /** Without what follows a dash or colon. */
  readonly short: string;
  /** Those that it holds beside others. */
  readonly within: readonly string[];
}

function namesOf(heading: string): HeadingNames {
  const whole = normalizeLabel(heading);
  return { whole, short: withoutQualifier(whole), within: namesWithin(heading) };
}

/** A section of the template with its names as they are compared, made once for all headings of a document. */
interface NamedSchema {
  readonly schema: SectionSchema;
  readonly heading: string;
  readonly synonyms: readonly string[];
  /** The heading and its synonyms. */
  readonly names: readonly string[];
}

function withNames(schema: SectionSchema): NamedSchema {
  const heading = normalizeLabel(schema.heading);
  const synonyms = schema.synonyms.map(normalizeLabel);
  return { schema, heading, synonyms, names: [heading, ...synonyms] };
}

function matchesHeading({ heading }: NamedSchema, { whole, short }: HeadingNames): boolean {
  return heading !== '' && (heading === whole || heading === short);
}

function matchesSynonym({ synonyms }: NamedSchema, { whole, short }: HeadingNames): boolean {
  return (whole !== '' && synonyms.includes(whole)) || (short !== '' && synonyms.includes(short));
}

function matchesRole({ schema }: NamedSchema, { whole, short }: HeadingNames): boolean {
  const headings = headingsOfRole(schema.role);
  return (whole !== '' && headings.includes(whole)) || (short !== '' && headings.includes(short));
}

function matchesWithin({ schema, names }: NamedSchema, { within }: HeadingNames): boolean {
  if (within.length === 0) return false;
  const headings = headingsOfRole(schema.role);
  return within.some((name) => names.includes(name) || headings.includes(name));
}

/** All sections of a template, with their names. */
function schemasOf(template: Template): readonly NamedSchema[] {
  return template.sections.flatMap(withChildren).map(withNames);
}

function withChildren(schema: SectionSchema): SectionSchema[] {
  return [schema, ...schema.children.flatMap(withChildren)];
}

function liesInItself(section: Section, named: NamedSchema, chosen: ReadonlyMap<Section, NamedSchema>): boolean {
  for (let parent = section.parent; parent; parent = parent.parent) if (chosen.get(parent) === named) return true;
  return false;
}

/** The sections of a document that serve a purpose, whatever they are called, in document order. */
export function sectionsOfRole({ matches }: Alignment, role: SectionSchema['role']): Section[] {
  return matches.filter(({ schema }) => schema.role === role).map(({ section }) => section);
}
