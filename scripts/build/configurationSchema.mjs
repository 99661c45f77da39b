import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { embedMarkdown } from './embedMarkdown.mjs';
import { withSharedParts } from './sharedSchemas.mjs';

/** Writes the JSON Schema of `.incident-docs/config.yaml`, made from the description that the reader goes by. */
export async function writeConfigurationSchema(path) {
  const outfile = resolve('out/build/configurationSchema.cjs');
  await build({
    entryPoints: ['server/src/core/configurationSchema.ts'],
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    logLevel: 'warning',
    plugins: [embedMarkdown],
  });
  const { configurationSchema } = createRequire(import.meta.url)(outfile);
  await writeFile(path, `${JSON.stringify(withSharedParts(configurationSchema()))}\n`);
}
