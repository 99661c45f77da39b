import { readdir, readFile, stat } from 'node:fs/promises';
import { openNotebook, seenList, seenPresence, seenText, type Observations } from '../cache/observations.ts';
import type { Environment } from '../core/lint.ts';
import { readTeamSettings } from '../core/teamSettings.ts';
import { folderOf, joinPath } from '../core/text/path.ts';
import { decodeText } from './files/decode.ts';
import { hasCode } from './files/reason.ts';
import { shownPath } from './files/path.ts';
import { openNodeWorkspace } from './nodeWorkspace.ts';

/** An environment, and what was seen of the disk when it was made. */
export interface Surroundings extends Environment {
  /** What the team's templates and configuration were read from. */
  readonly settled: Observations;
  /** The absolute path of a configuration that holds everywhere. */
  readonly settings: string | undefined;
}

/** What the reading of the files depends on, made once for each workspace that they are in. */
export interface Environments {
  /** The environment of a file; its workspace is the nearest folder above that has `.incident-docs` or `.git`. */
  of(path: string): Promise<Surroundings>;
  /** All that was seen of the disk for the environments so far. */
  readonly seen: Observations;
}

/**
 * Makes the environments; what is wrong with a team's templates and configuration is told to `complain` once, one sentence
 * each. `configurationFile` is the absolute path of a configuration that holds everywhere.
 */
export function createEnvironments(
  workingFolder: string,
  now: number,
  complain: (sentence: string) => void,
  configurationFile?: string,
): Environments {
  const told = new Set<string>();
  const roots = new Map<string, Promise<string>>();
  const environments = new Map<string, Promise<Surroundings>>();
  const notebook = openNotebook();

  const rootAbove = (folder: string): Promise<string> => {
    let root = roots.get(folder);
    if (!root) {
      root = findRoot(folder);
      roots.set(folder, root);
    }
    return root;
  };
  const findRoot = async (folder: string): Promise<string> => {
    for (const mark of ['.incident-docs', '.git']) {
      const path = joinPath(folder, mark);
      const isMarked = await isThere(path);
      notebook.note('there', path, seenPresence(isMarked));
      if (isMarked) return folder;
    }
    const above = folderOf(folder);
    return above === folder || !above.includes('/') ? workingFolder : rootAbove(above);
  };
  const open = async (root: string): Promise<Surroundings> => {
    const workspace = openNodeWorkspace(root);
    const seen = openNotebook();
    const files = {
      async list(folder: string) {
        const names = await listFolder(folder);
        seen.note('names', folder, seenList(names?.toSorted()));
        return names;
      },
      async read(path: string) {
        const text = await readExactly(path);
        seen.note('text', path, seenText(text));
        return text;
      },
    };
    const { templates, configuration, problems } = await readTeamSettings(root, files, configurationFile);
    for (const { path, position, message } of problems) {
      const sentence = `${shownPath(workingFolder, path)}:${position.line + 1}:${position.character + 1}: ${message}`;
      if (!told.has(sentence)) complain(sentence);
      told.add(sentence);
    }
    const settled = seen.observations;
    notebook.add(settled);
    return { workspace, templates, configuration, now, settled, settings: configurationFile };
  };
  return {
    seen: notebook.observations,
    async of(path) {
      const root = await rootAbove(folderOf(path));
      let environment = environments.get(root);
      if (!environment) {
        environment = open(root);
        environments.set(root, environment);
      }
      return environment;
    },
  };
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function listFolder(folder: string): Promise<readonly string[] | undefined> {
  try {
    return await readdir(folder);
  } catch (error) {
    return hasCode(error, 'ENOENT') ? [] : undefined;
  }
}

async function readExactly(path: string): Promise<string | undefined> {
  const decoded = await readFile(path).then(decodeText, () => undefined);
  return decoded && 'text' in decoded ? decoded.text : undefined;
}
