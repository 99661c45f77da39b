// node scripts/test/person.mjs RESULT EVIDENCE: runs the tests that drive a workbench as a person does, with mouse and keys,
// because nobody else can answer a modal question or reload a window. The extension must be built. The count goes to the file RESULT.
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { endTree } from '../processes/end.mjs';
import { onStop } from '../processes/stop.mjs';
import { runSuite } from './suite.mjs';

const [resultFile] = process.argv.slice(2);
process.chdir(fileURLToPath(new URL('../..', import.meta.url)));
onStop(() => endTree(process.pid), { whenAlone: true });
const folder = 'client/test/person';
const files = (await readdir(folder)).filter((name) => name.endsWith('.test.mjs')).map((name) => resolve(folder, name));
const failed = await runSuite({ files, resultFile, timeoutMs: 120_000 });
process.exit(failed === 0 ? 0 : 1);
