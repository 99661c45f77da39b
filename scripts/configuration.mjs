// Writes the manual of config.yaml from the description that its reader goes by; with --check only says whether it is up to date.
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { loadModule } from './build/module.mjs';

const page = 'server/docs/configuration.md';
const { configurationManual } = await loadModule('server/src/core/configurationManual.ts');
const manual = configurationManual(await readFile('examples/.incident-docs/config.yaml', 'utf8'));
const wanted = await format(manual, { ...(await resolveConfig(page)), parser: 'markdown' });
const written = await readFile(page, 'utf8').catch(() => '');
if (wanted === written) console.log("The configuration's manual is up to date.");
else if (process.argv.includes('--check')) {
  console.error("The configuration's manual is not up to date; run `node scripts/configuration.mjs`.");
  process.exitCode = 1;
} else await writeFile(page, wanted);
