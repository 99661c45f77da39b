import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** The test files below a folder, sorted. */
export async function testFiles(folder) {
  const names = await readdir(folder, { recursive: true });
  return names
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => join(folder, name))
    .toSorted();
}
