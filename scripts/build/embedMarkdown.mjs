import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

const folders = { 'incident-docs:templates': 'server/templates', 'incident-docs:rule-pages': 'server/docs/rules' };

/** Makes a folder of Markdown files a module: its default export maps each path below the folder, without `.md`, to the text. */
export const embedMarkdown = {
  name: 'embed-markdown',
  setup(build) {
    build.onResolve({ filter: /^incident-docs:(?:templates|rule-pages)$/ }, ({ path }) => ({
      path,
      namespace: 'embed-markdown',
    }));
    build.onLoad({ filter: /.*/, namespace: 'embed-markdown' }, async ({ path }) => {
      const folder = folders[path];
      if (folder === undefined) return { errors: [{ text: `No folder is known for ${path}.` }] };
      const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md')).toSorted();
      const texts = {};
      for (const name of names) {
        texts[relative('', name).replaceAll('\\', '/').slice(0, -3)] = await readFile(join(folder, name), 'utf8');
      }
      return { contents: JSON.stringify(texts), loader: 'json', watchFiles: names.map((name) => join(folder, name)) };
    });
  },
};
