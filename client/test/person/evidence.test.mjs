import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbench } from '../../../scripts/editor/workbench.mjs';

const limit = { timeout: 90_000 };

const runbook = `# Runbook: Pool

## Investigation Steps

### Count the connections

\`\`\`bash
# how many are in use
printf '%s of 100\\n' 97
false
\`\`\`

## Rollback

Lower the limit again.
`;
const incident = `# Incident: Checkout fails

**Severity:** SEV-2
**Status:** Investigating
**Started:** 2026-03-09 12:00 UTC

## Timeline (UTC)

- **2026-03-09 12:02** - Alert fired

## Summary

One purchase in three fails.
`;

/** What a run leaves in the incident's timeline, offered and confirmed by mouse and keys. */
describe('A person who keeps what a step said', () => {
  let place;
  let page;
  let close;

  before(async () => {
    place = await mkdtemp(join(tmpdir(), 'incident-docs-person-'));
    const file = join(place, 'runbooks/pool.md');
    for (const folder of ['runbooks', 'incidents']) await mkdir(join(place, folder));
    await writeFile(file, runbook);
    await writeFile(join(place, 'incidents/checkout.md'), incident);
    const settings = {
      'terminal.integrated.env.linux': { HOME: place },
      'incidentDocs.timeline.recordSteps': 'ask',
      'files.autoSave': 'afterDelay',
      'files.autoSaveDelay': 100,
    };
    ({ page, close } = await openWorkbench({ folder: place, file, extensionDevelopmentPath: '.', settings }));
  });
  after(async () => {
    await close?.();
    await rm(place, { recursive: true, force: true });
  });

  const notification = (words) => page.locator('.notification-list-item', { hasText: words });
  const dialog = () => page.locator('.monaco-dialog-box');
  const command = async (title) => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').first().fill(`>${title}`, limit);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click(limit);
  };
  const written = async (pattern) => {
    const end = Date.now() + limit.timeout;
    for (;;) {
      const text = await readFile(join(place, 'incidents/checkout.md'), 'utf8');
      if (pattern.test(text)) return text;
      if (Date.now() > end) throw new Error(`The incident never got ${pattern}:\n${text}`);
      await page.waitForTimeout(100);
    }
  };

  it('is offered the rollback and the timeline after a failure, and adds the entry', async () => {
    await page
      .locator('.codelens-decoration a', { hasText: /^\W*Run$/ })
      .first()
      .click(limit);
    await page.waitForFunction(isMarked, '✗ exit 1', limit);
    // Whether it still stands open at the edge is a matter of seconds; the bell keeps it.
    await page.locator('.statusbar-item .codicon-bell-dot').click(limit);
    const offer = notification('"Count the connections" failed with exit 1.');
    await offer.waitFor(limit);
    assert.deepEqual(await offer.locator('.monaco-button').allInnerTexts(), [
      'Show "Rollback"',
      'Add to Timeline',
      'Add with Output',
    ]);
    await offer.getByRole('button', { name: 'Add to Timeline' }).click(limit);
    const text = await written(/Ran \[Count the connections\]/);
    assert.match(text, /- \*\*.*\*\* - Ran \[Count the connections\]\(\.\.\/runbooks\/pool\.md\): exit 1 after \d/);
  });

  it('reads the output before it goes in, and puts it below its entry', async () => {
    await page.keyboard.press('Control+k');
    await page.keyboard.press('Alt+t');
    await dialog().waitFor(limit);
    assert.match(
      await dialog().innerText(),
      /Insert this output of "Count the connections" into incidents\/checkout\.md\?/,
    );
    assert.match(await dialog().innerText(), /97 of 100/);
    await dialog().getByRole('button', { name: 'Insert Output' }).click(limit);
    const text = await written(/97 of 100/);
    assert.equal(text.match(/Ran \[Count the connections\]/g).length, 1);
    assert.match(text, /after \d.*\n\n? +```(?:text)?\n +97 of 100\n +```\n/);
  });

  it('sees the live incident and finds the run in the history after a reload, with nothing open', async () => {
    await command('View: Close All Editors');
    await page
      .locator('.codelens-decoration')
      .first()
      .waitFor({ ...limit, state: 'detached' });
    const loaded = page.waitForEvent('load', limit);
    await command('Developer: Reload Window');
    await loaded;
    await page.locator('.statusbar-item', { hasText: 'SEV-2' }).waitFor(limit);
    await command('Incident Docs: Show Run History');
    const row = page.locator('.quick-input-list .monaco-list-row', { hasText: 'Count the connections' });
    await row.waitFor(limit);
    assert.match(await row.innerText(), /exit 1 · Count the connections/);
  });
});

/** Runs in the page. Marks beside the text are drawn by style alone. */
function isMarked(wanted) {
  const spans = [...document.querySelectorAll('.view-line span')];
  return spans.some((span) => getComputedStyle(span, '::after').content.includes(wanted));
}
