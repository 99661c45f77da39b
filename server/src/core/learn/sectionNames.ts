import type { Section } from '../parse/outline.ts';
import { roleOfHeading } from '../schema/synonyms.ts';
import { nameOf, roleOf, type Specimen } from './specimen.ts';

/** Where a section of a form stands in one of the documents. */
export interface Sighting {
  readonly specimen: Specimen;
  readonly section: Section;
}

/** One section of a form under all the names that documents give it. */
export interface SectionUse {
  /** What the section is for; undefined for one that no vocabulary knows. */
  readonly role: string | undefined;
  readonly sightings: readonly Sighting[];
  /** How many documents have it. */
  readonly documents: ReadonlySet<Specimen>;
}

/** Of two names of one purpose in so many of the rarer one's documents both stand: then they are two sections. */
const mostShared = 0.2;

/**
 * The sections of some documents, most frequent first. Headings of one name are one section, and so are headings of one
 * purpose ("Summary", "Overview") or that differ in a plural alone, unless documents have both.
 */
export function sectionUses(specimens: readonly Specimen[]): readonly SectionUse[] {
  const byName = new Map<string, Sighting[]>();
  for (const specimen of specimens) {
    for (const section of specimen.sections) {
      const sightings = byName.get(nameOf(section)) ?? [];
      byName.set(nameOf(section), sightings);
      sightings.push({ specimen, section });
    }
  }
  const named = [...byName].map(([name, sightings]) => ({ name, use: useOf(sightings) }));
  const uses: { readonly names: Set<string>; use: SectionUse }[] = [];
  for (const { name, use } of named.toSorted((a, b) => b.use.documents.size - a.use.documents.size)) {
    const same = uses.find(({ names, use: other }) => isOne(names, other, name, use));
    if (same) {
      same.names.add(singular(name));
      same.use = useOf([...same.use.sightings, ...use.sightings]);
    } else uses.push({ names: new Set([singular(name)]), use });
  }
  return uses.map(({ use }) => use).toSorted((a, b) => b.documents.size - a.documents.size);
}

function useOf(sightings: readonly Sighting[]): SectionUse {
  const role = sightings[0] && roleOf(sightings[0].section);
  return { role, sightings, documents: new Set(sightings.map(({ specimen }) => specimen)) };
}

function isOne(names: ReadonlySet<string>, { role, documents }: SectionUse, name: string, use: SectionUse): boolean {
  if (!names.has(singular(name)) && (role === undefined || role !== use.role)) return false;
  const both = [...use.documents].filter((specimen) => documents.has(specimen)).length;
  return both <= use.documents.size * mostShared;
}

/** Each word without its plural's s. */
function singular(name: string): string {
  return name.replace(/(\w{3})s\b/g, '$1');
}

/** Whether a template's section of this role would take a heading of this name by itself. */
export function isKnownAs(name: string, role: string): boolean {
  return roleOfHeading(name) === role;
}
