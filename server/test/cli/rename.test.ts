import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inFolder, incidentDocs } from './program.ts';
import { readReport } from './report.ts';

const misnamed = '# Postmortem: Pool exhausted\n\n**Date:** 2024-01-15\n\nSee [this](2024-01-16-pool.md#summary).\n';
const readme = `# Postmortems

- [Pool](postmortems/2024-01-16-pool.md "why"), [its summary](./postmortems/2024-01-16-pool.md#summary), [[2024-01-16-pool|wiki]]
- [another pool](archive/2024-01-16-pool.md), \`postmortems/2024-01-16-pool.md\`

[pool]: /postmortems/2024-01-16-pool
`;

describe('lint --fix, of a file whose name has another date', () => {
  it('renames it, and the links to it follow', () =>
    inFolder(
      { '.incident-docs/config.yaml': '', 'postmortems/2024-01-16-pool.md': misnamed, 'README.md': readme },
      async (cwd) => {
        const { out, err, status } = await incidentDocs(['lint', '--fix', '--format', 'json', 'postmortems'], { cwd });
        assert.equal(status, 0);
        assert.equal(
          err,
          'Renamed "postmortems/2024-01-16-pool.md" to "postmortems/2024-01-15-pool.md"; the links to it in 2 files follow.\n',
        );
        assert.deepEqual(await readdir(join(cwd, 'postmortems')), ['2024-01-15-pool.md']);
        const [file] = readReport(out).files;
        assert.equal(file?.path, 'postmortems/2024-01-15-pool.md');
        assert.deepEqual(
          file.diagnostics.filter(({ rule }) => rule === 'filename-date-mismatch' || rule === 'dead-link'),
          [],
        );
        assert.match(
          await readFile(join(cwd, 'postmortems/2024-01-15-pool.md'), 'utf8'),
          /\(2024-01-15-pool\.md#summary\)/,
        );
        assert.equal(
          await readFile(join(cwd, 'README.md'), 'utf8'),
          readme
            .replace('(postmortems/2024-01-16', '(postmortems/2024-01-15')
            .replace('./postmortems/2024-01-16', './postmortems/2024-01-15')
            .replace('[[2024-01-16', '[[2024-01-15')
            .replace('/postmortems/2024-01-16-pool\n', '/postmortems/2024-01-15-pool\n'),
        );
      },
    ));

  it('never takes the place of another file, and says so', () =>
    inFolder(
      { 'postmortems/2024-01-16-pool.md': misnamed, 'postmortems/2024-01-15-pool.md': 'Mine.\n' },
      async (cwd) => {
        const { err, status } = await incidentDocs(['lint', '--fix', '--format', 'json'], { cwd });
        assert.equal(status, 2);
        assert.equal(
          err,
          'incident-docs: "postmortems/2024-01-16-pool.md" can\'t be renamed to "postmortems/2024-01-15-pool.md": there is such a file already.\n',
        );
        assert.equal(await readFile(join(cwd, 'postmortems/2024-01-15-pool.md'), 'utf8'), 'Mine.\n');
        assert.deepEqual((await readdir(join(cwd, 'postmortems'))).length, 2);
      },
    ));
});
