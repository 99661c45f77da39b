import type { Outline, Section } from '../parse/outline.ts';
import { normalizeLabel, withoutQualifier } from './label.ts';
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
 * A heading matches by its own words first, then by a synonym, then by its role; shallow headings before deep ones.
 */
export function align(outline: Outline, template: Template): Alignment {
  const schemas = template.sections.flatMap(withChildren);
  const candidates = outline.allSections.map((section) => ({ section, ...namesOf(section.heading.text) }));
  const chosen = new Map<Section, SectionSchema>();
  const taken = new Set<SectionSchema>();

  const byDepth = candidates.toSorted((a, b) => a.section.heading.level - b.section.heading.level);
  for (const matches of [matchesHeading, matchesSynonym, matchesRole]) {
    for (const { section, whole, short } of byDepth) {
      if (chosen.has(section)) continue;
      const schema = schemas.find(
        (candidate) =>
          (candidate.repeatable || !taken.has(candidate)) && (matches(candidate, whole) || matches(candidate, short)),
      );
      if (!schema || liesInItself(section, schema, chosen)) continue;
      chosen.set(section, schema);
      taken.add(schema);
    }
  }
  const matches: SectionMatch[] = [];
  const unknown: Section[] = [];
  for (const section of outline.allSections) {
    const schema = chosen.get(section);
    if (schema) matches.push({ schema, section, exact: matchesHeading(schema, normalizeLabel(section.heading.text)) });
    else if (!section.parent || !chosen.has(section.parent)) unknown.push(section);
  }
  return { matches, missing: schemas.filter((schema) => !taken.has(schema)), unknown };
}

/** The sections that mean the same as one of the template's sections: a repeated `## Impact`. */
export function namesSection(schema: SectionSchema, heading: string): boolean {
  const { whole, short } = namesOf(heading);
  return [matchesHeading, matchesSynonym, matchesRole].some(
    (matches) => matches(schema, whole) || matches(schema, short),
  );
}

function namesOf(heading: string): { whole: string; short: string } {
  const whole = normalizeLabel(heading);
  return { whole, short: withoutQualifier(whole) };
}

function matchesHeading(schema: SectionSchema, name: string): boolean {
  return name !== '' && normalizeLabel(schema.heading) === name;
}

function matchesSynonym(schema: SectionSchema, name: string): boolean {
  return name !== '' && schema.synonyms.some((synonym) => normalizeLabel(synonym) === name);
}

function matchesRole(schema: SectionSchema, name: string): boolean {
  return name !== '' && headingsOfRole(schema.role).includes(name);
}

function withChildren(schema: SectionSchema): SectionSchema[] {
  return [schema, ...schema.children.flatMap(withChildren)];
}

function liesInItself(section: Section, schema: SectionSchema, chosen: ReadonlyMap<Section, SectionSchema>): boolean {
  for (let parent = section.parent; parent; parent = parent.parent) if (chosen.get(parent) === schema) return true;
  return false;
}
