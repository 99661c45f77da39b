#!/usr/bin/env node
// Stands in for the `code` executable where no desktop VS Code is: runs the tests of an extension in the VS Code of the
// npm registry and a browser without a window, prints what they print and ends with their exit code. After a failure
// the folder of --user-data-dir holds, below `logs`, VS Code's logs and a screenshot.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { onStop } from '../processes/stop.mjs';
import { workbenchAddress } from './address.mjs';
import { followAutomation } from './automation.mjs';
import { readCodeArguments } from './codeArguments.mjs';
import { keepEvidence } from './evidence.mjs';
import { installEditor } from './install.mjs';
import { startServer } from './server.mjs';
import { restricted } from './settings.mjs';
import { openPage } from './workbench.mjs';

const limitMs = 10 * 60_000;
const open = [];
let closing;

async function main() {
  const { folder, extension, tests, userData, extensions, trusted } = readCodeArguments(process.argv.slice(2));
  const editor = await installEditor();
  const data = userData ?? (await temporaryFolder());
  const server = await startServer({ editor, data, extensions, trusted, settings: restricted });
  open.push(server.stop);
  const { page, close } = await openPage();
  open.push(close);
  const { ended } = await followAutomation(page);
  await page.goto(workbenchAddress({ port: server.port, folder, extension, tests }));
  const outcome = await Promise.race([
    ended,
    server.ended.then(() => ({ code: 1, reason: "VS Code's server ended before the tests did." })),
    pause(
      limitMs,
      { code: 1, reason: `The tests were ended: they ran longer than ${limitMs / 60_000} minutes.` },
      { ref: false },
    ),
  ]);
  if (isStopping()) return 1;
  if (outcome.reason !== undefined) process.stderr.write(`${outcome.reason}\n`);
  if (outcome.code !== 0) await keepEvidence({ page, server });
  return outcome.code;
}

async function temporaryFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'incident-docs-'));
  open.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

function closeAll() {
  closing ??= closeInTurn();
  return closing;
}

async function closeInTurn() {
  for (const close of open.toReversed()) await close().catch((error) => process.stderr.write(`${error.message}\n`));
}

const isStopping = onStop(closeAll, { whenAlone: true });
// Whoever reads the output may be gone before the end: closing everything goes on.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {});

const code = await main().catch((error) => {
  process.stderr.write(`${error.message}\n`);
  return 1;
});
await closeAll();
process.exit(code);
