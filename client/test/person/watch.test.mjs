import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openWorkbench } from '../../../scripts/editor/workbench.mjs';

const limit = { timeout: 90_000 };

/** Short, so that nobody waits a quarter of an hour for its end. */
const configuration = 'resolution: { watch: 40 s }\n';
const began = new Date(Date.now() - 30 * 60_000).toISOString().slice(0, 16).replace('T', ' ');
const incident = `# Incident: Slow crane

**Severity:** SEV-2
**Status:** Identified
**Started:** ${began} UTC

## Stakeholders

- **Incident Commander:** @ngozi

## Timeline (UTC)

- **${began}** - Incident declared SEV-2: Slow crane

## Summary

Ships wait.

## Resolution Objectives

- [x] Error rate below 1 % for 15 minutes
`;
/** What is asked before an incident is resolved, and what is answered. */
const answers = [
  ['What ended it?', 'Greased the crane'],
  ['What was the root cause', ''],
  ['Error rate now', '0.4'],
  ['p99 latency now', '350'],
  ['Traffic now', '98'],
];

/** Only in a workbench that a person could sit at does a window reload. */
describe('The watch of an incident before it is resolved', () => {
  let place;
  let page;
  let close;

  before(async () => {
    place = await mkdtemp(join(tmpdir(), 'incident-docs-person-'));
    await mkdir(join(place, '.incident-docs'));
    await writeFile(join(place, '.incident-docs/config.yaml'), configuration);
    await mkdir(join(place, 'incidents'));
    const file = join(place, 'incidents/2026-03-09-slow-crane.md');
    await writeFile(file, incident);
    ({ page, close } = await openWorkbench({ folder: place, file, extensionDevelopmentPath: '.' }));
  });
  after(async () => {
    await close?.();
    await rm(place, { recursive: true, force: true });
  });

  const status = (words) => page.locator('.statusbar-item', { hasText: words }).first().waitFor(limit);
  const run = async (name) => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').first().fill(`>${name}`, limit);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: name }).first().click(limit);
  };

  it('is counted down in the status bar', async () => {
    // It shows the incident once the server has read it.
    await status('SEV-2');
    await run('Incident Docs: Resolve Incident');
    for (const [question, answer] of answers) {
      await page.locator('.quick-input-widget', { hasText: question }).waitFor(limit);
      await page.locator('.quick-input-widget input').first().fill(answer, limit);
      await page.keyboard.press('Enter');
    }
    await status('Watching: 1 min left');
  });

  it('goes on after a reload of the window', async () => {
    const loaded = page.waitForEvent('load', limit);
    await run('Developer: Reload Window');
    await loaded;
    await status(/Watching: 1 min left|Watch is over/);
  });

  it('reminds of the figures at its end', async () => {
    await status('Watch is over');
    // A message hides after a while; the list of them keeps it.
    await run('Notifications: Show Notifications');
    await page.locator('.notification-list-item', { hasText: 'The watch of "Slow crane" is over' }).waitFor(limit);
  });
});
