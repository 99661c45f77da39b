import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, relative } from 'node:path';
import { build, transform } from 'esbuild';
import { linked } from './linked.mjs';

/**
 * Bundles programs that share most of their code, each to the file of its name in `outdir`, and what they share, and what
 * they load only when it is asked for, to chunks beside them. esbuild divides ECMAScript modules alone; as CommonJS they
 * start faster, so each is turned into that.
 */
export async function buildPrograms({ outdir, sourcemap, banners = {}, ...options }) {
  const { outputFiles, metafile } = await build({
    ...options,
    outdir,
    format: 'esm',
    splitting: true,
    chunkNames: 'chunk-[hash]',
    sourcemap: sourcemap && 'inline',
    write: false,
    metafile: true,
  });
  await Promise.all(
    outputFiles.map(async ({ path, text }) => {
      const output = metafile.outputs[relative('', path).replaceAll('\\', '/')];
      const { code } = await transform(linked(text, output), {
        format: 'cjs',
        platform: 'node',
        target: options.target,
        supported: { 'dynamic-import': false },
        minify: options.minify,
        legalComments: 'none',
        sourcemap: sourcemap && 'inline',
        sourcefile: basename(path),
        // What a module hands out is `module.exports` already, beside imports of what is Node's and the editor's own.
        logOverride: { 'commonjs-variable-in-esm': 'silent' },
      });
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, `${banners[basename(path)] ?? ''}${code}`);
    }),
  );
}
