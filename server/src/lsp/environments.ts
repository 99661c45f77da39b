import { readdir } from 'node:fs/promises';
import { openNotebook, seenList, seenText, type Observations } from '../cache/observations.ts';
import type { Environment } from '../core/lint.ts';
import type { TeamSettings } from '../core/teamSettings.ts';
import { folderOf, joinPath } from '../core/text/path.ts';
import { openWorkspace, type Files } from './workspace.ts';

/** An environment, and what was seen when the team's templates and configuration were read. */
export interface Surroundings extends Environment {
  readonly settled: Observations;
}

/** What the reading of a document depends on, for each place where a document can stand. */
export interface Environments {
  /**
   * The environment of the document at a path. Its root is the nearest folder above that has `.incident-docs` or `.git`, as on
   * the command line, or else the workspace folder, outside of which nobody looks.
   */
  of(path: string): Promise<Surroundings>;
  /** The environment of each workspace folder; where none is open, that of a document outside any. */
  all(): Promise<readonly Environment[]>;
  /** The roots of the workspace folders, and of all documents that have been asked for. */
  roots(): Promise<readonly string[]>;
  /** Forgets the teams' templates and configurations: one of them has changed. */
  forget(): void;
}

/** Makes the environments of the folders that are open at each moment; `complain` hears what is wrong with a team's templates and configuration. */
export function createEnvironments(
  folders: () => readonly string[],
  files: Files,
  complain: (message: string) => void,
): Environments {
  const settings = new Map<string | undefined, Promise<SeenSettings>>();
  const environment = async (root: string | undefined): Promise<Surroundings> => {
    const known = settings.get(root) ?? loadSettings(root, files, complain);
    settings.set(root, known);
    const { templates, configuration, settled } = await known;
    return { workspace: openWorkspace(root, files), templates, configuration, now: Date.now(), settled };
  };
  const roots = new Map<string, Promise<string>>();
  const rootAbove = (folder: string, workspaceFolder: string): Promise<string> => {
    const root = roots.get(folder) ?? findRoot(folder, workspaceFolder);
    roots.set(folder, root);
    return root;
  };
  const findRoot = async (folder: string, workspaceFolder: string): Promise<string> => {
    if (folder.length <= workspaceFolder.length) return workspaceFolder;
    for (const mark of marks) if (await files.exists(joinPath(folder, mark))) return folder;
    return rootAbove(folderOf(folder), workspaceFolder);
  };
  return {
    async of(path) {
      const folder = innermost(folders(), path);
      return environment(folder === undefined ? undefined : await rootAbove(folderOf(path), folder));
    },
    all: () => Promise.all((folders().length > 0 ? folders() : [undefined]).map(environment)),
    roots: async () => [...new Set([...folders(), ...(await Promise.all(roots.values()))])],
    forget() {
      settings.clear();
      roots.clear();
    },
  };
}

/** What a folder has that is a root of its own. */
const marks = ['.incident-docs', '.git'];

interface SeenSettings extends TeamSettings {
  readonly settled: Observations;
}

async function loadSettings(
  root: string | undefined,
  files: Files,
  complain: (message: string) => void,
): Promise<SeenSettings> {
  const { readTeamSettings, settingsOfNobody } = await import('./linter.ts');
  if (root === undefined) return { ...settingsOfNobody(), settled: {} };
  const notebook = openNotebook();
  const settings = await readTeamSettings(root, {
    async list(folder) {
      const names = await listFolder(folder);
      notebook.note('names', folder, seenList(names?.toSorted()));
      return names;
    },
    async read(path) {
      const text = await files.read(path);
      notebook.note('text', path, seenText(text));
      return text;
    },
  });
  for (const { path, position, message } of settings.problems) complain(`${path}:${position.line + 1}: ${message}`);
  return { ...settings, settled: notebook.observations };
}

/** The names of what is in a folder; empty where there is none, undefined where it can't be listed. */
async function listFolder(folder: string): Promise<readonly string[] | undefined> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => (error.code === 'ENOENT' ? [] : undefined));
}

function innermost(folders: readonly string[], path: string): string | undefined {
  return folders
    .filter((folder) => path.startsWith(folder.endsWith('/') ? folder : `${folder}/`))
    .toSorted((a, b) => b.length - a.length)[0];
}
