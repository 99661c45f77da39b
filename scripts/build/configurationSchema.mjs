import { writeFile } from 'node:fs/promises';
import { loadModule } from './module.mjs';
import { withSharedParts } from './sharedSchemas.mjs';

/** Writes the JSON Schema of `.incident-docs/config.yaml`, made from the description that the reader goes by. */
export async function writeConfigurationSchema(path) {
  const { configurationSchema } = await loadModule('server/src/core/configurationSchema.ts');
  await writeFile(path, `${JSON.stringify(withSharedParts(configurationSchema()))}\n`);
}
