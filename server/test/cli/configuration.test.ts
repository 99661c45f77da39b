import assert from 'node:assert/strict';
import { untitled } from './documents.ts';
import { inFolder, incidentDocs } from './program.ts';
import { readReport } from './report.ts';

/** The severities at which a missing title is reported. */
async function titleFindings(words: readonly string[], cwd: string): Promise<readonly string[]> {
  const { out, err } = await incidentDocs(['lint', '--format', 'json', ...words], { cwd });
  assert.equal(err, '');
  const all = readReport(out).files.flatMap(({ diagnostics }) => diagnostics);
  return all.filter(({ rule }) => rule === 'missing-title').map(({ severity }) => severity);
}

describe('lint with a configuration', () => {
  it('goes by the one of the workspace, or by the one that --config names', () =>
    inFolder(
      {
        '.incident-docs/config.yaml': 'rules:\n  missing-title: error\n',
        'other.yaml': 'rules:\n  missing-title: off\n',
        'a.md': untitled,
      },
      async (cwd) => {
        assert.deepEqual(await titleFindings([], cwd), ['error']);
        assert.deepEqual(await titleFindings(['--config', 'other.yaml'], cwd), []);
      },
    ));

  it('names each wrong place once, and checks the documents by the rest', () =>
    inFolder(
      {
        '.incident-docs/config.yaml': 'rules:\n  missing-titel: off\n  missing-title: error\n',
        'a.md': untitled,
        'b.md': untitled,
      },
      async (cwd) => {
        const { status, out, err } = await incidentDocs(['lint'], { cwd });
        assert.equal(status, 2);
        assert.match(
          err,
          /^incident-docs: \.incident-docs\/config\.yaml:2:3: There is no rule "missing-titel"; [^\n]+\n$/,
        );
        assert.match(out, /^a\.md:1:1: error: .*\[missing-title\]/);
      },
    ));

  it('says when the one that --config names is not there', () =>
    inFolder({ 'a.md': untitled }, async (cwd) => {
      const { status, err } = await incidentDocs(['lint', '--config', 'gone.yaml'], { cwd });
      assert.equal(status, 2);
      assert.match(err, /^incident-docs: gone\.yaml:[^\n]+\n$/);
    }));
});
