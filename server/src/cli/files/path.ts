import { relative, resolve, sep } from 'node:path';

/** The absolute path of what a person names, with forward slashes. */
export function absolutePath(workingFolder: string, path: string): string {
  return withForwardSlashes(resolve(workingFolder, path));
}

/** A path as people see it: relative to the working directory, with forward slashes. */
export function shownPath(workingFolder: string, path: string): string {
  return withForwardSlashes(relative(workingFolder, path)) || '.';
}

/** A path of this system as the core writes it. */
export function withForwardSlashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
