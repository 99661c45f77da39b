import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readme, untitled } from './documents.ts';
import { inFolder, incidentDocs } from './program.ts';
import { readReport } from './report.ts';

/** More files than one thread takes on alone, in two halves that it does. */
const count = 340;
const files = Object.fromEntries(
  Array.from({ length: count }, (_, index) => [
    `${index < count / 2 ? 'a' : 'b'}/${index}.md`,
    index % 40 === 0 ? untitled : index % 7 === 0 ? `# Runbook: Number ${index}\n\n## Symptoms\n` : readme,
  ]),
);
const badTemplate = { '.incident-docs/templates/postmortem.md': '# Postmortem: [Title]\n\nNo sections.\n' };

describe('lint of many files', () => {
  it('says the same as of fewer at a time, in the same order', () =>
    inFolder(files, async (cwd) => {
      const lint = async (...folders: string[]) =>
        readReport((await incidentDocs(['lint', '--format', 'json', ...folders], { cwd })).out).files;
      assert.deepEqual(await lint('.'), [...(await lint('a')), ...(await lint('b'))]);
    }));

  it('corrects them', () =>
    inFolder(files, async (cwd) => {
      await incidentDocs(['lint', '--fix', '.'], { cwd });
      assert.match(await readFile(join(cwd, 'a/0.md'), 'utf8'), /^# Postmortem: /m);
      const { out } = await incidentDocs(['lint', '--format', 'json', 'a', 'b'], { cwd });
      assert.ok(readReport(out).files.every(({ diagnostics }) => diagnostics.every(({ fixable }) => !fixable)));
    }));

  it('tells once what is wrong with a template, and which file can not be read', () =>
    inFolder({ ...files, ...badTemplate, 'a/bad.md': Buffer.from([0x23, 0x20, 0xff]) }, async (cwd) => {
      const { status, err } = await incidentDocs(['lint', '.'], { cwd });
      assert.equal(status, 2);
      assert.equal(err.match(/has no sections/g)?.length, 1, err);
      assert.match(err, /"a\/bad\.md" is not UTF-8 text/);
    }));
});
