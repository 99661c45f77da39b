import type { Configuration } from '../../core/configuration/configuration.ts';
import type { Environment } from '../../core/environment.ts';
import { joinPath } from '../../core/text/path.ts';
import type { Session } from '../session.ts';
import { pathOfUri } from '../uri.ts';

/** The environment of a document, which need not be there yet; of the first workspace folder, where none is named. */
export async function environmentOf({ environments }: Session, uri: string | undefined): Promise<Environment> {
  if (uri !== undefined) return environments.of(pathOfUri(uri));
  const [first] = await environments.all();
  if (!first) throw new Error('There is always an environment.');
  return first;
}

/** The environment of the documents in a folder, named by its URI. */
export async function environmentIn({ environments }: Session, folder: string): Promise<Environment> {
  return environments.of(joinPath(pathOfUri(folder), 'new.md'));
}

/** The configuration of a place where it has a rotation of people on call, else the first one that has. */
export async function rotationFor({ environments }: Session, own: Environment | undefined): Promise<Configuration> {
  const all = [...(own ? [own] : []), ...(await environments.all())].map(({ configuration }) => configuration);
  const found = all.find(({ onCall: { rotations } }) => rotations.length > 0) ?? all[0];
  if (!found) throw new Error('There is always an environment.');
  return found;
}
