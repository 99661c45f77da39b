import type { TeamChoice } from '../schema/classify.ts';
import { isAboutDocuments } from '../schema/kindSigns.ts';
import { pathWithin } from '../text/path.ts';
import type { Configuration } from './configuration.ts';
import { globThatNames } from './globs.ts';

/**
 * What a team has settled of the document at a path in the workspace whose root is given. READMEs, indexes and templates
 * among the documents of a folder are not meant, unless a glob names them as such.
 */
export function choiceFor(
  { documents, templates, timezone }: Configuration,
  root: string | undefined,
  path: string,
): TeamChoice {
  const relative = pathWithin(root, path);
  const place = documents.find(({ files, kind }) => {
    const glob = relative === undefined ? undefined : globThatNames(files, relative);
    return glob && (kind === 'none' || !isAboutDocuments(path) || isAboutDocuments(glob.source));
  });
  return { kind: place?.kind, template: place?.template, templates, timezone };
}
