import type { Environment } from '../core/lint.ts';
import type { Template } from '../core/schema/template.ts';
import type { Workspace } from '../core/workspace.ts';
import { openWorkspace, type Files } from './workspace.ts';

/** What the reading of a document depends on, for each place where a document can stand. */
export interface Environments {
  /** The environment of the document at a path: that of the innermost workspace folder that holds it. */
  of(path: string): Promise<Environment>;
  /** The environment of each workspace folder; where none is open, that of a document outside any. */
  all(): Promise<readonly Environment[]>;
}

/** Makes the environments of the folders that are open at each moment. */
export function createEnvironments(folders: () => readonly string[], files: Files): Environments {
  let templates: Promise<readonly Template[]> | undefined;
  const environment = async (root: string | undefined): Promise<Environment> => {
    templates ??= loadTemplates();
    const workspace: Workspace = openWorkspace(root, files);
    return { workspace, templates: await templates, now: Date.now() };
  };
  return {
    of: (path) => environment(innermost(folders(), path)),
    all: () => Promise.all((folders().length > 0 ? folders() : [undefined]).map(environment)),
  };
}

async function loadTemplates(): Promise<readonly Template[]> {
  const { builtInTemplates } = await import('../core/schema/presets.ts');
  return builtInTemplates();
}

function innermost(folders: readonly string[], path: string): string | undefined {
  return folders
    .filter((folder) => path.startsWith(folder.endsWith('/') ? folder : `${folder}/`))
    .toSorted((a, b) => b.length - a.length)[0];
}
