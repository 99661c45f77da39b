// Times the built language server from a key press to its diagnostics, against a server that parses the whole document for
// each change; then its start, against a server that does nothing; then its memory:
//   node scripts/build.mjs --production && node bench/keypress.mjs [EDITS] [DOCUMENT]
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { giantList, postmortem, random, runbook } from './documents.mjs';
import { startServer } from './servers/client.mjs';

const edits = Number(process.argv[2] ?? 60);
const only = process.argv[3];
if (!(edits >= 5)) throw new Error('The number of edits must be 5 or more.');

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
await build({
  entryPoints: ['bench/servers/floor.mjs', 'bench/servers/null.mjs'],
  outdir: 'out/bench',
  outExtension: { '.js': '.cjs' },
  bundle: true,
  minify: true,
  platform: 'node',
  format: 'cjs',
  logLevel: 'warning',
});
const ours = 'dist/server.js';

const next = random(20240115);
const documents = [
  { name: '3 KB postmortem', path: 'postmortems/small.md', text: postmortem(3000, next) },
  { name: '40 KB runbook', path: 'runbooks/large.md', text: runbook(40_000, next) },
  { name: '40 KB postmortem', path: 'postmortems/large.md', text: postmortem(40_000, next) },
  { name: '1 MB in sections', path: 'runbooks/huge.md', text: runbook(1_000_000, next), share: 0.3 },
  { name: '1 MB in one list', path: 'postmortems/list.md', text: giantList(1_000_000, next), share: 0.15 },
];

console.log('key press to diagnostics, ms (p50 / p95)       ours              floor        ratio');
for (const { name, path, text, share = 1 } of documents) {
  if (only !== undefined && !name.includes(only)) continue;
  const count = Math.max(5, Math.round(edits * share));
  const mine = await keyPresses(ours, path, text, count);
  const floor = await keyPresses('out/bench/floor.cjs', path, text, Math.min(count, 12));
  const ratio = [at(mine, 0.5) / at(floor, 0.5), at(mine, 0.95) / at(floor, 0.95)];
  console.log(`${name.padEnd(38)} ${pair(mine)} ${pair(floor)}   ${ratio.map((x) => x.toFixed(3)).join(' / ')}`);
}

if (only === undefined) {
  const starts = { ours: [], null: [] };
  for (let run = 0; run < 9; run++) {
    starts.null.push(await startTime('out/bench/null.cjs'));
    starts.ours.push(await startTime(ours));
  }
  const ratio = (at(starts.ours, 0.5) / at(starts.null, 0.5)).toFixed(2);
  console.log(`start to initialize, ms: ${pair(starts.ours)}, a null server ${pair(starts.null)}, ratio ${ratio}`);
  console.log(`resident after 200 documents, MB: ${(await residentAfter(200)).toFixed(0)}`);
}

/** The times from a change to the diagnostics of it, in ms: letters in most places, now and then a new line or a letter less. */
async function keyPresses(program, path, text, count) {
  const server = await startServer(program);
  const uri = `file:///work/${path}`;
  server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  let previousResultId = (await diagnose(server, uri)).resultId;
  const press = random(7);
  const times = [];
  const warmUp = text.length > 500_000 ? 2 : 20;
  let lines = text.split('\n');
  for (let version = 2; times.length < count + warmUp; version++) {
    const kind = press();
    const line = Math.floor(press() * lines.length);
    const character = Math.floor(press() * (lines[line].length + 1));
    if (kind > 0.9 && character === 0) continue;
    const start = { line, character: kind > 0.9 ? character - 1 : character };
    const inserted = kind > 0.9 ? '' : kind > 0.85 ? '\n' : 'e';
    const written = lines[line].slice(0, start.character) + inserted + lines[line].slice(character);
    lines = lines.toSpliced(line, 1, ...written.split('\n'));
    const range = { start, end: { line, character } };
    const before = performance.now();
    server.notify('textDocument/didChange', {
      textDocument: { uri, version },
      contentChanges: [{ range, text: inserted }],
    });
    const report = await diagnose(server, uri, previousResultId);
    times.push(performance.now() - before);
    previousResultId = report.resultId;
    // A person pauses too, and what the server does meanwhile is no part of the answer.
    await new Promise((resolve) => setTimeout(resolve, text.length > 500_000 ? 150 : 20));
  }
  await server.stop();
  return times.slice(warmUp);
}

function diagnose(server, uri, previousResultId) {
  return server.request('textDocument/diagnostic', { textDocument: { uri }, previousResultId });
}

async function startTime(program) {
  const before = performance.now();
  const server = await startServer(program);
  const time = performance.now() - before;
  await server.stop();
  return time;
}

/** The server's resident memory in MB when it has read so many documents and has had a second to tidy up. */
async function residentAfter(count) {
  const server = await startServer(ours);
  const write = random(3);
  for (let n = 0; n < count; n++) {
    const uri = `file:///work/postmortems/${n}.md`;
    const text = n % 2 === 0 ? postmortem(7000, write) : runbook(7000, write);
    server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
    await diagnose(server, uri);
    server.notify('textDocument/didClose', { textDocument: { uri } });
  }
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const pages = Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))[1]);
  await server.stop();
  return pages / 1024;
}

function at(times, share) {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

function pair(times) {
  return `${at(times, 0.5).toFixed(1)} / ${at(times, 0.95).toFixed(1)}`.padStart(17);
}
