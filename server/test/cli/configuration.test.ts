import assert from 'node:assert/strict';
import { untitled } from './documents.ts';
import { inFolder, incidentDocs } from './program.ts';
import { readReport } from './report.ts';

const config = '.incident-docs/config.yaml';

describe('lint with a configuration', () => {
  it('goes by the levels of the nearest one', () =>
    inFolder(
      {
        [config]: 'rules: { missing-title: error }\n',
        'a.md': untitled,
        'old/a.md': untitled,
        [`old/${config}`]: 'rules: { missing-title: off }\n',
      },
      async (cwd) => {
        const { status, out, err } = await incidentDocs(['lint', '--format', 'json'], { cwd });
        assert.deepEqual([status, err], [1, '']);
        const levels = readReport(out).files.map(({ path, diagnostics }) => [
          path,
          diagnostics.find(({ rule }) => rule === 'missing-title')?.severity,
        ]);
        assert.deepEqual(levels, [
          ['a.md', 'error'],
          ['old/a.md', undefined],
        ]);
      },
    ));

  it('lays other levels and options over them for some kinds and folders', () => {
    const runbook = '---\nkind: runbook\nreviewed: 2024-01-01\n---\n\n## Symptoms\n\n- Slow\n';
    const settled = `rules: { missing-title: error }
overrides:
  - { kinds: runbook, rules: { missing-title: hint, review-stale: { days: 30 } } }
  - { files: old/**, rules: { missing-title: off, review-stale: { level: error } } }
  - { files: old/**, kinds: postmortem, rules: { missing-title: information } }
`;
    const files = { 'a.md': runbook, 'b.md': untitled, 'old/a.md': runbook, 'old/b.md': untitled };
    return inFolder({ ...files, [config]: settled }, async (cwd) => {
      const { out, err } = await incidentDocs(['lint', '--now', '2024-03-01', '--format', 'json'], { cwd });
      assert.equal(err, '');
      const levels = readReport(out).files.map(({ path, diagnostics }) => [
        path,
        ...['missing-title', 'review-stale'].map((id) => diagnostics.find(({ rule }) => rule === id)?.severity),
      ]);
      assert.deepEqual(levels, [
        ['a.md', 'hint', 'warning'],
        ['b.md', 'error', undefined],
        ['old/a.md', undefined, 'error'],
        ['old/b.md', 'information', undefined],
      ]);
    });
  });

  it('goes by another one with --config', () =>
    inFolder(
      {
        [config]: 'rules: { missing-title: error }\n',
        'quiet.yaml': 'rules: { missing-title: off }\n',
        'a.md': untitled,
      },
      async (cwd) => {
        const { status, out } = await incidentDocs(['lint', '--config', 'quiet.yaml', '--format', 'json', 'a.md'], {
          cwd,
        });
        assert.equal(status, 0);
        assert.ok(!readReport(out).files[0]?.diagnostics.some(({ rule }) => rule === 'missing-title'));
      },
    ));

  it('reads as documents what its globs name', () =>
    inFolder(
      { [config]: 'documents: [{ files: ops/**, kind: runbook }]\n', 'ops/disk.md': '# Disk full\n' },
      async (cwd) => {
        const { out } = await incidentDocs(['lint', '--format', 'json', 'ops'], { cwd });
        assert.equal(readReport(out).files[0]?.kind, 'runbook');
        const inspected = await incidentDocs(['inspect', 'ops/disk.md'], { cwd });
        assert.match(inspected.out, /"kind": "runbook"/);
      },
    ));

  it('ends with 2 and tells each problem once, at its place, where it is wrong; the rest counts', () =>
    inFolder(
      {
        [config]: 'rules:\n  missing-titel: off\n  missing-title: error\nreview: { daysAfter: two }\n',
        'a.md': untitled,
        'b.md': untitled,
      },
      async (cwd) => {
        const { status, out, err } = await incidentDocs(['lint', '--format', 'json'], { cwd });
        assert.equal(status, 2);
        assert.deepEqual(err.trimEnd().split('\n'), [
          'incident-docs: .incident-docs/config.yaml:2:3: There is no rule "missing-titel"; did you mean "missing-title"?',
          'incident-docs: .incident-docs/config.yaml:4:22: "daysAfter" must be a whole number from 0 to 365, not "two".',
        ]);
        assert.equal(
          readReport(out).files[0]?.diagnostics.find(({ rule }) => rule === 'missing-title')?.severity,
          'error',
        );
      },
    ));

  it('reports what is wrong with the file itself when it is named', () =>
    inFolder({ [config]: 'timezon: UTC\n' }, async (cwd) => {
      const { status, out } = await incidentDocs(['lint', '--format', 'json', config], { cwd });
      assert.equal(status, 2);
      const [file] = readReport(out).files;
      assert.deepEqual(
        file?.diagnostics.map(({ rule, severity, range }) => [rule, severity, range.start, range.end]),
        [['config-unknown-key', 'error', { line: 0, character: 0 }, { line: 0, character: 7 }]],
      );
    }));

  it('ends with 2 where --config names no file', () =>
    inFolder({ 'a.md': untitled }, async (cwd) => {
      const { status, err } = await incidentDocs(['lint', '--config', 'none.yaml'], { cwd });
      assert.deepEqual([status, err], [2, 'incident-docs: none.yaml:1:1: There is no such configuration.\n']);
    }));

  it('ends with 2 where the file has nearly the right name', () =>
    inFolder({ '.incident-docs/config.yml': 'timezone: UTC\n', 'a.md': untitled }, async (cwd) => {
      const { status, err } = await incidentDocs(['lint'], { cwd });
      assert.equal(status, 2);
      assert.match(err, /rename .*config\.yml\.\n$/);
    }));

  it('leaves what a comment suppresses out of the report, and of the corrections', () =>
    inFolder(
      {
        'a.md': untitled.replace(
          '---\n\n',
          '---\n\n<!-- incident-docs-disable-file missing-title -- the site has it -->\n\n',
        ),
      },
      async (cwd) => {
        const { out } = await incidentDocs(['lint', '--fix', '--format', 'json'], { cwd });
        const rules = readReport(out).files[0]?.diagnostics.map(({ rule }) => rule) ?? [];
        assert.ok(!rules.includes('missing-title') && !rules.includes('invalid-suppression'));
      },
    ));
});
