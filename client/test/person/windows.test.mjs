import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { openWorkbench } from '../../../scripts/editor/workbench.mjs';

const limit = { timeout: 90_000 };
const ownerOf = (folder) => Number(/-step-(\d+)-/.exec(basename(folder))?.[1]);

const pressRun = (page, number) =>
  page
    .locator('.codelens-decoration a', { hasText: /^\W*Run$/ })
    .nth(number)
    .click(limit);
const shows = (page, mark) => page.waitForFunction(isMarked, mark, limit);
const until = async (page, isSo, otherwise) => {
  const end = Date.now() + limit.timeout;
  while (!isSo()) {
    if (Date.now() > end) throw new Error(otherwise);
    await page.waitForTimeout(100);
  }
};

const gone = (page, path) => until(page, () => !existsSync(path), `${path} is still there.`);

/** Each step says where its own files lie. */
const runbook = `# Runbook: Windows

## Investigation Steps

### Say where

\`\`\`bash
# where the files of this step lie
printf '%s' "\${BASH_SOURCE[0]}" > "$PWD/where"
false
\`\`\`

### Wait

\`\`\`bash
# until somebody writes
printf '%s' "\${BASH_SOURCE[0]}" > "$PWD/waiting"
read -r answer < "$PWD/gate"
\`\`\`
`;

/** Only in a workbench that a person could sit at do windows reload, stand side by side and lose their extensions. */
describe('Windows in which steps have run', () => {
  let place;
  let address;
  let pages;
  let close;

  before(async () => {
    place = await mkdtemp(join(tmpdir(), 'incident-docs-person-'));
    await mkdir(join(place, 'runbooks'));
    await promisify(execFile)('mkfifo', [join(place, 'gate')]);
    const file = join(place, 'runbooks/windows.md');
    await writeFile(file, runbook);
    // Without the profile of whoever runs this.
    const settings = { 'terminal.integrated.env.linux': { HOME: place } };
    const first = await openWorkbench({ folder: place, file, extensionDevelopmentPath: '.', settings });
    close = first.close;
    address = first.page.url();
    pages = [first.page];
  });
  after(async () => {
    await close?.();
    await rm(place, { recursive: true, force: true });
  });

  const written = async (page, name) => {
    await until(page, () => existsSync(join(place, name)), `${name} was never written.`);
    return readFile(join(place, name), 'utf8');
  };

  it('show the mark again after a reload, and leave no file of the step', async () => {
    const [page] = pages;
    await pressRun(page, 0);
    await shows(page, '✗ exit 1');
    const block = await written(page, 'where');
    assert.equal(existsSync(block), false);
    const loaded = page.waitForEvent('load', limit);
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').first().fill('>Developer: Reload Window', limit);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: 'Reload Window' }).first().click(limit);
    await loaded;
    await shows(page, '✗ exit 1');
    await gone(page, dirname(block));
  });

  it('run side by side, each in terminals and with files of its own', async () => {
    const [page] = pages;
    const second = await page.context().browser().newPage();
    pages.push(second);
    await second.goto(address);
    await rm(join(place, 'where'));
    await pressRun(page, 1);
    const waiting = await written(page, 'waiting');
    await pressRun(second, 0);
    const block = await written(second, 'where');
    assert.notEqual(dirname(block), dirname(waiting));
    await second.close({ runBeforeUnload: true });
    assert.equal(existsSync(dirname(waiting)), true);
  });

  it('know nothing of the end of a step whose window lost its extensions, and clean up after it', async () => {
    const [page] = pages;
    const waiting = await written(page, 'waiting');
    process.kill(ownerOf(dirname(waiting)), 'SIGKILL');
    await page.reload(limit);
    await gone(page, dirname(waiting));
    await shows(page, '? exit unknown');
    await writeFile(join(place, 'gate'), 'on\n');
  });
});

/** Runs in the page. Marks beside the text are drawn by style alone. */
function isMarked(wanted) {
  const spans = [...document.querySelectorAll('.view-line span')];
  return spans.some((span) => getComputedStyle(span, '::after').content.includes(wanted));
}
