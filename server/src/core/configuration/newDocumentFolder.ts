import type { DocumentKind } from '../schema/vocabulary.ts';
import type { DocumentPlace } from './documents.ts';
import { globThatNames } from './globs.ts';

/**
 * The folder whose files a configuration calls documents of a kind, relative to the folder that holds `.incident-docs`: what
 * stands before the wildcards of a glob, where any new file there is of the kind. Undefined where no glob names such a folder.
 */
export function newDocumentFolder(places: readonly DocumentPlace[], kind: DocumentKind): string | undefined {
  const folders = places
    .filter((place) => place.kind === kind)
    .flatMap(({ files }) => files.filter(({ excludes }) => !excludes).map(({ source }) => beforeWildcards(source)));
  return folders.find((folder) => {
    const path = `${folder}/new-document.md`;
    return folder !== '' && places.find(({ files }) => globThatNames(files, path))?.kind === kind;
  });
}

function beforeWildcards(glob: string): string {
  const parts = glob.split('/');
  const first = parts.findIndex((part) => /[*?[\]{}()]/.test(part));
  return first < 0 ? '' : parts.slice(0, first).join('/');
}
