// Times the built language server from a key press to its diagnostics, against a server that parses the whole document for
// each change; then its start, against a server that does nothing; then its memory:
//   node scripts/build.mjs --production && node bench/keypress.mjs [EDITS] [DOCUMENT]
import { fileURLToPath } from 'node:url';
import { keyDocuments, keyPresses, percentiles } from './keys.mjs';
import { floor, nullServer, ours } from './servers/programs.mjs';
import { memoryAfter, startTimes } from './starts.mjs';

const edits = Number(process.argv[2] ?? 60);
const only = process.argv[3];
if (!(edits >= 5)) throw new Error('The number of edits must be 5 or more.');

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const leastServer = await floor();

console.log('key press to diagnostics, ms (p50 / p95)       ours              floor        ratio');
for (const document of keyDocuments()) {
  if (only !== undefined && !document.name.includes(only)) continue;
  const count = Math.max(5, Math.round(edits * document.share));
  const mine = percentiles(await keyPresses(ours.words, document, count));
  const least = percentiles(
    await keyPresses(leastServer.words, document, document.share < 1 ? Math.min(count, 12) : count),
  );
  const ratio = `${(mine.p50 / least.p50).toFixed(3)} / ${(mine.p95 / least.p95).toFixed(3)}`;
  console.log(`${document.name.padEnd(38)} ${pair(mine)} ${pair(least)}   ${ratio}`);
}

if (only === undefined) {
  const [mine, nothing] = await startTimes([ours, await nullServer()], 9);
  const ratio = (mine.p50 / nothing.p50).toFixed(2);
  console.log(`start to initialize, ms: ${pair(mine)}, a null server ${pair(nothing)}, ratio ${ratio}`);
  for (const { name, words } of [ours, leastServer]) {
    const { closed, open } = await memoryAfter(words, 200);
    console.log(`resident after 200 documents, ${name}: ${closed.toFixed(0)} MB, all open ${open.toFixed(0)} MB`);
  }
}

function pair({ p50, p95 }) {
  return `${p50.toFixed(1)} / ${p95.toFixed(1)}`.padStart(17);
}
