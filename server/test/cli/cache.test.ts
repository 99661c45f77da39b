import assert from 'node:assert/strict';
import { chmod, mkdir, readdir, readFile, rm, truncate, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { digestOf } from '../../src/cache/digest.ts';
import { readme, untitled } from './documents.ts';
import { inFolder, incidentDocs, type Outcome } from './program.ts';

const linking = `# Runbook: Disk full

See [the other](other.md#cause), [[note]] and [the folder](logs/).

## Symptoms

- Alert
`;
const overdue = `# Postmortem: Disk full

## Action Items

| Action | Owner | Due Date | Status |
| --- | --- | --- | --- |
| Add an alert for disk space | Ana | 2024-03-05 | Open |
`;
const documents = {
  'runbooks/disk.md': linking,
  'runbooks/other.md': '# Runbook: Other\n\n## Cause\n\nNone.\n',
  'postmortems/disk.md': overdue,
  'postmortems/untitled.md': untitled,
  'README.md': readme,
  '.incident-docs/config.yaml': 'rules:\n  dead-link: warning\n',
};
const now = ['--now', '2024-03-10'];

/** A run with the results of earlier ones, which must end as a run without them does. */
async function lint(cwd: string, ...words: readonly string[]): Promise<Outcome> {
  const [outcome, fresh] = await Promise.all([
    incidentDocs(['lint', '--cache-location', 'kept', ...words], { cwd }),
    incidentDocs(['lint', '--no-cache', ...words], { cwd }),
  ]);
  assert.deepEqual(outcome, fresh, words.join(' '));
  return outcome;
}

const changes: Readonly<Record<string, (cwd: string) => Promise<unknown>>> = {
  'a document is edited': (cwd) => writeFile(join(cwd, 'postmortems/untitled.md'), `# Postmortem: Pool\n\n${untitled}`),
  'a document is edited and keeps its size and its time': async (cwd) => {
    const path = join(cwd, 'postmortems/disk.md');
    await writeFile(path, overdue.replace('2024-03-05', '2023-03-05'));
    await utimes(path, new Date('2024-01-01'), new Date('2024-01-01'));
  },
  'a document appears': (cwd) => writeFile(join(cwd, 'runbooks/new.md'), '# Runbook: New\n'),
  'the same action is opened elsewhere': (cwd) =>
    writeFile(join(cwd, 'postmortems/again.md'), overdue.replace('Disk full', 'Disk full again')),
  'the other action is done': (cwd) =>
    writeFile(join(cwd, 'postmortems/again.md'), overdue.replace('Disk full', 'Again').replace('Open', 'Done')),
  'a document goes': (cwd) => rm(join(cwd, 'postmortems/untitled.md')),
  'a document is no text any more': (cwd) => writeFile(join(cwd, 'runbooks/new.md'), Buffer.from([0x23, 0x20, 0xff])),
  'that document is gone': (cwd) => rm(join(cwd, 'runbooks/new.md')),
  'the configuration is edited': (cwd) =>
    writeFile(join(cwd, '.incident-docs/config.yaml'), 'rules:\n  missing-section: error\n'),
  'the configuration becomes wrong': (cwd) => writeFile(join(cwd, '.incident-docs/config.yaml'), 'rulez: {}\n'),
  'a template appears': async (cwd) => {
    await mkdir(join(cwd, '.incident-docs/templates'));
    await writeFile(join(cwd, '.incident-docs/templates/runbook.md'), '# Runbook: [Title]\n\n## Fix\n\n[Do]\n');
  },
  'the template and the configuration go': (cwd) => rm(join(cwd, '.incident-docs'), { recursive: true }),
  'a workspace begins further down': async (cwd) => {
    await mkdir(join(cwd, 'runbooks/.incident-docs'));
    await writeFile(join(cwd, 'runbooks/.incident-docs/config.yaml'), 'rules:\n  dead-link: error\n');
  },
  'a linked file goes': (cwd) => rm(join(cwd, 'runbooks/other.md')),
  'a linked heading goes': (cwd) => writeFile(join(cwd, 'runbooks/other.md'), '# Runbook: Other\n'),
  'a linked folder appears': (cwd) => mkdir(join(cwd, 'runbooks/logs')),
  'a wiki link finds its note': (cwd) => writeFile(join(cwd, 'runbooks/note.md'), '# A note\n'),
};

describe('lint with the results of earlier runs', () => {
  it('says what a fresh run says after every change', () =>
    inFolder(documents, async (cwd) => {
      let before = await lint(cwd, ...now);
      for (const [name, change] of Object.entries(changes)) {
        await change(cwd);
        const after = await lint(cwd, ...now);
        assert.notDeepEqual(after, before, name);
        before = after;
      }
    })).timeout(240_000);

  it('goes by the clock', () =>
    inFolder(documents, async (cwd) => {
      const said = new Set<string>();
      for (const iso of ['2024-03-10', '2024-03-05', '2024-03-06', '2024-03-06T23:00Z', '2024-03-10'])
        said.add((await lint(cwd, 'postmortems/disk.md', '--now', iso)).out);
      assert.equal(said.size, 3);
    }));

  it('tells formats, selections and folders apart', () =>
    inFolder(documents, async (cwd) => {
      const runs = [
        [],
        ['--format', 'json'],
        ['--format', 'sarif'],
        ['--quiet'],
        ['runbooks'],
        ['--max-warnings', '0'],
      ];
      for (const words of runs) {
        const first = await lint(cwd, ...words);
        assert.deepEqual(await incidentDocs(['lint', '--cache-location', 'kept', ...words], { cwd }), first);
      }
      await lint(join(cwd, 'runbooks'));
    }));

  it('goes by the documents around those that it was told to check', () =>
    inFolder(documents, async (cwd) => {
      const alone = await lint(cwd, 'postmortems/disk.md', ...now);
      await writeFile(join(cwd, 'postmortems/again.md'), overdue.replace('Disk full', 'Disk full again'));
      const accompanied = await lint(cwd, 'postmortems/disk.md', ...now);
      assert.match(accompanied.out, /duplicate-action/);
      await rm(join(cwd, 'postmortems/again.md'));
      assert.deepEqual(await lint(cwd, 'postmortems/disk.md', ...now), alone);
    }));

  it('keeps what is known of the documents around', () =>
    inFolder(documents, async (cwd) => {
      const alone = await lint(cwd, 'postmortems/disk.md', ...now);
      const [shelf = ''] = (await readdir(join(cwd, 'kept'))).filter((name) => name.endsWith('.documents'));
      const kept = async (): Promise<string> => readFile(join(cwd, 'kept', shelf), 'utf8');
      assert.match(await kept(), /^.*postmortems\/untitled\.md$/m);
      // A run with other words looks around again, and checks the document that was only looked at.
      assert.deepEqual(await lint(cwd, './postmortems/disk.md', ...now), alone);
      assert.match((await lint(cwd, 'postmortems', ...now)).out, /untitled\.md/);
      await writeFile(join(cwd, 'postmortems/untitled.md'), overdue.replace('Disk full', 'Disk full again'));
      assert.match((await lint(cwd, 'postmortems/disk.md', ...now)).out, /duplicate-action/);
    }));

  it('goes by the baseline and the named configuration as they are now', () =>
    inFolder(documents, async (cwd) => {
      const words = ['--baseline', 'b.sarif', '--config', 'c.yaml', ...now];
      await writeFile(join(cwd, 'c.yaml'), 'rules:\n  dead-link: warning\n');
      await writeFile(join(cwd, 'b.sarif'), (await lint(cwd, '--format', 'sarif', ...now)).out);
      const nothing = await lint(cwd, ...words);
      await writeFile(join(cwd, 'c.yaml'), 'rules:\n  action-untracked: warning\n');
      assert.notEqual((await lint(cwd, ...words)).out, nothing.out);
      await writeFile(join(cwd, 'b.sarif'), '{ "runs": [] }');
      assert.notEqual((await lint(cwd, ...words)).out, nothing.out);
    }));

  it('does not trust a record that is damaged', () =>
    inFolder(documents, async (cwd) => {
      const damages: readonly ((path: string) => Promise<unknown>)[] = [
        (path) => writeFile(path, 'garbage'),
        (path) => writeFile(path, ''),
        (path) => truncate(path, 90),
        async (path) => writeFile(path, (await readFile(path, 'utf8')).replaceAll('pool', 'fool')),
        (path) => writeFile(path, `${digestOf('null\n')}\nnull\n`),
        async (path) => {
          await rm(path);
          await mkdir(path);
        },
      ];
      const { out } = await lint(cwd);
      for (const damage of damages) {
        for (const name of await readdir(join(cwd, 'kept'))) await damage(join(cwd, 'kept', name));
        assert.equal((await incidentDocs(['lint', '--cache-location', 'kept'], { cwd })).out, out);
      }
    }));

  it('repeats nothing that another build has said', () =>
    inFolder(documents, async (cwd) => {
      const { out } = await lint(cwd);
      await lint(cwd);
      const names = (await readdir('dist', { recursive: true })).filter((name) => name.endsWith('.js'));
      const texts = await Promise.all(names.map((name) => readFile(join('dist', name), 'utf8')));
      const digest = texts.flatMap((text) => /incident_docs_build_default = "([\w-]{27})"/.exec(text)?.[1] ?? [])[0];
      assert.ok(digest, 'the build has a name');
      for (const [index, name] of names.entries()) {
        const text = texts[index] ?? '';
        const changed = text.replaceAll(digest, 'x'.repeat(27));
        await mkdir(dirname(join(cwd, 'other', name)), { recursive: true });
        await writeFile(
          join(cwd, 'other', name),
          changed.replaceAll('This document has no title', 'Nothing is above it'),
        );
      }
      const other = await incidentDocs(['lint', '--cache-location', 'kept'], {
        cwd,
        program: join(cwd, 'other', 'cli.js'),
      });
      assert.match(other.out, /Nothing is above it/);
      assert.equal((await lint(cwd)).out, out);
    }));

  it('works where nothing can be kept', () =>
    inFolder({ ...documents, kept: 'a file, not a folder' }, async (cwd) => {
      await lint(cwd);
      await rm(join(cwd, 'kept'));
      await mkdir(join(cwd, 'kept'));
      await chmod(join(cwd, 'kept'), 0o500);
      await lint(cwd);
      await chmod(join(cwd, 'kept'), 0o700);
    }));

  it('keeps nothing on request, and in the user’s cache folder otherwise', () =>
    inFolder(documents, async (cwd) => {
      const env = { XDG_CACHE_HOME: join(cwd, 'home') };
      await incidentDocs(['lint', '--no-cache'], { cwd, env });
      await assert.rejects(readdir(join(cwd, 'home')));
      await incidentDocs(['lint'], { cwd, env });
      assert.equal((await readdir(join(cwd, 'home/incident-docs'))).length, 2);
    }));

  it('says the same in runs at the same time', () =>
    inFolder(documents, async (cwd) => {
      const { out } = await incidentDocs(['lint', '--no-cache'], { cwd });
      for (let round = 0; round < 2; round++) {
        const runs = [1, 2, 3, 4].map(() => incidentDocs(['lint', '--cache-location', 'kept'], { cwd }));
        for (const outcome of await Promise.all(runs)) assert.equal(outcome.out, out);
      }
      assert.deepEqual(
        (await readdir(join(cwd, 'kept'))).filter((name) => name.endsWith('.tmp')),
        [],
      );
    }));

  it('corrects all the same', () =>
    inFolder(documents, async (cwd) => {
      await lint(cwd);
      await incidentDocs(['lint', '--fix', '--cache-location', 'kept'], { cwd });
      assert.match(await readFile(join(cwd, 'postmortems/untitled.md'), 'utf8'), /^# Postmortem: /m);
      await lint(cwd);
    }));
});
