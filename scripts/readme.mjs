// Writes the README's rule list from the rules themselves; with --check only says whether it is up to date.
import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';

const rules = JSON.parse(
  execFileSync(process.execPath, ['dist/cli.js', 'rules', '--format', 'json'], { encoding: 'utf8' }),
);
const rows = rules.map(
  ({ id, level, fixable, summary }) =>
    `| [${id}](server/docs/rules/${id}.md) | ${level} | ${fixable ? 'fix' : ''} | ${summary} |`,
);
// Not aligned: the spaces of a hundred rows would count in the extension's package.
const table = ['<!-- prettier-ignore -->', '| Rule | Level | | Finds |', '| --- | --- | --- | --- |', ...rows].join(
  '\n',
);

const readme = await readFile('README.md', 'utf8');
const marked = readme.replace(/(<!-- rules -->)[^]*(<!-- \/rules -->)/, `$1\n\n${table}\n\n$2`);
const wanted = await format(marked, { ...(await resolveConfig('README.md')), parser: 'markdown' });
if (wanted === readme) console.log("The README's rule list is up to date.");
else if (process.argv.includes('--check')) {
  console.error("The README's rule list is not up to date; run `node scripts/build.mjs && node scripts/readme.mjs`.");
  process.exitCode = 1;
} else await writeFile('README.md', wanted);
