import assert from 'node:assert/strict';
import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { broken, readme, untitled } from './documents.ts';
import { inFolder, incidentDocs } from './program.ts';
import { readReport } from './report.ts';

describe('lint', () => {
  it('ends with 0 where nothing is at error level', () =>
    inFolder({ 'a.md': untitled, 'README.md': readme }, async (cwd) => {
      const { status, out, err } = await incidentDocs(['lint', '--format', 'json'], { cwd });
      assert.deepEqual([status, err], [0, '']);
      const { summary, files } = readReport(out);
      assert.deepEqual([summary.files, summary.error], [2, 0]);
      assert.deepEqual(
        files.map(({ path, kind, template }) => [path, kind, template]),
        [
          ['README.md', null, null],
          ['a.md', 'postmortem', 'default'],
        ],
      );
      assert.deepEqual(files[0]?.diagnostics, []);
      const title = files[1]?.diagnostics.find(({ rule }) => rule === 'missing-title');
      assert.deepEqual([title?.severity, title?.fixable], ['warning', true]);
    }));

  it('ends with 1 where something is', () =>
    inFolder({ 'broken.md': broken }, async (cwd) => {
      const { status, out, err } = await incidentDocs(['lint', '--format', 'json'], { cwd });
      assert.deepEqual([status, err], [1, '']);
      const [found] = readReport(out).files[0]?.diagnostics ?? [];
      assert.deepEqual([found?.rule, found?.severity, found?.range.start.line], ['config-syntax', 'error', 2]);
    }));

  it('ends with 1 past --max-warnings, and says so', () =>
    inFolder({ 'a.md': untitled }, async (cwd) => {
      const first = await incidentDocs(['lint', '--format', 'json'], { cwd });
      const { warning } = readReport(first.out).summary;
      assert.ok(warning > 0);
      const within = await incidentDocs(['lint', '--max-warnings', String(warning)], { cwd });
      assert.deepEqual([within.status, within.err], [0, '']);
      const past = await incidentDocs(['lint', '--quiet', `--max-warnings=${warning - 1}`], { cwd });
      assert.equal(past.status, 1);
      assert.match(
        past.err,
        /^incident-docs: There are \d+ warnings, more than the \d+ that --max-warnings allows\.\n$/,
      );
    }));

  it('reports errors alone with --quiet', () =>
    inFolder({ 'a.md': untitled, 'broken.md': broken }, async (cwd) => {
      const { status, out } = await incidentDocs(['lint', '--quiet', '--format', 'json'], { cwd });
      const { summary, files } = readReport(out);
      assert.equal(status, 1);
      assert.deepEqual(summary, { files: 2, error: 1, warning: 0, information: 0, hint: 0 });
      assert.ok(files.flatMap(({ diagnostics }) => diagnostics).every(({ severity }) => severity === 'error'));
    }));

  it('searches folders for Markdown, takes files as they are, and each once', () =>
    inFolder(
      {
        'a.md': untitled,
        'notes.txt': untitled,
        'other.txt': untitled,
        'deep/b.MARKDOWN': untitled,
        'node_modules/m/c.md': untitled,
        '.hidden/d.md': untitled,
        'x.md/e.md': untitled,
      },
      async (cwd) => {
        await symlink('..', join(cwd, 'deep', 'loop'));
        await symlink('a.md', join(cwd, 'alias.md'));
        const { out } = await incidentDocs(['lint', '--format', 'json', '.', 'a.md', './notes.txt'], { cwd });
        assert.deepEqual(
          readReport(out).files.map(({ path }) => path),
          ['a.md', 'alias.md', 'deep/b.MARKDOWN', 'x.md/e.md', 'notes.txt'],
        );
      },
    ));

  it('names files from where the person stands', () =>
    inFolder({ 'docs/a.md': untitled, 'elsewhere/x': '' }, async (folder) => {
      const cwd = join(folder, 'elsewhere');
      const { out } = await incidentDocs(['lint', '--format', 'json', join(folder, 'docs')], { cwd });
      assert.deepEqual(
        readReport(out).files.map(({ path }) => path),
        ['../docs/a.md'],
      );
    }));

  it('goes by the clock that it is given', () =>
    inFolder({ 'p.md': overdueOn('2024-01-20') }, async (cwd) => {
      const overdue = async (now: string): Promise<number> => {
        const { out } = await incidentDocs(['lint', '--now', now, '--format', 'json'], { cwd });
        const { files } = readReport(out);
        return files.flatMap(({ diagnostics }) => diagnostics).filter(({ rule }) => rule === 'action-overdue').length;
      };
      assert.deepEqual([await overdue('2024-01-19'), await overdue('2024-02-01T09:00:00+01:00')], [0, 1]);
    }));

  it('finds the workspace of a document above it, and there the team’s templates', () =>
    inFolder(
      {
        'team/.incident-docs/templates/postmortem.md': '# Postmortem: [What]\n\n## Story\n',
        'team/docs/a.md': '# Postmortem: Disk full\n\n## Story\n\nIt was full.\n',
      },
      async (folder) => {
        await mkdir(join(folder, 'away'));
        const { out } = await incidentDocs(['lint', '--format', 'json', '../team'], { cwd: join(folder, 'away') });
        assert.deepEqual(
          readReport(out).files.map(({ path, kind, template }) => [path, kind, template]),
          [
            ['../team/.incident-docs/templates/postmortem.md', null, null],
            ['../team/docs/a.md', 'postmortem', 'postmortem'],
          ],
        );
      },
    ));

  it('says so where there is nothing to check', () =>
    inFolder({ 'a.txt': '' }, async (cwd) => {
      const { status, out } = await incidentDocs(['lint'], { cwd });
      assert.deepEqual([status, out], [0, '0 incident documents in 0 files: no findings.\n']);
    }));
});

function overdueOn(day: string): string {
  return `# Postmortem: Disk full

**Status:** Final

## Action Items

| Action | Owner | Due Date | Status |
|---|---|---|---|
| Add an alert on disk space | @alice | ${day} | Open |
`;
}
