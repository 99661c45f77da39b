// Writes the manuals of config.yaml and of templates from the descriptions that their readers go by; with --check only says
// whether they are up to date.
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { loadModule } from './build/module.mjs';

const { configurationManual } = await loadModule('server/src/core/configurationManual.ts');
const { templateManual } = await loadModule('server/src/core/templateManual.ts');
const manuals = [
  ['server/docs/configuration.md', configurationManual(await readFile('examples/.incident-docs/config.yaml', 'utf8'))],
  ['server/docs/templates.md', templateManual()],
];

for (const [page, manual] of manuals) {
  const wanted = await format(manual, { ...(await resolveConfig(page)), parser: 'markdown' });
  const written = await readFile(page, 'utf8').catch(() => '');
  if (wanted === written) console.log(`${page} is up to date.`);
  else if (process.argv.includes('--check')) {
    console.error(`${page} is not up to date; run \`node scripts/manuals.mjs\`.`);
    process.exitCode = 1;
  } else await writeFile(page, wanted);
}
