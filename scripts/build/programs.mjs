import { mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { build, transform } from 'esbuild';

/**
 * Bundles programs that share most of their code, each to the file of its name in `outdir`, and what they share, and what
 * they load only when it is asked for, to chunks beside them. esbuild divides ECMAScript modules alone; as CommonJS they
 * start faster, so each is turned into that. Its map lies beside it: within it, each start of the program would read it too.
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
      const { code, map } = await transform(text, {
        format: 'cjs',
        platform: 'node',
        target: options.target,
        supported: { 'dynamic-import': false },
        minify: options.minify,
        legalComments: 'none',
        sourcemap: sourcemap && 'external',
        sourcefile: basename(path),
      });
      await mkdir(dirname(path), { recursive: true });
      const link = sourcemap ? `//# sourceMappingURL=${basename(path)}.map\n` : '';
      await writeFile(path, `${banners[basename(path)] ?? ''}${code}${link}`);
      if (sourcemap) await writeFile(`${path}.map`, map);
    }),
  );
}
