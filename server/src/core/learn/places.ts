import { kindsOfPath } from '../schema/kindSigns.ts';
import { documentKinds, type DocumentKind } from '../schema/vocabulary.ts';
import { fileNameOf } from '../text/path.ts';
import type { Specimen } from './specimen.ts';

/** A folder whose documents are of one kind. */
export interface Place {
  /** From the workspace's folder on; empty for that folder itself. */
  readonly folder: string;
  /** Whether the folders below belong to it. */
  readonly deep: boolean;
  readonly kind: DocumentKind;
  readonly specimens: readonly Specimen[];
  /** Paths of the files in it that are surely none of the kind. */
  readonly except: readonly string[];
}

/** A document with the kind that it most likely is of. */
export interface Judged {
  readonly specimen: Specimen;
  readonly kind: DocumentKind | undefined;
  /** Whether it is surely of none, whatever folder it lies in. */
  readonly aside: boolean;
}

interface Folder {
  readonly path: string;
  readonly own: Judged[];
  readonly children: Map<string, Folder>;
}

/** So many of a folder's files are of one kind where it is a folder of that kind. */
const most = 0.6;
/** So few of a folder's files are of the kind where it stands apart from the folder above. */
const few = 0.3;
/** More names of files than these make a configuration hard to read. */
const mostExceptions = 12;
/** Fewer files are a kind's only where a path, too, says so. */
const least = 3;

/** The folders whose files are of one kind, as high up as that holds; those further down first. */
export function findPlaces(judged: readonly Judged[]): readonly Place[] {
  const root: Folder = { path: '', own: [], children: new Map() };
  for (const one of judged) {
    let folder = root;
    for (const name of one.specimen.path.split('/').slice(0, -1)) {
      const path = folder.path === '' ? name : `${folder.path}/${name}`;
      const child = folder.children.get(name) ?? { path, own: [], children: new Map() };
      folder.children.set(name, child);
      folder = child;
    }
    folder.own.push(one);
  }
  return placesBelow(root).toSorted((a, b) => depthOf(b) - depthOf(a));
}

function depthOf({ folder }: Place): number {
  return folder === '' ? 0 : folder.split('/').length;
}

function placesBelow(folder: Folder): readonly Place[] {
  const all = filesBelow(folder);
  const kind = kindOf(all);
  const children = [...folder.children.values()];
  const isOneFamily =
    kind !== undefined &&
    children.every((child) => shareOf(filesBelow(child), kind) >= few || filesBelow(child).length < least);
  const hasOwn = folder.own.filter((one) => one.kind === kind).length >= least;
  const lives = children.find((child) => countOf(filesBelow(child), kind) >= countOf(all, kind) * 0.9);
  if (kind && isOneFamily && (hasOwn || !lives)) return [placeOf(folder, true, kind, all)];
  const ownKind = kindOf(folder.own);
  const own = ownKind ? [placeOf(folder, false, ownKind, folder.own)] : [];
  return [...own, ...children.flatMap(placesBelow)];
}

function filesBelow({ own, children }: Folder): readonly Judged[] {
  return [...own, ...[...children.values()].flatMap(filesBelow)];
}

function placeOf({ path }: Folder, deep: boolean, kind: DocumentKind, files: readonly Judged[]): Place {
  const strange = files.filter((one) => one.kind === undefined && one.aside);
  const except = strange.length <= mostExceptions ? strange : [];
  const specimens = files.filter((one) => !except.includes(one)).map(({ specimen }) => specimen);
  return { folder: path, deep, kind, specimens, except: except.map(({ specimen }) => specimen.path) };
}

/** The kind of most files; undefined where they are of none, or too few to say. */
function kindOf(files: readonly Judged[]): DocumentKind | undefined {
  return documentKinds.find((kind) => {
    const count = countOf(files, kind);
    const isNamed = files.some((one) => one.kind === kind && kindsOfPath(`/${one.specimen.path}`).includes(kind));
    return count >= (isNamed ? 1 : least) && shareOf(files, kind) >= most;
  });
}

function countOf(files: readonly Judged[], kind: DocumentKind | undefined): number {
  return files.filter((one) => one.kind === kind).length;
}

function shareOf(files: readonly Judged[], kind: DocumentKind): number {
  return files.length === 0 ? 0 : countOf(files, kind) / files.length;
}

/** The glob that names a place's files. */
export function globOf({ folder, deep, specimens }: Place): string {
  const isLong = specimens.some(({ path }) => /\.markdown$/i.test(path));
  const endings = isLong ? '{md,markdown}' : 'md';
  const literal = literalGlob(folder);
  return `${literal === '' ? '' : `${literal}/`}${deep ? '**/' : ''}*.${endings}`;
}

/** The glob that names one path alone, or nearly so. */
export function literalGlob(path: string): string {
  return path.replace(/[[\]{}()*?!\\]/g, '?');
}

/** What a template of a place's own is called beside that of its kind: `runbook-databases`. */
export function placeName({ folder, kind }: Place): string {
  return folder === ''
    ? kind
    : `${kind}-${fileNameOf(folder)
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]+/gu, '-')}`;
}
