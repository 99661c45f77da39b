import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a result of the linter comes from: its sources, its templates, and the packages that it uses. */
const folders = ['server/src', 'server/templates'];
const files = ['package.json', 'package-lock.json'];

/** Makes `incident-docs:build` a module whose default export names the sources: results of one build are none of another. */
export const nameSources = {
  name: 'name-sources',
  setup(build) {
    build.onResolve({ filter: /^incident-docs:build$/ }, ({ path }) => ({ path, namespace: 'name-sources' }));
    build.onLoad({ filter: /.*/, namespace: 'name-sources' }, async () => ({
      contents: JSON.stringify(await digestOfSources()),
      loader: 'json',
    }));
  },
};

async function digestOfSources() {
  const hash = createHash('sha1');
  for (const path of [...files, ...(await Promise.all(folders.map(filesBelow))).flat()]) {
    hash.update(`${path}\n`).update(await readFile(path));
  }
  return hash.digest('base64url');
}

async function filesBelow(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/'))
    .toSorted();
}
