// node scripts/screenshot.mjs: takes the README's screenshots of the real editor, into client/images. The extension must be built.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
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
try {
  // A prompt that tells nothing of the machine on which the picture was taken.
  await writeFile(join(home, '.bashrc'), "PS1='$ '\n");
  for (const { image, file, act } of shots) console.log(await take(image, file, act));
} finally {
  await rm(home, { recursive: true, force: true });
}

async function take(image, file, act) {
  const { page, close } = await openWorkbench({
    folder: 'examples',
    file: join('examples', file),
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
