// npm run bench [-- --quick] [-- R S 10000 keys open start memory]: measures the built command line and server against their
// peers, prints the tables and writes them to bench/RESULTS.md. R are the real documents of INCIDENT_DOCS_CORPUS, S 1,000
// generated ones.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { rows } from './rows.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const words = process.argv.slice(2);
const runs = words.includes('--quick') ? 1 : 5;
const wanted = words.filter((word) => word !== '--quick');
const results = 'bench/RESULTS.md';

execFileSync(process.execPath, ['scripts/build.mjs', '--production'], { stdio: 'inherit' });
const measured = new Map();
for (const { name, title, measure } of rows) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const text = `## ${title()}\n\n${conditions()}\n\n${await measure(runs, isBusy)}\n`;
  measured.set(name, text);
  console.log(text);
  write();
}

/** Where, when and how often: ratios of one run travel between machines, times do not. */
function conditions() {
  const day = new Date().toISOString().slice(0, 10);
  const processor = `${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`;
  // Times by the clock say little where others wanted the machine too.
  const others = isBusy() ? `; other work kept it busy (load ${loadavg()[0].toFixed(0)})` : '';
  return `${day}, ${processor}, Node ${process.versions.node}, ${runs === 1 ? 'a single run' : `medians of ${runs} runs in turn`}${others}.`;
}

/** Whether more wants to run than there are processors, two being ours. */
function isBusy() {
  return loadavg()[0] > availableParallelism() + 2;
}

/** What was not measured this time stays as it was. */
function write() {
  const [head, ...sections] = readFileSync(results, 'utf8').split(/^(?=## )/m);
  const earlier = new Map(sections.map((section) => [/<!-- (\w+) -->/.exec(section)?.[1], section]));
  for (const [name, text] of measured) earlier.set(name, text.replace('\n\n', `\n\n<!-- ${name} -->\n\n`));
  const known = rows.flatMap(({ name }) => earlier.get(name)?.trim() ?? []);
  writeFileSync(results, `${[head.trim(), ...known].join('\n\n')}\n`);
}
