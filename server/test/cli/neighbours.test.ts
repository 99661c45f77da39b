import assert from 'node:assert/strict';
import { inFolder, incidentDocs } from './program.ts';
import { readReport } from './report.ts';

function postmortem(title: string, action: string): string {
  return `# Postmortem: ${title}\n\n**Date:** 2024-01-15\n\n## Summary\n\nSlow.\n\n## Root Cause\n\nA pool.\n\n## Action Items\n\n- ${action}\n`;
}

const folder = {
  '.incident-docs/config.yaml': '',
  'postmortems/2024-01-15-pool.md': postmortem('Pool exhausted', 'Add an alert for free connections (owner: @alice)'),
  'postmortems/2024-03-02-failover.md': postmortem(
    'Slow failover',
    'Add alerts for the free connections (owner: @dora, due: 2030-01-01)',
  ),
  'postmortems/2024-05-01-certificate.md': postmortem('Certificate expired', 'Renew each certificate in good time'),
};

async function duplicates(cwd: string, words: readonly string[], input = ''): Promise<(readonly [string, string])[]> {
  const { out, err } = await incidentDocs(['lint', '--format', 'json', ...words], { cwd, input });
  assert.equal(err, '');
  return readReport(out).files.flatMap(({ path, diagnostics }) =>
    diagnostics.flatMap(({ rule, message }) => (rule === 'duplicate-action' ? [[path, message] as const] : [])),
  );
}

describe('lint, of an action that is open in two documents', () => {
  it('tells each of the two of the other', () =>
    inFolder(folder, async (cwd) => {
      assert.deepEqual(await duplicates(cwd, []), [
        [
          'postmortems/2024-01-15-pool.md',
          'The same action is open in "Slow failover" (@dora, due 2030-01-01); follow it up in one place and link to it from the other.',
        ],
        [
          'postmortems/2024-03-02-failover.md',
          'The same action is open in "Pool exhausted" (@alice); follow it up in one place and link to it from the other.',
        ],
      ]);
    }));

  it('knows the other one though it is not asked to check it', () =>
    inFolder(folder, async (cwd) => {
      const found = await duplicates(cwd, ['postmortems/2024-03-02-failover.md']);
      assert.deepEqual(
        found.map(([path]) => path),
        ['postmortems/2024-03-02-failover.md'],
      );
      const text = folder['postmortems/2024-03-02-failover.md'];
      assert.equal(
        (await duplicates(cwd, ['-', '--stdin-filename', 'postmortems/2024-03-02-failover.md'], text)).length,
        1,
      );
    }));

  it('shows people and code scanning where the other one stands', () =>
    inFolder(folder, async (cwd) => {
      const { out } = await incidentDocs(['lint', 'postmortems/2024-03-02-failover.md'], { cwd });
      assert.match(out, /= postmortems\/2024-01-15-pool\.md:15: The same action, in "Pool exhausted"\.\n/);
      const sarif = await incidentDocs(['lint', '--format', 'sarif', 'postmortems/2024-03-02-failover.md'], { cwd });
      assert.match(sarif.out, /"uri": "postmortems\/2024-01-15-pool\.md"/);
    }));

  it('says nothing where the rule is off or the line says so, and the comment is not idle', () =>
    inFolder(folder, async (cwd) => {
      const { out } = await incidentDocs(
        ['lint', '--format', 'json', '-', '--stdin-filename', 'postmortems/2024-03-02-failover.md'],
        {
          cwd,
          input: folder['postmortems/2024-03-02-failover.md'].replace(
            '- Add alerts',
            '<!-- incident-docs-disable-next-line duplicate-action -->\n- Add alerts',
          ),
        },
      );
      const rules = readReport(out).files.flatMap(({ diagnostics }) => diagnostics.map(({ rule }) => rule));
      assert.deepEqual(
        rules.filter((rule) => rule === 'duplicate-action' || rule === 'invalid-suppression'),
        [],
      );
    }));

  it('finds them among so many files that threads share them', () =>
    inFolder(
      {
        ...folder,
        ...Object.fromEntries(Array.from({ length: 320 }, (_, index) => [`notes/${index}.md`, `# Note ${index}\n`])),
      },
      async (cwd) => {
        assert.equal((await duplicates(cwd, [])).length, 2);
      },
    ));
});
