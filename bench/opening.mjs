import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median } from './meter.mjs';
import { startServer } from './servers/client.mjs';
import { inTime } from './servers/patience.mjs';
import { processorTime } from './servers/usage.mjs';

/**
 * How long language servers take from the opening of a folder's documents to the diagnostics of all, in seconds; a server
 * that `again` is said of has done so before, and may find what it has kept. Infinite for one that does not come to an end.
 */
export async function openingTimes(servers, folder, runs) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.md'));
  const documents = files.map((name) => ({
    uri: pathToFileURL(join(folder, name)).href,
    text: readFileSync(join(folder, name), 'utf8'),
  }));
  const times = servers.map(() => []);
  const cacheHome = mkdtempSync(join(tmpdir(), 'incident-docs-bench-'));
  try {
    for (const { words } of servers.filter(({ again }) => again)) await openAll(words, folder, documents, cacheHome);
    for (let run = 0; run < runs; run++) {
      for (const [index, { words, again }] of servers.entries())
        times[index].push(await openAll(words, folder, documents, again ? cacheHome : undefined));
    }
  } finally {
    rmSync(cacheHome, { recursive: true, force: true });
  }
  return servers.map(({ name }, index) => ({
    name,
    clock: median(times[index].map(({ clock }) => clock)),
    processor: median(times[index].map(({ processor }) => processor)),
  }));
}

async function openAll(words, folder, documents, cacheHome) {
  const server = await startServer(words, pathToFileURL(folder).href, cacheHome);
  const [clock, processor] = [performance.now(), processorTime(server.pid)];
  for (const { uri, text } of documents) {
    server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  }
  const all = Promise.all(documents.map(({ uri }) => server.diagnostics(uri, 1)));
  const isLate = (await inTime(server, all)) === undefined;
  if (isLate) return { clock: Infinity, processor: Infinity };
  const time = { clock: (performance.now() - clock) / 1000, processor: processorTime(server.pid) - processor };
  await server.stop();
  return time;
}
