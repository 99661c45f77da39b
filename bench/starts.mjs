import { postmortem, random, runbook } from './documents.mjs';
import { percentiles } from './keys.mjs';
import { startServer } from './servers/client.mjs';
import { inTime } from './servers/patience.mjs';
import { steadyMemory } from './servers/usage.mjs';

/** The times from the start of each server to its answer to `initialize`, in ms, so many in turn. */
export async function startTimes(servers, runs) {
  const times = servers.map(() => []);
  for (let run = 0; run < runs; run++) {
    for (const [index, { words }] of servers.entries()) {
      const before = performance.now();
      const server = await startServer(words);
      times[index].push(performance.now() - before);
      await server.stop();
    }
  }
  return servers.map(({ name }, index) => ({ name, ...percentiles(times[index]) }));
}

/**
 * The memory of a server, in MB, when it has read so many documents of 7 KB, one after the other: `closed` where each was
 * closed before the next was opened, `open` where all are open still. Undefined for a server that does not come to an end.
 */
export async function memoryAfter(words, count) {
  const measured = {};
  for (const way of ['closed', 'open']) {
    const server = await startServer(words);
    if ((await inTime(server, readAll(server, count, way === 'closed'))) === undefined) continue;
    measured[way] = await steadyMemory(server.pid);
    await server.stop();
  }
  return measured;
}

/** Opens so many documents, and closes each before the next where that is wanted; tells how many. */
async function readAll(server, count, closes) {
  const next = random(3);
  for (let n = 0; n < count; n++) {
    const [folder, write] = n % 2 === 0 ? ['postmortems', postmortem] : ['runbooks', runbook];
    const uri = `file:///work/${folder}/${n}.md`;
    const textDocument = { uri, languageId: 'markdown', version: 1, text: write(7000, next) };
    server.notify('textDocument/didOpen', { textDocument });
    await server.diagnostics(uri, 1);
    if (closes) server.notify('textDocument/didClose', { textDocument: { uri } });
  }
  return count;
}
