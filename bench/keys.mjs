import { giantList, postmortem, random, runbook } from './documents.mjs';
import { startServer } from './servers/client.mjs';
import { inTime } from './servers/patience.mjs';

/** The documents that are typed in, and what share of the key presses is made in each: the largest take long. */
export function keyDocuments() {
  const next = random(20240115);
  return [
    { name: '3 KB postmortem', path: 'postmortems/small.md', text: postmortem(3000, next), share: 1 },
    { name: '40 KB runbook', path: 'runbooks/large.md', text: runbook(40_000, next), share: 1 },
    { name: '40 KB postmortem', path: 'postmortems/large.md', text: postmortem(40_000, next), share: 1 },
    { name: '1 MB in sections', path: 'runbooks/huge.md', text: runbook(1_000_000, next), share: 0.3 },
    { name: '1 MB in one list', path: 'postmortems/list.md', text: giantList(1_000_000, next), share: 0.15 },
  ];
}

/** The median and the 95th percentile of some times. */
export function percentiles(times) {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
  return { p50: at(0.5), p95: at(0.95) };
}

/**
 * The times from so many changes of a document to the diagnostics of each, in ms: letters in most places, now and then a new
 * line or a letter less. The server is started for it, and warmed up. Undefined where it does not come to an end.
 */
export async function keyPresses(words, document, count) {
  const server = await startServer(words);
  const times = await inTime(server, typeIn(server, document, count));
  if (times) await server.stop();
  return times;
}

async function typeIn(server, { path, text }, count) {
  const uri = `file:///work/${path}`;
  server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  let previousResultId = (await server.diagnostics(uri, 1)).resultId;
  const press = random(7);
  const times = [];
  const isLarge = text.length > 500_000;
  const warmUp = isLarge ? 2 : 20;
  let lines = text.split('\n');
  for (let version = 2; times.length < count + warmUp; version++) {
    const kind = press();
    // Without its title it would be none of our documents, and of those there is nothing to say.
    const line = 1 + Math.floor(press() * (lines.length - 1));
    const character = Math.floor(press() * (lines[line].length + 1));
    if (kind > 0.9 && character === 0) continue;
    const start = { line, character: kind > 0.9 ? character - 1 : character };
    const inserted = kind > 0.9 ? '' : kind > 0.85 ? '\n' : 'e';
    const written = lines[line].slice(0, start.character) + inserted + lines[line].slice(character);
    lines = lines.toSpliced(line, 1, ...written.split('\n'));
    const range = { start, end: { line, character } };
    const before = performance.now();
    server.change(uri, version, range, inserted, () => lines.join('\n'));
    const report = await server.diagnostics(uri, version, previousResultId);
    times.push(performance.now() - before);
    previousResultId = report.resultId;
    // A person pauses too, and what the server does meanwhile is no part of the answer.
    await new Promise((resolve) => setTimeout(resolve, isLarge ? 150 : 20));
  }
  return times.slice(warmUp);
}
