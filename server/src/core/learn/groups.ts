import { kebab } from '../schema/label.ts';
import { documentKinds, type DocumentKind } from '../schema/vocabulary.ts';
import { folderOf } from '../text/path.ts';
import { hasForm, isWhole, learnForm, type LearnedForm, type LearnedPart } from './form.ts';
import { placeName, type Place } from './places.ts';
import { roleOf, type Specimen } from './specimen.ts';

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
/** A folder of fewer documents does not stand apart from those around it. */
const fewestApart = 4;
/** Documents stand apart where fewer of them than this share have the others' form. */
const few = 0.3;

/** The places of each kind by the form of their documents, the largest group of a kind first. */
export function groupPlaces(places: readonly Place[]): readonly Group[] {
  return documentKinds.flatMap((kind) => {
    const ofKind = places.filter((place) => place.kind === kind).flatMap(byForm);
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

/** A place, and the folders below it whose documents clearly have another form than the rest. */
function byForm(place: Place): readonly Place[] {
  const { kind } = place;
  const folders = new Set(place.specimens.map(({ path }) => folderOf(path)));
  const apart = [...folders].flatMap((folder): Place[] => {
    const isHere = ({ path }: Specimen): boolean => folderOf(path) === folder;
    const specimens = place.specimens.filter(isHere);
    const others = place.specimens.filter((specimen) => !isHere(specimen));
    if (folder === place.folder || Math.min(specimens.length, others.length) < fewestApart) return [];
    return standApart(specimens, others, kind)
      ? [{ folder, deep: false, kind, specimens, except: place.except.filter((path) => folderOf(path) === folder) }]
      : [];
  });
  const specimens = place.specimens.filter(({ path }) => !apart.some(({ folder }) => folder === folderOf(path)));
  return specimens.length > 0 ? [...apart, { ...place, specimens }] : apart;
}

/** A place of few documents goes with a larger one. */
function haveOneForm(large: Place, small: Place): boolean {
  return small.specimens.length < fewest || !standApart(small.specimens, large.specimens, large.kind);
}

/** Whether few documents have most of what others require, and share something of their own. */
function standApart(specimens: readonly Specimen[], others: readonly Specimen[], kind: DocumentKind): boolean {
  const required = learnForm(others, kind).sections.flatMap(requiredRoles);
  const alike = specimens.filter((specimen) => {
    const roles = new Set(specimen.sections.map((section) => roleOf(section) ?? kebab(section.heading.text)));
    return required.filter((role) => roles.has(role)).length > required.length / 2;
  });
  const isUnlike = required.length > 0 && alike.length < specimens.length * few;
  return isUnlike && learnForm(specimens, kind).sections.length > 0;
}

function requiredRoles({ required, role, children }: LearnedPart): readonly string[] {
  return required ? [role, ...children.flatMap(requiredRoles)] : [];
}

/** How many of a group's documents have every section that its form requires. */
export function completeDocuments({ specimens, form }: Group): number {
  return specimens.filter((specimen) => isWhole(specimen, form?.sections ?? [])).length;
}
