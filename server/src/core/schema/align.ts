import type { Outline, Section } from '../parse/outline.ts';
import { makeAnew, type Recall } from '../text/recall.ts';
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
 * A heading matches by its own words first, then by a synonym, then by its role, then by one of the names that it holds, and
 * last by the sections below it; shallow headings before deep ones. One that names two sections stands for both.
 */
export function align(outline: Outline, template: Template, recall: Recall): Alignment {
  const { allSections } = outline;
  const aligned = recall(recall(alignerFor, template), recall(shapeOf, outline), recall);
  const matches: SectionMatch[] = [];
  const unknown: Section[] = [];
  for (const [index, section] of allSections.entries()) {
    const match = aligned.matches.get(index);
    if (match) matches.push({ ...match, section });
    else if (aligned.unknown.has(index)) unknown.push(section);
  }
  return { matches, missing: aligned.missing, unknown };
}

/** An alignment of whatever sections have given levels and words, by their numbers. */
interface ShapeAlignment {
  readonly matches: ReadonlyMap<number, Omit<SectionMatch, 'section'>>;
  readonly missing: readonly SectionSchema[];
  readonly unknown: ReadonlySet<number>;
}

/** The levels and words of a document's headings, a line for each. */
function shapeOf({ allSections }: Outline): string {
  return allSections.map(({ heading: { level, text } }) => `${level}${text}`).join('\n');
}

/** What aligns with a template. */
function alignerFor(template: Template): (shape: string, recall: Recall) => ShapeAlignment {
  const schemas = template.sections.flatMap(withChildren).map(withNames);
  const lists = [byName(schemas, headingOf), byName(schemas, synonymsOf), byName(schemas, roleNamesOf)];
  const within = byName(schemas, ({ names, schema }) => [...names, ...headingsOfRole(schema.role)]);
  const ways: readonly Way[] = [
    ...lists.map(
      (list): Way =>
        ({ whole, short }) =>
          [whole, short].flatMap((name) => list.get(name) ?? []),
    ),
    (names) => {
      const found = names.within.flatMap((name) => within.get(name) ?? []);
      // "Current status and next steps" tells how things stand; nobody has agreed on what follows.
      return /\bstatus\b/.test(names.within[0] ?? '')
        ? found.filter(({ schema }) => !schema.role.startsWith('actions'))
        : found;
    },
  ];
  return (shape, recall) => alignShape(candidatesIn(shape, recall), schemas, ways);
}

/** The sections of a template that a heading may stand for, in one of the ways in which it may. */
type Way = (names: HeadingNames) => readonly NamedSchema[];

/** The sections of a template by some of their names, each list in canonical order. */
function byName(
  schemas: readonly NamedSchema[],
  namesOfSchema: (named: NamedSchema) => readonly string[],
): ReadonlyMap<string, readonly NamedSchema[]> {
  const found = new Map<string, NamedSchema[]>();
  for (const named of schemas)
    for (const name of new Set(namesOfSchema(named))) {
      if (name === '') continue;
      const list = found.get(name);
      if (list) list.push(named);
      else found.set(name, [named]);
    }
  return found;
}

/** A section, by what its heading alone tells. */
interface Candidate extends HeadingNames {
  readonly level: number;
  readonly parent: Candidate | undefined;
}

function candidatesIn(shape: string, recall: Recall): Candidate[] {
  const open: Candidate[] = [];
  return (shape === '' ? [] : shape.split('\n')).map((line) => {
    const level = Number(line.charAt(0));
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const candidate = { ...recall(namesOf, line.slice(1)), level, parent: open.at(-1) };
    open.push(candidate);
    return candidate;
  });
}

function alignShape(
  candidates: readonly Candidate[],
  schemas: readonly NamedSchema[],
  ways: readonly Way[],
): ShapeAlignment {
  const chosen = new Map<Candidate, NamedSchema>();
  const taken = new Set<NamedSchema>();
  const byDepth = candidates.toSorted((a, b) => a.level - b.level);
  for (const way of ways) {
    for (const candidate of byDepth) {
      if (chosen.has(candidate)) continue;
      const named = way(candidate)
        .filter((one) => (one.schema.repeatable || !taken.has(one)) && mayLieThere(one, candidate))
        .toSorted((one, other) => one.index - other.index)[0];
      if (!named || liesInItself(candidate, named, chosen)) continue;
      chosen.set(candidate, named);
      taken.add(named);
    }
  }
  for (const candidate of byDepth) {
    const named = chosen.has(candidate) ? undefined : knownByItsSections(candidate, schemas, chosen);
    if (!named || taken.has(named) || liesInItself(candidate, named, chosen)) continue;
    chosen.set(candidate, named);
    taken.add(named);
  }
  const matches = new Map<number, Omit<SectionMatch, 'section'>>();
  const unknown = new Set<number>();
  for (const [index, candidate] of candidates.entries()) {
    const named = chosen.get(candidate);
    if (named) matches.set(index, { schema: named.schema, exact: named.heading === candidate.whole });
    else if (candidate.whole !== '' && (!candidate.parent || !chosen.has(candidate.parent))) unknown.add(index);
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
export function namesSection(schema: SectionSchema, heading: string, recall: Recall = makeAnew): boolean {
  const { whole, short } = recall(namesOf, heading);
  const names = recall(allNamesOf, schema);
  return [whole, short].some((name) => name !== '' && names.has(name));
}

/** All names of a section of the template, those of its role among them. */
function allNamesOf(schema: SectionSchema): ReadonlySet<string> {
  return new Set([...withNames(schema, 0).names, ...headingsOfRole(schema.role)]);
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
  /** Its place in canonical order. */
  readonly index: number;
  readonly heading: string;
  readonly synonyms: readonly string[];
  /** The heading and its synonyms. */
  readonly names: readonly string[];
}

function withNames(schema: SectionSchema, index: number): NamedSchema {
  const heading = normalizeLabel(schema.heading);
  const synonyms = schema.synonyms.map(normalizeLabel);
  return { schema, index, heading, synonyms, names: [heading, ...synonyms] };
}

function headingOf({ heading }: NamedSchema): readonly string[] {
  return [heading];
}

function synonymsOf({ synonyms }: NamedSchema): readonly string[] {
  return synonyms;
}

function roleNamesOf({ schema }: NamedSchema): readonly string[] {
  return headingsOfRole(schema.role);
}

function withChildren(schema: SectionSchema): SectionSchema[] {
  return [schema, ...schema.children.flatMap(withChildren)];
}

/** Kinds of actions lie among the actions: "## Detection" by itself tells how the incident was noticed. */
function mayLieThere({ schema }: NamedSchema, { parent }: Candidate): boolean {
  return parent !== undefined || !schema.role.startsWith('actions-');
}

/** The section of the template whose subsections a section has, whatever it is called itself. */
function knownByItsSections(
  candidate: Candidate,
  schemas: readonly NamedSchema[],
  chosen: ReadonlyMap<Candidate, NamedSchema>,
): NamedSchema | undefined {
  const below = [...chosen].flatMap(([child, { schema }]) => (child.parent === candidate ? [schema] : []));
  if (below.length === 0) return undefined;
  return schemas.find(({ schema }) => below.every((child) => schema.children.includes(child)));
}

function liesInItself(candidate: Candidate, named: NamedSchema, chosen: ReadonlyMap<Candidate, NamedSchema>): boolean {
  for (let parent = candidate.parent; parent; parent = parent.parent) if (chosen.get(parent) === named) return true;
  return false;
}

/** The sections of a document that serve a purpose, whatever they are called, in document order. */
export function sectionsOfRole({ matches }: Alignment, role: SectionSchema['role']): Section[] {
  return matches.filter(({ schema }) => schema.role === role).map(({ section }) => section);
}
