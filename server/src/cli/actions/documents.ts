import { readFacts } from '../../core/neighbours.ts';
import type { PlacedDocument } from '../../core/reports/placedDocument.ts';
import type { Environments } from '../environments.ts';
import { isFailure } from '../failure.ts';
import { shownPath } from '../files/path.ts';
import { readSource } from '../files/read.ts';
import { concurrently } from '../lint/concurrently.ts';
import { openFiles } from '../lint/file.ts';

/** What is known of the documents among some files, in their order; a file that can't be read is told to `complain`. */
export async function placedDocuments(
  paths: readonly string[],
  workingFolder: string,
  environments: Environments,
  complain: (sentence: string) => void,
): Promise<readonly PlacedDocument[]> {
  const found = await concurrently(paths, openFiles, async (path): Promise<PlacedDocument | undefined> => {
    const source = await readSource(path, shownPath(workingFolder, path));
    if (isFailure(source)) {
      complain(source.failure);
      return undefined;
    }
    const environment = await environments.of(path);
    const facts = await readFacts({ path, text: source.text }, environment);
    return facts && { facts, root: environment.workspace.root };
  });
  return found.filter((document) => document !== undefined);
}
