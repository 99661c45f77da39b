import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { incidentDocs } from './program.ts';
import { readReport } from './report.ts';

const corpus = process.env['INCIDENT_DOCS_CORPUS'];

describe('lint on real documents', function () {
  before(function () {
    // The run of all tests says that these are left out.
    if (!corpus) this.skip();
  });

  it('reads all of them, fails on none, and leaves other Markdown alone', async function () {
    const folder = corpus ?? '';
    const index: readonly IndexEntry[] = JSON.parse(await readFile(join(folder, 'index.json'), 'utf8'));
    const kinds = new Map(index.map(({ repo, path, kind }) => [`${repo.replace('/', '+')}/${path}`, kind]));
    const { status, out, err } = await incidentDocs(['lint', '--format', 'json'], { cwd: folder });
    assert.equal(err, '');
    assert.ok(status === 0 || status === 1);
    const { files } = readReport(out);
    assert.equal(files.length, index.length);
    const all = files.flatMap(({ path, diagnostics }) => diagnostics.map((diagnostic) => ({ path, ...diagnostic })));
    assert.deepEqual(
      all.filter(({ message }) => message.startsWith('The rule ')),
      [],
    );
    const untouchable = all.filter(({ path }) => kinds.get(path) === 'other' || /^readme\./i.test(basename(path)));
    assert.deepEqual(untouchable, []);
  });
});

interface IndexEntry {
  readonly repo: string;
  readonly path: string;
  readonly kind: string;
}
