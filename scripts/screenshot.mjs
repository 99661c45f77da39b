// node scripts/screenshot.mjs: takes the README's screenshots of the real editor, into client/images. The extension must be built.
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openWorkbench } from './editor/workbench.mjs';

const limit = { timeout: 60_000 };

const shots = [
  { image: 'screenshot', file: 'postmortems/2026-02-11-payment-timeouts.md', act: showProblems },
  { image: 'runbook', file: 'runbooks/checkout-errors.md', act: runFirstStep },
];

process.chdir(fileURLToPath(new URL('..', import.meta.url)));
const home = await mkdtemp(join(tmpdir(), 'incident-docs-'));
const folder = join(home, 'examples');
try {
  await copyExamples();
  // A prompt that tells nothing of the machine on which the picture was taken.
  await writeFile(join(home, '.bashrc'), "PS1='$ '\n");
  for (const { image, file, act } of shots) console.log(await take(image, file, act));
} finally {
  await rm(home, { recursive: true, force: true });
}

/** The examples as they were while their incident was going on: it began half an hour ago. */
async function copyExamples() {
  await cp('examples', folder, { recursive: true });
  const day = '2026-03-09';
  const began = Date.now() - 30 * 60_000;
  const now = (minutes) => new Date(began + minutes * 60_000).toISOString();
  const incident = join(folder, 'incidents', `${day}-checkout-errors.md`);
  const text = await readFile(incident, 'utf8');
  const moved = text
    .replace(/\b1([23]):(\d\d)\b/g, (_, hour, minute) => now((Number(hour) - 2) * 60 + Number(minute)).slice(11, 16))
    .replaceAll(day, now(0).slice(0, 10));
  await writeFile(incident, moved);
  await rename(incident, join(folder, 'incidents', `${now(0).slice(0, 10)}-checkout-errors.md`));
}

async function take(image, file, act) {
  const { page, close } = await openWorkbench({
    folder,
    file: join(folder, file),
    extensionDevelopmentPath: '.',
    settings: {
      'editor.minimap.enabled': false,
      'terminal.integrated.env.linux': { HOME: home },
      'window.commandCenter': false,
      'workbench.layoutControl.enabled': false,
    },
  });
  try {
    await act(page);
    const path = `client/images/${image}.png`;
    await page.screenshot({ path });
    return path;
  } finally {
    await close();
  }
}

/** What the linter finds, in the text and in the Problems view, and the quick fixes of a timeline out of order. */
async function showProblems(page) {
  await page.waitForSelector('.monaco-editor .view-line', limit);
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row', { hasText: 'timeline-order' }).first().dblclick(limit);
  await page.waitForSelector('.squiggly-warning', { ...limit, state: 'attached' });
  await page.keyboard.press('Control+.');
  await page.waitForSelector('.action-widget .monaco-list-row', limit);
  await page.waitForSelector('[id="status.problems"]', limit);
}

/** A step that was run by its lens: its mark beside the block, its output in the terminal. */
async function runFirstStep(page) {
  await page
    .locator('.codelens-decoration a', { hasText: /^▶ Run$/ })
    .first()
    .click(limit);
  await page.waitForFunction(isMarked, 'exit 0', limit);
}

/** Runs in the page. Marks beside the text are drawn by style alone. */
function isMarked(mark) {
  const spans = [...document.querySelectorAll('.view-line span')];
  return spans.some((span) => getComputedStyle(span, '::after').content.includes(mark));
}
