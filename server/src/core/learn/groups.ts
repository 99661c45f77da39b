import { documentKinds, type DocumentKind } from '../schema/vocabulary.ts';
import { hasForm, isWhole, learnForm, type LearnedForm, type LearnedPart } from './form.ts';
import { placeName, type Place } from './places.ts';
import type { Specimen } from './specimen.ts';

/** Documents of a kind that have one form. */
export interface Group {
  readonly kind: DocumentKind;
  /** What its template is called: `postmortem`. */
  readonly name: string;
  readonly places: readonly Place[];
  readonly specimens: readonly Specimen[];
  /** Undefined where there are too few documents to learn one from, or they share nothing. */
  readonly form: LearnedForm | undefined;
}

/** Fewer documents tell nothing of a form. */
export const fewest = 3;
/** Two places have one form where so many of their sections are the same. */
const alike = 0.4;

/** The places of each kind by the form of their documents, the largest group of a kind first. */
export function groupPlaces(places: readonly Place[]): readonly Group[] {
  return documentKinds.flatMap((kind) => {
    const ofKind = places.filter((place) => place.kind === kind);
    const sorted = ofKind.toSorted((a, b) => b.specimens.length - a.specimens.length);
    const families: Place[][] = [];
    for (const place of sorted) {
      const family = families.find(([first]) => first && haveOneForm(first, place));
      if (family) family.push(place);
      else families.push([place]);
    }
    return families.map((family, index) => groupOf(kind, family, index));
  });
}

function groupOf(kind: DocumentKind, places: readonly Place[], index: number): Group {
  const specimens = places.flatMap((place) => place.specimens);
  const form = specimens.length < fewest ? undefined : learnForm(specimens, kind);
  const [first] = places;
  return {
    kind,
    name: index === 0 || !first ? kind : placeName(first),
    places,
    specimens,
    form: form && hasForm(form) ? form : undefined,
  };
}

/** A place of few documents goes with a larger one. */
function haveOneForm(large: Place, small: Place): boolean {
  if (small.specimens.length < fewest) return true;
  const [some, others] = [large, small].map(({ specimens, kind }) => namesOf(learnForm(specimens, kind)));
  if (!some || !others) return false;
  const both = [...others].filter((name) => some.has(name)).length;
  return both >= Math.min(some.size, others.size) * alike;
}

function namesOf({ sections, fields }: LearnedForm): ReadonlySet<string> {
  return new Set([...sections.flatMap(rolesOf), ...fields.map(({ label }) => label)]);
}

function rolesOf(part: LearnedPart): readonly string[] {
  return [part.role, ...part.children.flatMap(rolesOf)];
}

/** How many of a group's documents have every section that its form requires. */
export function completeDocuments({ specimens, form }: Group): number {
  return specimens.filter((specimen) => isWhole(specimen, form?.sections ?? [])).length;
}
