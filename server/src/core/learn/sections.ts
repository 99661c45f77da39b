import { kebab, normalizeLabel } from '../schema/label.ts';
import { byFrequency, mostFrequent } from './frequency.ts';
import { isKnownAs, sectionUses, type SectionUse, type Sighting } from './sectionNames.ts';
import { nameOf, type Specimen } from './specimen.ts';

/** A section that documents share. */
export interface LearnedSection {
  /** In the documents' own words. */
  readonly heading: string;
  readonly role: string;
  /** Whether the role must be written down because the heading alone would say another one. */
  readonly roleIsOwn: boolean;
  /** Other names that documents give it, and that no vocabulary knows. */
  readonly synonyms: readonly string[];
  readonly required: boolean;
  readonly anyOrder: boolean;
  readonly level: number;
  readonly sightings: readonly Sighting[];
  readonly documents: ReadonlySet<Specimen>;
  readonly children: readonly LearnedSection[];
}

/** A section that so many of the documents have belongs to their form. */
const many = 0.25;
/** A section that so many of the documents have is required, as long as enough of them have all that are. */
const most = 0.8;
/** So many of the documents have everything that is required. */
const complete = 0.85;
/** A section keeps its place where so many of the pairs that it makes with the others agree on it. */
const agreement = 2 / 3;

/** The sections that documents share, in the order that most of them agree on. */
export function learnSections(specimens: readonly Specimen[]): readonly LearnedSection[] {
  const least = Math.max(2, specimens.length * many);
  const uses = sectionUses(specimens).filter(({ documents }) => documents.size >= least);
  const parents = new Map(uses.map((use) => [use, parentOf(use, uses)]));
  const required = requiredOf(uses, parents, specimens);
  const roles = new Set<string>();
  const roleOfUse = new Map(
    uses.map((use) => {
      const taken = use.role !== undefined && roles.has(use.role);
      if (use.role !== undefined) roles.add(use.role);
      return [use, { role: taken ? undefined : use.role, isOwn: taken }] as const;
    }),
  );
  const below = (parent: SectionUse | undefined, level: number): LearnedSection[] => {
    const siblings = inOrder(uses.filter((use) => parents.get(use) === parent));
    return siblings.map((use) => {
      const heading = headingOf(use);
      const own = roleOfUse.get(use);
      const role = own?.role ?? kebab(heading);
      return {
        heading,
        role,
        roleIsOwn: own?.isOwn ?? false,
        synonyms: synonymsOf(use, heading, role),
        required: required.has(use),
        anyOrder: isUnsettled(use, siblings),
        level,
        sightings: use.sightings,
        documents: use.documents,
        children: below(use, level + 1),
      };
    });
  };
  return below(undefined, 2);
}

/** The section in which most documents have it; undefined where it stands by itself. */
function parentOf(use: SectionUse, uses: readonly SectionUse[]): SectionUse | undefined {
  const holders = use.sightings.map(({ section }) => {
    for (let above = section.parent; above; above = above.parent) {
      const holder = uses.find(
        (other) => other !== use && other.sightings.some((sighting) => sighting.section === above),
      );
      if (holder) return holder;
    }
    return undefined;
  });
  const holder = mostFrequent(holders);
  return holder && levelOf(holder) < levelOf(use) ? holder : undefined;
}

function levelOf({ sightings }: SectionUse): number {
  return mostFrequent(sightings.map(({ section }) => section.heading.level)) ?? 0;
}

/** What most documents have, the most frequent first, as long as enough documents have all of it. */
function requiredOf(
  uses: readonly SectionUse[],
  parents: ReadonlyMap<SectionUse, SectionUse | undefined>,
  specimens: readonly Specimen[],
): ReadonlySet<SectionUse> {
  const required = new Set<SectionUse>();
  let whole = specimens;
  for (const use of uses) {
    const siblings = uses.filter((other) => parents.get(other) === parents.get(use));
    // Subsections are missed only where the document divides the section at all.
    const mayMiss = (specimen: Specimen): boolean =>
      parents.get(use) === undefined || siblings.some(({ documents }) => documents.has(specimen));
    const concerned = specimens.filter(mayMiss);
    const left = whole.filter((specimen) => use.documents.has(specimen) || !mayMiss(specimen));
    if (use.documents.size < concerned.length * most || left.length < specimens.length * complete) continue;
    required.add(use);
    whole = left;
  }
  return required;
}

/** The siblings by how many of the others each of them precedes in most documents. */
function inOrder(uses: readonly SectionUse[]): readonly SectionUse[] {
  const wins = new Map(
    uses.map((use) => [use, uses.filter((other) => other !== use && (precedes(use, other) ?? 0) > 0.5).length]),
  );
  return uses.toSorted(
    (a, b) => (wins.get(b) ?? 0) - (wins.get(a) ?? 0) || (precedes(b, a) ?? 0.5) - (precedes(a, b) ?? 0.5),
  );
}

/** In which share of the documents that have both the first one stands before the second one; undefined where none has both. */
function precedes(first: SectionUse, second: SectionUse): number | undefined {
  const places = firstPlaces(second);
  const pairs = [...firstPlaces(first)].flatMap(([specimen, place]) => {
    const other = places.get(specimen);
    return other === undefined ? [] : [place < other];
  });
  return pairs.length === 0 ? undefined : pairs.filter(Boolean).length / pairs.length;
}

function firstPlaces({ sightings }: SectionUse): ReadonlyMap<Specimen, number> {
  return new Map(sightings.toReversed().map(({ specimen, section }) => [specimen, section.heading.span.start]));
}

/** Of two sections without a settled order the rarer one is the one that wanders. */
function isUnsettled(use: SectionUse, siblings: readonly SectionUse[]): boolean {
  return siblings.some((other) => {
    if (other === use || use.documents.size >= other.documents.size) return false;
    const share = precedes(use, other);
    return share !== undefined && share > 1 - agreement && share < agreement;
  });
}

/** The spelling that most documents have; a qualifier that only few of them share is left out ("Timeline (2 May)"). */
function headingOf({ sightings }: SectionUse): string {
  const spellings = sightings.map(({ section }) => section.heading.text.replace(/\s*:\s*$/, '').trim());
  const spelling = mostFrequent(spellings) ?? '';
  const isRare = spellings.filter((other) => other === spelling).length < Math.max(2, sightings.length / 5);
  return isRare ? spelling.replace(/\s*[([{].*$/, '') || spelling : spelling;
}

/** At least two documents say so: what one alone says is a slip or its own. */
function synonymsOf({ sightings }: SectionUse, heading: string, role: string): readonly string[] {
  const own = new Set([normalizeLabel(heading)]);
  const others = sightings.filter(({ section }) => {
    const name = nameOf(section);
    return !own.has(name) && !isKnownAs(name, role);
  });
  return byFrequency(others.map(({ section }) => nameOf(section)))
    .filter(([, count]) => count >= 2)
    .map(([name]) => spellingOf(name, others));
}

function spellingOf(name: string, sightings: readonly Sighting[]): string {
  const same = sightings.filter(({ section }) => nameOf(section) === name);
  return mostFrequent(same.map(({ section }) => section.heading.text.replace(/\s*:\s*$/, '').trim())) ?? name;
}
