import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import { build } from 'esbuild';
import { embedMarkdown } from './embedMarkdown.mjs';
import { nameSources } from './sources.mjs';

/** What a module of the server exports, bundled with the Markdown that it embeds. */
export async function loadModule(entry) {
  const outfile = resolve('out/build', `${basename(entry, '.ts')}.cjs`);
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    logLevel: 'warning',
    plugins: [nameSources, embedMarkdown],
  });
  return createRequire(import.meta.url)(outfile);
}
