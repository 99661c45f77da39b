// What is measured, row by row.
import { generatedDocuments, sizeOf } from './corpora.mjs';
import { keyDocuments, keyPresses, percentiles } from './keys.mjs';
import { lintTimes } from './linters.mjs';
import { openingTimes } from './opening.mjs';
import { compareServers, nullServer } from './servers/programs.mjs';
import { memoryAfter, startTimes } from './starts.mjs';
import { figureTable, lintTable, openingTable, percentileTable } from './tables.mjs';

/**
 * The rows in their order. Each is told how often to measure, and asks whether other work keeps the machine busy; each
 * answers with the text that stands below its title.
 */
export const rows = [
  {
    name: 'R',
    title: () => `Lint of real documents${described(process.env.INCIDENT_DOCS_CORPUS)}`,
    measure: realDocuments,
  },
  {
    name: 'S',
    title: () => `Lint of generated documents${described(generatedDocuments(1000))}`,
    measure: (runs, isBusy) => lintTable(lintTimes(generatedDocuments(1000), runs), { cold: 0.8, again: 1 }, isBusy()),
  },
  {
    name: '10000',
    title: () => `Lint of many generated documents${described(generatedDocuments(10_000))}`,
    // One of the peers takes minutes for each run of them.
    measure: (runs, isBusy) =>
      lintTable(lintTimes(generatedDocuments(10_000), runs, runs > 1), { cold: 0.6, again: 0.5 }, isBusy()),
  },
  { name: 'keys', title: () => 'A key press in an open document, until its diagnostics are there', measure: keys },
  { name: 'open', title: () => '1,000 documents opened, until the diagnostics of all are there', measure: open },
  { name: 'start', title: () => 'The start of the language server, until it answers `initialize`', measure: start },
  { name: 'memory', title: () => 'Memory of the language server after 200 documents of 7 KB', measure: memory },
];

function realDocuments(runs, isBusy) {
  const folder = process.env.INCIDENT_DOCS_CORPUS;
  if (!folder) return 'Not measured: INCIDENT_DOCS_CORPUS names no folder of real documents.';
  return lintTable(lintTimes(folder, runs), { cold: 0.8, again: 1 }, isBusy());
}

async function keys(runs) {
  const documents = keyDocuments();
  const measured = [];
  for (const [index, { name, words }] of (await compareServers()).entries()) {
    const columns = [];
    for (const document of documents) {
      const isLarge = document.text.length > 500_000;
      const most = index === 0 ? 12 * runs : isLarge ? 6 : 6 * runs;
      const count = Math.max(5, Math.round(most * document.share));
      const times = await keyPresses(words, document, count);
      columns.push(times && percentiles(times));
    }
    measured.push({ name, columns });
  }
  const names = documents.map(({ name }) => name);
  return percentileTable(names, measured);
}

async function open(runs, isBusy) {
  const servers = await compareServers();
  const again = { name: 'Incident Docs, the same documents again', words: servers[0].words, again: true };
  const measured = await openingTimes([...servers, again], generatedDocuments(1000), runs);
  // Of the reference machine: 4 s where the floor takes 3.8, and 0.8 s.
  return openingTable(measured, { cold: 1.05, again: 0.21 }, isBusy());
}

async function start(runs) {
  const [ours, ...peers] = await compareServers();
  const times = await startTimes([ours, await nullServer(), ...peers], Math.max(3, 2 * runs));
  const measured = times.map(({ name, p50, p95 }) => ({ name, columns: [{ p50, p95 }] }));
  return percentileTable(['start to initialize'], measured);
}

async function memory() {
  const measured = [];
  for (const { name, words } of await compareServers()) {
    const { closed, open: stillOpen } = await memoryAfter(words, 200);
    measured.push({ name, columns: [closed, stillOpen] });
  }
  return figureTable('resident, MB', ['each closed again', 'all open'], measured);
}

function described(folder) {
  if (!folder) return '';
  const { files, megabytes } = sizeOf(folder);
  return `: ${files} files, ${megabytes.toFixed(1)} MB`;
}
