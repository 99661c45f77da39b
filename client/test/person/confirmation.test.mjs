import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbench } from '../../../scripts/editor/workbench.mjs';

const limit = { timeout: 90_000 };

const runbook = (command) => `# Runbook: Clean up

## Investigation Steps

### Remove the cache

\`\`\`bash
${command}
\`\`\`

## Rollback

Restore the cache from the last backup.
`;

/** No argument and no test answers a modal question, so this one drives a workbench as a person does. */
describe('A person who is asked about a dangerous step', () => {
  let place;
  let file;
  let page;
  let close;

  before(async () => {
    place = await mkdtemp(join(tmpdir(), 'incident-docs-person-'));
    await mkdir(join(place, 'runbooks'));
    file = join(place, 'runbooks/clean-up.md');
    await writeFile(file, runbook('rm -rf cache && printf one > done.txt'));
    ({ page, close } = await openWorkbench({ folder: place, file, extensionDevelopmentPath: '.' }));
  });
  after(async () => {
    await close?.();
    await rm(place, { recursive: true, force: true });
  });

  const dialog = () => page.locator('.monaco-dialog-box');
  const press = async (button) => dialog().getByRole('button', { name: button, exact: true }).click(limit);
  const pressRun = async () => {
    await page.locator('.codelens-decoration a', { hasText: 'Run' }).first().click(limit);
    await dialog().waitFor(limit);
    return dialog().innerText();
  };
  const isThere = async (name) => {
    const end = Date.now() + limit.timeout;
    while (!existsSync(join(place, name))) {
      if (Date.now() > end) throw new Error(`${name} was never written.`);
      await page.waitForTimeout(100);
    }
    return readFile(join(place, name), 'utf8');
  };

  it('reads what would run, why it is dangerous and where, and nothing runs after Escape', async () => {
    const question = await pressRun();
    assert.match(question, /"Remove the cache" deletes whole folders for good\. Run it\?/);
    assert.ok(question.includes('rm -rf cache && printf one > done.txt'));
    assert.ok(question.includes(`Working directory: ${place}`));
    if (process.env.INCIDENT_DOCS_PICTURES)
      await page.screenshot({ path: join(process.env.INCIDENT_DOCS_PICTURES, 'confirmation.png') });
    await page.keyboard.press('Escape');
    await dialog().waitFor({ ...limit, state: 'detached' });
    assert.equal(await page.locator('.terminal-wrapper').count(), 0);
    assert.equal(existsSync(join(place, 'done.txt')), false);
  });

  it('is asked again where the runbook was edited meanwhile, and what was confirmed runs', async () => {
    await pressRun();
    await writeFile(file, runbook('rm -rf cache && printf two > done.txt'));
    // The editor reads the file anew below the question.
    await page.locator('.view-line', { hasText: 'printf two' }).waitFor({ ...limit, state: 'attached' });
    await press('Run');
    await dialog().getByText('was edited after you asked for it').waitFor(limit);
    assert.ok((await dialog().innerText()).includes('printf two > done.txt'));
    assert.equal(existsSync(join(place, 'done.txt')), false);
    await press('Run');
    assert.equal(await isThere('done.txt'), 'two');
  });
});
