import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { compileFunction } from 'node:vm';
import { build } from 'esbuild';
import { embedMarkdown } from './embedMarkdown.mjs';
import { nameSources } from './sources.mjs';

/**
 * What a module of the server exports, bundled with the Markdown that it embeds. It passes through no file, which another
 * build at the same time would write too.
 */
export async function loadModule(entry) {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: 'cjs',
    platform: 'node',
    logLevel: 'warning',
    plugins: [nameSources, embedMarkdown],
  });
  const module = { exports: {} };
  const run = compileFunction(outputFiles[0].text, ['module', 'exports', 'require'], { filename: resolve(entry) });
  run(module, module.exports, createRequire(resolve('package.json')));
  return module.exports;
}
