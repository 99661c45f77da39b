// node scripts/test/server.mjs unit|protocol RESULT: runs the server's bundled tests of that sort; the count goes to RESULT.
import { readdir } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join, sep } from 'node:path';
import { installShells } from '../setup/shells.mjs';
import { runSuite } from './suite.mjs';

const [sort, resultFile] = process.argv.slice(2);
const folder = 'out/test/server';
const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.test.mjs'));
const files = names
  .filter((name) => name.startsWith(`protocol${sep}`) === (sort === 'protocol'))
  .map((name) => join(folder, name));
// Values are tried in every shell.
if (sort === 'unit') await installShells();
const failed = await runSuite({
  files,
  resultFile,
  timeoutMs: 120_000,
  jobs: sort === 'unit' ? availableParallelism() : 1,
});
// A test that leaves a timer or a process open can't keep the run from ending.
process.exit(failed === 0 ? 0 : 1);
