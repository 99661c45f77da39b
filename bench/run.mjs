// npm run bench [-- --quick] [-- R S 10000 open keys]: measures the built command line and server against their peers, prints
// the tables and writes them to bench/RESULTS.md. R are the real documents of INCIDENT_DOCS_CORPUS, S 1,000 generated ones.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { generatedDocuments, sizeOf } from './corpora.mjs';
import { lintTimes } from './linters.mjs';
import { openingTimes } from './opening.mjs';
import { lintTable, openingTable } from './tables.mjs';

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const words = process.argv.slice(2);
const runs = words.includes('--quick') ? 1 : 5;
const wanted = words.filter((word) => word !== '--quick');
const results = 'bench/RESULTS.md';

const rows = {
  R() {
    const folder = process.env.INCIDENT_DOCS_CORPUS;
    if (!folder) return 'Not measured: INCIDENT_DOCS_CORPUS names no folder of real documents.';
    return lintTable(lintTimes(folder, runs), { cold: 0.8, again: 1 }, isBusy());
  },
  S: () => lintTable(lintTimes(generatedDocuments(1000), runs), { cold: 0.8, again: 1 }, isBusy()),
  // The third of the peers takes minutes for each run of them.
  10000: () => lintTable(lintTimes(generatedDocuments(10_000), runs, false), { cold: 0.6, again: 0.5 }, isBusy()),
  async open() {
    await build({
      entryPoints: ['bench/servers/floor.mjs'],
      outfile: 'out/bench/floor.cjs',
      bundle: true,
      minify: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'warning',
    });
    const servers = [
      { name: 'Incident Docs', program: 'dist/server.js' },
      { name: 'the floor', program: 'out/bench/floor.cjs' },
      { name: 'Incident Docs, the same documents again', program: 'dist/server.js', again: true },
    ];
    return openingTable(await openingTimes(servers, generatedDocuments(1000), runs));
  },
  keys: () =>
    `\`\`\`text\n${execFileSync(process.execPath, ['bench/keypress.mjs', String(runs * 12)], { encoding: 'utf8' })}\`\`\``,
};

const titles = {
  R: () => `Lint of real documents${described(process.env.INCIDENT_DOCS_CORPUS)}`,
  S: () => `Lint of generated documents${described(generatedDocuments(1000))}`,
  10000: () => `Lint of many generated documents${described(generatedDocuments(10_000))}`,
  open: () => '1,000 documents opened, until the diagnostics of all are there',
  keys: () => 'Key press to diagnostics, start and memory of the language server',
};

execFileSync(process.execPath, ['scripts/build.mjs', '--production'], { stdio: 'inherit' });
const measured = new Map();
for (const name of Object.keys(rows)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const text = `## ${titles[name]()}\n\n${conditions()}\n\n${await rows[name]()}\n`;
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

function described(folder) {
  if (!folder) return '';
  const { files, megabytes } = sizeOf(folder);
  return `: ${files} files, ${megabytes.toFixed(1)} MB`;
}

/** What was not measured this time stays as it was. */
function write() {
  const [head, ...sections] = readFileSync(results, 'utf8').split(/^(?=## )/m);
  const earlier = new Map(sections.map((section) => [/<!-- (\w+) -->/.exec(section)?.[1], section]));
  for (const [name, text] of measured) earlier.set(name, text.replace('\n\n', `\n\n<!-- ${name} -->\n\n`));
  const known = Object.keys(titles).flatMap((name) => earlier.get(name)?.trim() ?? []);
  writeFileSync(results, `${[head.trim(), ...known].join('\n\n')}\n`);
}
