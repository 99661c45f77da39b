import { lookOf, type Observations } from '../cache/observations.ts';
import type { Workspace } from '../core/workspace.ts';

/** What the reading of a document looked at beside the document, so that it is read again when that changes. */
export interface Dependencies {
  /** Whether a change of the file at a path can change what was read; `appeared` also when the file, or a folder, is new or gone. */
  affectedBy(path: string, appeared: boolean): boolean;
}

/** A workspace that answers as the given one does and notes what it was asked. */
export function watched(workspace: Workspace): { readonly workspace: Workspace; readonly dependencies: Dependencies } {
  const paths = new Set<string>();
  let listed = false;
  return {
    workspace: {
      root: workspace.root,
      exists(path) {
        paths.add(path);
        return workspace.exists(path);
      },
      read(path) {
        paths.add(path);
        return workspace.read(path);
      },
      markdownFiles() {
        listed = true;
        return workspace.markdownFiles();
      },
    },
    dependencies: dependingOn(paths, () => listed),
  };
}

/** The dependencies of a result that was kept, by what had been seen for it. */
export function dependenciesOf(seen: Observations): Dependencies {
  const looks = Object.keys(seen).map(lookOf);
  return dependingOn(new Set(looks.flatMap(({ kind, path }) => (kind === 'markdown' ? [] : [path]))), () =>
    looks.some(({ kind }) => kind === 'markdown'),
  );
}

function dependingOn(paths: ReadonlySet<string>, listed: () => boolean): Dependencies {
  return {
    affectedBy: (path, appeared) =>
      (appeared && listed()) ||
      paths.has(path) ||
      parents(path).some((folder) => paths.has(folder)) ||
      (appeared && [...paths].some((each) => each.startsWith(`${path}/`))),
  };
}

/** The folders above a path: a link to a folder dies with the last file in it. */
function parents(path: string): string[] {
  const folders: string[] = [];
  for (let end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) folders.push(path.slice(0, end));
  return folders;
}
