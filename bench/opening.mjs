import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { median } from './meter.mjs';
import { startServer } from './servers/client.mjs';

/**
 * How long language servers take from the opening of a folder's documents to the diagnostics of all, in seconds; a server
 * that `again` is said of has done so before, and may find what it has kept.
 */
export async function openingTimes(servers, folder, runs) {
  const files = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.md'));
  const documents = files.map((name) => ({
    uri: pathToFileURL(join(folder, name)).href,
    text: readFileSync(join(folder, name), 'utf8'),
  }));
  const times = servers.map(() => []);
  const cacheHome = resolve('.cache/bench/kept-by-servers');
  for (const { program } of servers.filter(({ again }) => again)) await openAll(program, folder, documents, cacheHome);
  for (let run = 0; run < runs; run++) {
    for (const [index, { program, again }] of servers.entries())
      times[index].push(await openAll(program, folder, documents, again ? cacheHome : undefined));
  }
  return servers.map(({ name }, index) => ({ name, clock: median(times[index]) }));
}

async function openAll(program, folder, documents, cacheHome) {
  const server = await startServer(program, pathToFileURL(folder).href, cacheHome);
  const before = performance.now();
  for (const { uri, text } of documents) {
    server.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'markdown', version: 1, text } });
  }
  await Promise.all(documents.map(({ uri }) => server.request('textDocument/diagnostic', { textDocument: { uri } })));
  const time = (performance.now() - before) / 1000;
  await server.stop();
  return time;
}
