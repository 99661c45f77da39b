import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { build, transform } from 'esbuild';

/**
 * Bundles programs that share most of their code, each to the file of its name in `outdir`, and what they share, and what
 * they load only when it is asked for, to chunks beside them. esbuild divides ECMAScript modules alone; as CommonJS they
 * start faster, so each is turned into that.
 */
export async function buildPrograms({ outdir, sourcemap, banners = {}, ...options }) {
  const { outputFiles } = await build({
    ...options,
    outdir,
    format: 'esm',
    splitting: true,
    sourcemap: sourcemap && 'inline',
    write: false,
  });
  await Promise.all(
    outputFiles.map(async ({ path, text }) => {
      const { code } = await transform(text, {
        format: 'cjs',
        platform: 'node',
        target: options.target,
        supported: { 'dynamic-import': false },
        minify: options.minify,
        legalComments: 'none',
        sourcemap: sourcemap && 'inline',
        sourcefile: basename(path),
      });
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, `${banners[basename(path)] ?? ''}${code}`);
    }),
  );
}
