// node scripts/test/reload.mjs: runs a step of a runbook in a real VS Code by its lens, reloads the window, and ends with 0
// where the step's mark stands beside its block again. The extension must be built.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../editor/install.mjs';
import { openWorkbench } from '../editor/workbench.mjs';
import { endTree } from '../processes/end.mjs';
import { onStop } from '../processes/stop.mjs';

const limit = { timeout: 120_000 };
const runbook = '# Runbook: Reload\n\n## Investigation Steps\n\n```bash\n# a step that fails\nfalse\n```\n';
const mark = '✗ exit 1';

const folder = await mkdtemp(join(tmpdir(), 'incident-docs-'));
const removeFolder = () => rm(folder, { recursive: true, force: true });
onStop(() => endTree(process.pid).then(removeFolder), { whenAlone: true });
try {
  await mkdir(join(folder, 'runbooks'));
  const file = join(folder, 'runbooks', 'reload.md');
  await writeFile(file, runbook);
  await reload(file);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
await removeFolder();

async function reload(file) {
  const settings = { 'terminal.integrated.env.linux': { HOME: folder } };
  const { page, close } = await openWorkbench({ folder, file, extensionDevelopmentPath: root, settings });
  try {
    await page.locator('.codelens-decoration a', { hasText: 'Run' }).first().click(limit);
    await page.waitForFunction(isMarked, mark, limit);
    const loaded = page.waitForEvent('load', limit);
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').first().fill('>Developer: Reload Window', limit);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Reload Window' }).first().click(limit);
    await loaded;
    await page.waitForFunction(isMarked, mark, limit);
  } finally {
    await close();
  }
}

/** Runs in the page. Marks beside the text are drawn by style alone. */
function isMarked(wanted) {
  const spans = [...document.querySelectorAll('.view-line span')];
  return spans.some((span) => getComputedStyle(span, '::after').content.includes(wanted));
}
