import assert from 'node:assert/strict';
import { chmod, lstat, readdir, readFile, stat, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { untitled } from './documents.ts';
import { inFolder, incidentDocs } from './program.ts';
import { readReport } from './report.ts';

describe('lint --fix', () => {
  it('corrects the files, reports what is left, and has nothing to do the second time', () =>
    inFolder({ 'disk-full.md': untitled, 'README.md': '# Some project\n' }, async (cwd) => {
      const first = await incidentDocs(['lint', '--fix'], { cwd });
      assert.equal(first.status, 0);
      assert.match(first.out, /; 1 file corrected\.\n$/);
      const corrected = await readFile(join(cwd, 'disk-full.md'), 'utf8');
      assert.match(corrected, /^---\nkind: postmortem\n---\n\n# Postmortem: Disk full\n/);

      const before = await stat(join(cwd, 'disk-full.md'));
      const second = await incidentDocs(['lint', '--fix', '--format', 'json'], { cwd });
      const after = await stat(join(cwd, 'disk-full.md'));
      assert.equal(await readFile(join(cwd, 'disk-full.md'), 'utf8'), corrected);
      assert.deepEqual([after.ino, after.mtimeMs], [before.ino, before.mtimeMs]);
      const left = readReport(second.out).files.flatMap(({ diagnostics }) => diagnostics);
      assert.deepEqual(
        left.filter(({ fixable }) => fixable),
        [],
      );
    }));

  it('corrects a file once, however many links lead to it', () =>
    inFolder({ 'docs/b.md': untitled }, async (cwd) => {
      for (const name of ['a.md', 'c.md']) await symlink('b.md', join(cwd, 'docs', name));
      const { status, out, err } = await incidentDocs(['lint', '--fix', '--format', 'json', '.', 'docs/c.md'], { cwd });
      assert.deepEqual([status, err], [0, '']);
      assert.deepEqual(
        readReport(out).files.map(({ path }) => path),
        ['docs/b.md'],
      );
    }));

  it('keeps the byte order mark and the line endings', () =>
    inFolder({ 'a.md': `\uFEFF${untitled.replaceAll('\n', '\r\n')}` }, async (cwd) => {
      assert.equal((await incidentDocs(['lint', '--fix'], { cwd })).status, 0);
      const text = await readFile(join(cwd, 'a.md'), 'utf8');
      assert.match(text, /^\uFEFF---\r\nkind: postmortem\r\n---\r\n\r\n# Postmortem: A\r\n/);
      assert.doesNotMatch(text, /[^\r]\n/);
    }));

  it('keeps the mode, the link that leads to the file, and leaves nothing beside it', () =>
    inFolder({ 'docs/a.md': untitled }, async (cwd) => {
      await chmod(join(cwd, 'docs/a.md'), 0o640);
      await symlink('docs/a.md', join(cwd, 'link.md'));
      assert.equal((await incidentDocs(['lint', '--fix', 'link.md'], { cwd })).status, 0);
      assert.match(await readFile(join(cwd, 'docs/a.md'), 'utf8'), /# Postmortem: /);
      assert.ok((await lstat(join(cwd, 'link.md'))).isSymbolicLink());
      assert.equal((await stat(join(cwd, 'docs/a.md'))).mode & 0o777, 0o640);
      assert.deepEqual(await readdir(join(cwd, 'docs')), ['a.md']);
    }));
});
