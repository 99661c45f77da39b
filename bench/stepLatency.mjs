// Times a step in the real editor, from the key press to the first thing that its command does, in a terminal that is idle:
//   node bench/stepLatency.mjs [RUNS]
// and, for comparison, the shell's own time from Enter to the same. Build first; what else runs on the machine disturbs it.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { openWorkbench } from '../scripts/editor/workbench.mjs';

const runs = Number(process.argv[2] ?? 20);
const goalMs = 150;
const limitMs = 30_000;
if (!(runs >= 1)) throw new Error('The number of runs must be 1 or more.');

const stamp = (name) => `date +%s%3N > ${name}.txt`;
const runbook = [
  '# Runbook: Latency',
  '',
  '## Investigation Steps',
  '',
  '```bash',
  stamp('typed'),
  '```',
  '',
  '```bash',
  '# a block of two lines',
  stamp('file'),
  '```',
  '',
].join('\n');
const lineOf = { typed: 6, file: 11 };

const folder = await mkdtemp(join(tmpdir(), 'incident-docs-'));
await mkdir(join(folder, 'runbooks'));
const file = join(folder, 'runbooks', 'latency.md');
await writeFile(file, runbook);
const { page, close } = await openWorkbench({
  folder,
  file,
  extensionDevelopmentPath: '.',
  settings: { 'terminal.integrated.env.linux': { HOME: folder } },
});
try {
  await page.waitForSelector('.codelens-decoration a', { timeout: 60_000 });
  await page.locator('.monaco-editor .view-line').first().click();
  // The first of each makes the terminal.
  for (const name of ['typed', 'file']) await press(name);
  const times = { typed: [], file: [], own: [] };
  for (let run = 0; run < runs; run++) {
    for (const name of ['typed', 'file']) times[name].push(await press(name));
  }
  await page.locator('.terminal-wrapper.active .xterm').first().click();
  for (let run = 0; run < runs; run++) {
    await page.keyboard.type(stamp('own'));
    times.own.push(await timed('own', () => page.keyboard.press('Enter')));
  }
  const own = median(times.own);
  console.log(`the shell's own: median ${own} ms, of ${runs}`);
  for (const name of ['typed', 'file']) {
    const beyond = median(times[name]) - own;
    console.log(
      `a step, ${name}: median ${median(times[name])} ms, ${beyond} ms beyond the shell's own (goal: under ${goalMs})`,
    );
  }
} finally {
  await close();
  await rm(folder, { recursive: true, force: true });
}

/** Puts the caret into a block, runs it by its key, and gives the time from the key press to its command in ms. */
async function press(name) {
  await page.keyboard.press('Control+G');
  await page.waitForSelector('.quick-input-widget:not([style*="display: none"]) input');
  await page.keyboard.type(String(lineOf[name]));
  await page.keyboard.press('Enter');
  await page.waitForSelector('.quick-input-widget', { state: 'hidden' });
  await page.keyboard.press('Control+K');
  return timed(name, () => page.keyboard.press('x'));
}

async function timed(name, act) {
  const path = join(folder, `${name}.txt`);
  await rm(path, { force: true });
  const begun = Date.now();
  await act();
  for (;;) {
    const text = await readFile(path, 'utf8').catch(() => '');
    if (text.endsWith('\n')) {
      // The shell is to be back at its prompt, and the editor to know it, before the next one.
      await pause(400);
      return Number(text) - begun;
    }
    if (Date.now() - begun > limitMs) throw new Error(`The step "${name}" did not run within ${limitMs / 1000} s.`);
    await pause(5);
  }
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
