import type { Glob } from './written/pattern.ts';

/**
 * The glob by which a path is one of the files that globs name: one of them matches it, and none that begins with `!`
 * does. Undefined where it is not. The path is relative to the workspace's folder.
 */
export function globThatNames(globs: readonly Glob[], path: string): Glob | undefined {
  if (globs.some(({ excludes, matches }) => excludes && matches(path))) return undefined;
  return globs.find(({ excludes, matches }) => !excludes && matches(path));
}
