import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { untitled } from './documents.ts';
import { inFolder, incidentDocs } from './program.ts';
import { readReport } from './report.ts';

const overdue = (...actions: readonly string[]): string =>
  [
    '# Postmortem: Disk full\n\n## Action Items\n\n| Action | Owner | Due Date | Status |\n|---|---|---|---|',
    ...actions.map((action) => `| ${action} | @alice | 2024-01-20 | Open |`),
    '',
  ].join('\n');

/** The actions that are reported as overdue, as file and line. */
async function overdueIn(words: readonly string[], cwd: string): Promise<readonly string[]> {
  const { out, err } = await incidentDocs(['lint', '--now', '2024-02-01', '--format', 'json', ...words], { cwd });
  assert.equal(err, '');
  return readReport(out).files.flatMap(({ path, diagnostics }) =>
    diagnostics.filter(({ rule }) => rule === 'action-overdue').map(({ range }) => `${path}:${range.start.line}`),
  );
}

describe('lint --changed', () => {
  it('reports what stands on added lines, committed or not, and in new files', () =>
    inFolder({ 'a.md': overdue('Add an alert'), 'b.md': overdue('Grow the disk') }, async (cwd) => {
      await git(cwd, 'init', '--quiet', '--initial-branch=main');
      await git(cwd, 'add', '.');
      await git(cwd, 'commit', '--quiet', '--message=First');
      await git(cwd, 'switch', '--quiet', '--create', 'branch');
      assert.deepEqual(await overdueIn(['--changed', 'main'], cwd), []);

      await writeFile(join(cwd, 'a.md'), overdue('Add an alert', 'Rotate the logs'));
      await git(cwd, 'commit', '--quiet', '--all', '--message=Second');
      await writeFile(join(cwd, 'é "new".md'), overdue('Delete old logs'));
      assert.deepEqual(await overdueIn(['--changed', 'main'], cwd), ['a.md:7', 'é "new".md:6']);
      await git(cwd, 'add', '.');
      assert.deepEqual(await overdueIn(['--changed=main'], cwd), ['a.md:7', 'é "new".md:6']);
    }));

  it('says why git can’t tell', () =>
    inFolder({ 'a.md': untitled }, async (cwd) => {
      const outside = await incidentDocs(['lint', '--changed', 'main'], { cwd });
      assert.deepEqual([outside.status, outside.out], [2, '']);
      assert.match(
        outside.err,
        /^incident-docs: git can't tell what was added since "main": not a git repository.*\.\n$/,
      );
      await git(cwd, 'init', '--quiet');
      for (const reference of ['gone', '--output=x']) {
        const { status, err } = await incidentDocs(['lint', `--changed=${reference}`], { cwd });
        assert.equal(status, 2);
        assert.match(err, /^incident-docs: git can't tell what was added since "[^"]+": [^\n]+\n$/);
      }
      const { err } = await incidentDocs(['lint', '--changed', 'main'], { cwd, env: { PATH: '/nowhere' } });
      assert.match(err, /: there is no program "git" on the path\.\n$/);
    }));
});

describe('lint --baseline', () => {
  it('leaves out what was recorded, also when it has moved, and nothing else', () =>
    inFolder({ 'a.md': overdue('Add an alert') }, async (cwd) => {
      const { out } = await incidentDocs(['lint', '--now', '2024-02-01', '--format', 'sarif'], { cwd });
      await writeFile(join(cwd, 'baseline.sarif'), out);
      assert.deepEqual(await overdueIn(['--baseline', 'baseline.sarif'], cwd), []);

      const text = overdue('Add an alert', 'Rotate the logs', 'Add an alert');
      await writeFile(join(cwd, 'a.md'), text.replace('\n\n', '\n\nA new paragraph.\n\n'));
      assert.deepEqual(await overdueIn(['--baseline', 'baseline.sarif'], cwd), ['a.md:9', 'a.md:10']);
    }));

  it('holds from any folder', () =>
    inFolder({ '.incident-docs/x': '', 'docs/a.md': overdue('Add an alert') }, async (cwd) => {
      const { out } = await incidentDocs(['lint', '--now', '2024-02-01', '--format', 'sarif'], { cwd });
      await writeFile(join(cwd, 'baseline.sarif'), out);
      assert.deepEqual(await overdueIn(['--baseline', '../baseline.sarif'], join(cwd, 'docs')), []);
    }));

  it('is refused where it is none', () =>
    inFolder({ 'a.md': untitled, 'b.json': '{"runs": [{}]}', 'c.json': 'no JSON' }, async (cwd) => {
      for (const [file, sentence] of [
        ['gone.sarif', /"gone\.sarif" can't be read: there is no such file or folder\.\n$/],
        [
          'b.json',
          /The baseline "b\.json" is no report of "incident-docs lint --format sarif": it has no list "results"\.\n$/,
        ],
        ['c.json', /The baseline "c\.json" is no report of "incident-docs lint --format sarif": .+\.\n$/],
      ] as const) {
        const { status, out, err } = await incidentDocs(['lint', '--baseline', file], { cwd });
        assert.deepEqual([status, out], [2, '']);
        assert.match(err, sentence);
      }
      assert.equal(await readFile(join(cwd, 'a.md'), 'utf8'), untitled);
    }));
});

async function git(cwd: string, ...words: readonly string[]): Promise<void> {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'commit.gpgsign=false'];
  await promisify(execFile)('git', [...identity, ...words], { cwd });
}
