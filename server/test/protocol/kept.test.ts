import assert from 'node:assert/strict';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readRecord, writeRecord } from '../../src/cache/record.ts';
import { inFolder } from '../cli/program.ts';
import { startClient, type StartOptions } from './client.ts';

const postmortem = (title: string): string => `# Postmortem: ${title}

See [the runbook](../runbooks/disk.md).

## Action Items

| Action | Owner | Due Date | Status |
| --- | --- | --- | --- |
| Add an alert for the disk space of replicas | Ana | 2024-03-05 | Open |
`;
const files: Readonly<Record<string, string>> = {
  'docs/postmortems/disk.md': postmortem('Disk full'),
  'docs/runbooks/disk.md': '# Runbook: Disk full\n\n## Symptoms\n\n- Alert\n',
  'docs/incidents/live.md': '# Incident: Disk full\n\n**Status:** Investigating\n**Severity:** SEV-1\n',
};

interface Answer {
  readonly items: readonly { readonly code: string; readonly message: string }[];
}

/** What a server says of documents that it opens one after the other: rules with their messages, and the statuses. */
async function opened(cwd: string, names: readonly string[], options: StartOptions = {}) {
  const client = await startClient({ folder: join(cwd, 'docs'), cacheHome: join(cwd, 'cache'), ...options });
  const said: string[][] = [];
  for (const name of names) {
    const uri = pathToFileURL(join(cwd, 'docs', name)).href;
    await client.open(uri, files[`docs/${name}`] ?? '');
    const { items } = await client.request<Answer>('textDocument/diagnostic', { textDocument: { uri } });
    said.push(items.map(({ code, message }) => `${code}: ${message}`));
  }
  const statuses = client.statuses.map(({ uri, ...status }) =>
    JSON.stringify({ name: uri.split('/').at(-1), ...status }),
  );
  assert.equal(await client.stop(), 0);
  return { said, statuses: [...new Set(statuses)].toSorted() };
}

const names = ['postmortems/disk.md', 'runbooks/disk.md', 'incidents/live.md'];

async function keptFiles(cwd: string): Promise<readonly string[]> {
  const folder = join(cwd, 'cache/incident-docs');
  return (await readdir(folder)).map((name) => join(folder, name));
}

describe('A server that finds what another has kept', () => {
  it('says the same, and does not read what it knows', () =>
    inFolder(files, async (cwd) => {
      const first = await opened(cwd, names);
      assert.deepEqual(await opened(cwd, names), first);
      const [record = ''] = await keptFiles(cwd);
      const text = readRecord(record)?.toString('utf8') ?? '';
      assert.match(text, /action-overdue/);
      writeRecord(record, Buffer.from(text.replaceAll('action-overdue', 'as-it-was-kept')));
      const { said } = await opened(cwd, names);
      assert.match(said[0]?.join('\n') ?? '', /as-it-was-kept/);
      assert.deepEqual(said[2], first.said[2], 'what goes by the clock is read anew');
    }));

  it('goes by what is around a document as it is now', () =>
    inFolder(files, async (cwd) => {
      const [before = []] = (await opened(cwd, names.slice(0, 1))).said;
      await rm(join(cwd, 'docs/runbooks/disk.md'));
      const [without = []] = (await opened(cwd, names.slice(0, 1))).said;
      assert.match(without.join('\n'), /dead-link/);
      assert.doesNotMatch(before.join('\n'), /dead-link/);
      await writeFile(join(cwd, 'docs/runbooks/disk.md'), files['docs/runbooks/disk.md'] ?? '');
      await writeFile(join(cwd, 'docs/postmortems/again.md'), postmortem('Disk full again'));
      const client = await startClient({
        folder: join(cwd, 'docs'),
        cacheHome: join(cwd, 'cache'),
      });
      const report = await client.request<{ readonly items: readonly Answer[] }>('workspace/diagnostic', {
        previousResultIds: [],
      });
      assert.ok(report.items.length >= 4);
      const again = await client.request<{ readonly items: readonly Answer[] }>('workspace/diagnostic', {
        previousResultIds: [],
      });
      const found = again.items.flatMap(({ items }) => items).filter(({ code }) => code === 'duplicate-action');
      assert.equal(found.length, 2, 'each of the two tells of the other');
      await client.stop();
    }));

  it('does not trust a record that is damaged, and needs no folder', () =>
    inFolder(files, async (cwd) => {
      const first = await opened(cwd, names);
      for (const file of await keptFiles(cwd)) await writeFile(file, 'garbage');
      assert.deepEqual(await opened(cwd, names), first);
      await rm(join(cwd, 'cache'), { recursive: true });
      await writeFile(join(cwd, 'cache'), 'a file, not a folder');
      assert.deepEqual(await opened(cwd, names), first);
    }));

  it('keeps nothing where it is told not to', () =>
    inFolder(files, async (cwd) => {
      await opened(cwd, names, { initializationOptions: { cache: false } });
      await assert.rejects(readdir(join(cwd, 'cache')));
    }));
});
