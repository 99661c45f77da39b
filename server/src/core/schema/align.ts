import type { Outline, Section } from '../parse/outline.ts';
import type { Knowledge } from '../text/knowledge.ts';
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
 * A heading matches by its own words first, then by a synonym, then by its role, then by one of the names that it holds, and
 * last by the sections below it; shallow headings before deep ones. One that names two sections stands for both.
 */
export function align(outline: Outline, template: Template, { recall, each, latest }: Knowledge): Alignment {
  const sections = outline.allSections;
  const places = latest(alignPlaces, template, [each(headingsOf, sections)], sections, recall, each);
  const { missing } = places;
  const matches = places.matches.flatMap(({ schema, place, exact }): SectionMatch[] => {
    const section = sections[place];
    return section ? [{ schema, section, exact }] : [];
  });
  return { matches, missing, unknown: places.unknown.flatMap((place) => sections[place] ?? []) };
}

/** An alignment in which each section is told by its place among all sections. */
interface AlignedPlaces {
  readonly matches: readonly (Omit<SectionMatch, 'section'> & { readonly place: number })[];
  readonly missing: readonly SectionSchema[];
  readonly unknown: readonly number[];
}

/** All on which an alignment depends of a section: which ones hold it follows from the levels of the headings before. */
function headingsOf({ heading }: Section): readonly string[] {
  return [`${heading.level} ${heading.text}`];
}

function alignPlaces(
  template: Template,
  _: readonly [headings: readonly string[]],
  sections: readonly Section[],
  recall: Recall,
  each: Knowledge['each'],
): AlignedPlaces {
  const { schemas, nameable } = recall(namesOfTemplate, template);
  const chosen = choose(each(nameable, sections, recall), schemas);
  const matches: AlignedPlaces['matches'][number][] = [];
  const unknown: number[] = [];
  for (const [place, section] of sections.entries()) {
    const match = chosen.get(section);
    if (match) matches.push({ schema: match.schema, exact: match.heading === wholeName(section, recall), place });
    else if (!(section.parent && chosen.has(section.parent)) && wholeName(section, recall) !== '') unknown.push(place);
  }
  const held = new Set(each(namesHeld, sections, recall));
  const present = new Set(matches.map(({ schema }) => schema));
  const isMissing = (named: NamedSchema): boolean =>
    !present.has(named.schema) &&
    !named.schema.children.some((child) => present.has(child)) &&
    !named.names.some((name) => held.has(name));
  return { matches, missing: schemas.filter(isMissing).map(({ schema }) => schema), unknown };
}

/** A section that may stand for some of the template's. */
interface Candidate {
  readonly section: Section;
  /** Those that it may stand for in each of the ways in which it may, the surest way first. */
  readonly ways: readonly (readonly NamedSchema[])[];
  /** How far down the list of its role's names its heading is: "Action items" are surer actions than "Prevention". */
  readonly rank: number;
}

/** The sections of a template, and what finds those that a document's section may stand for by its heading. */
interface TemplateNames {
  readonly schemas: readonly NamedSchema[];
  readonly nameable: (section: Section, recall: Recall) => readonly Candidate[];
}

function namesOfTemplate(template: Template): TemplateNames {
  const schemas = template.sections.flatMap(withChildren).map(withNames);
  const lists = [byName(schemas, headingOf), byName(schemas, synonymsOf), byName(schemas, roleNamesOf)];
  const within = byName(schemas, ({ names, schema }) => [...names, ...headingsOfRole(schema.role)]);
  const waysOf = (heading: string): Omit<Candidate, 'section'> => {
    const names = namesOf(heading);
    const named = lists.map((list) => [names.whole, names.short].flatMap((name) => list.get(name) ?? []));
    const found = names.within.flatMap((name) => within.get(name) ?? []);
    // "Current status and next steps" tells how things stand; nobody has agreed on what follows.
    const isState = /\bstatus\b/.test(names.within[0] ?? '');
    const ways = [...named, isState ? found.filter(({ schema }) => !schema.role.startsWith('actions')) : found];
    const actions = headingsOfRole('actions');
    const isActions = ways[2]?.some(({ schema }) => schema.role === 'actions');
    return {
      ways: ways.some((way) => way.length > 0) ? ways : [],
      rank: isActions ? Math.max(actions.indexOf(names.whole), actions.indexOf(names.short)) : 0,
    };
  };
  return {
    schemas,
    nameable: (section, recall) => {
      const found = recall(waysOf, section.heading.text);
      return found.ways.length > 0 ? [{ section, ...found }] : [];
    },
  };
}

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

/** Which section of the template each section of the document stands for. */
function choose(candidates: readonly Candidate[], schemas: readonly NamedSchema[]): ReadonlyMap<Section, NamedSchema> {
  const chosen = new Map<Section, NamedSchema>();
  const taken = new Set<NamedSchema>();
  const take = (section: Section, named: NamedSchema): void => {
    chosen.set(section, named);
    taken.add(named);
  };
  const byDepth = candidates.toSorted((a, b) => a.section.heading.level - b.section.heading.level || a.rank - b.rank);
  for (let way = 0; way < (byDepth[0]?.ways.length ?? 0); way++) {
    for (const { section, ways } of byDepth) {
      if (chosen.has(section)) continue;
      const named = ways[way]
        ?.filter((one) => (one.schema.repeatable || !taken.has(one)) && mayLieThere(one, section))
        .toSorted((one, other) => one.index - other.index)[0];
      if (named && !liesInItself(section, named, chosen)) take(section, named);
    }
  }
  for (const section of holders(chosen)) {
    const named = knownByItsSections(section, schemas, chosen);
    if (named && !taken.has(named) && !liesInItself(section, named, chosen)) take(section, named);
  }
  return chosen;
}

/** The sections that stand for nothing by themselves, and hold some that do; shallow ones first. */
function holders(chosen: ReadonlyMap<Section, NamedSchema>): Section[] {
  const parents = new Set([...chosen.keys()].flatMap(({ parent }) => (parent && !chosen.has(parent) ? [parent] : [])));
  return [...parents].toSorted(
    (a, b) => a.heading.level - b.heading.level || a.heading.span.start - b.heading.span.start,
  );
}

function wholeName({ heading }: Section, recall: Recall): string {
  return recall(namesOf, heading.text).whole;
}

/** The names that a section's heading holds beside others. */
function namesHeld({ heading }: Section, recall: Recall): readonly string[] {
  return recall(namesOf, heading.text).within;
}

/** The names by which headings or labels may mean sections of a template. */
export function namesAmong(headings: readonly string[], recall: Recall): ReadonlySet<string> {
  const names = new Set<string>();
  for (const heading of headings) {
    const { whole, short } = recall(namesOf, heading);
    for (const name of [whole, short]) if (name !== '') names.add(name);
  }
  return names;
}

/** Whether some names, as `namesAmong` gives them, hold one of a section's. */
export function isNamedAmong(schema: SectionSchema, names: ReadonlySet<string>, recall: Recall): boolean {
  for (const name of recall(allNamesOf, schema)) if (names.has(name)) return true;
  return false;
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
function mayLieThere({ schema }: NamedSchema, { parent }: Section): boolean {
  return parent !== undefined || !schema.role.startsWith('actions-');
}

/** The section of the template whose subsections a section has, whatever it is called itself. */
function knownByItsSections(
  section: Section,
  schemas: readonly NamedSchema[],
  chosen: ReadonlyMap<Section, NamedSchema>,
): NamedSchema | undefined {
  const below = [...chosen].flatMap(([child, { schema }]) => (child.parent === section ? [schema] : []));
  return schemas.find(({ schema }) => below.every((child) => schema.children.includes(child)));
}

function liesInItself(section: Section, named: NamedSchema, chosen: ReadonlyMap<Section, NamedSchema>): boolean {
  for (let parent = section.parent; parent; parent = parent.parent) if (chosen.get(parent) === named) return true;
  return false;
}

/** The sections of a document that serve a purpose, whatever they are called, in document order. */
export function sectionsOfRole({ matches }: Alignment, role: SectionSchema['role']): Section[] {
  return matches.filter(({ schema }) => schema.role === role).map(({ section }) => section);
}
