/** Paths are absolute, with forward slashes; a Windows one begins with its drive: `C:/docs`. */

/** The folder that holds a path: `/a/b` for `/a/b/c.md`. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash <= 0 ? path.slice(0, slash + 1) : path.slice(0, slash);
}

/** The last part of a path. */
export function fileNameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** Joins a relative path to a folder; `.` and `..` are resolved. */
export function joinPath(folder: string, relative: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${relative}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return (folder.startsWith('/') ? '/' : '') + parts.join('/');
}

/** A path as it reads from a folder above it: `docs/c.md` from `/a` for `/a/docs/c.md`; undefined outside the folder. */
export function pathWithin(folder: string | undefined, path: string): string | undefined {
  if (folder === undefined) return undefined;
  const start = folder.endsWith('/') ? folder : `${folder}/`;
  return path.startsWith(start) ? path.slice(start.length) : undefined;
}

/** How a path reads from a folder anywhere: `../incidents/a.md`; absolute where they share no root. */
export function relativePath(folder: string, path: string): string {
  const from = folder.split('/').filter((part) => part !== '');
  const to = path.split('/').filter((part) => part !== '');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  if (shared === 0 && !path.startsWith('/')) return path;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}
