import assert from 'node:assert/strict';
import { broken, untitled } from './documents.ts';
import { inFolder, incidentDocs } from './program.ts';
import { readReport } from './report.ts';

describe('standard input', () => {
  it('is checked under the name that it is given', () =>
    inFolder({ 'other.md': '# Other\n' }, async (cwd) => {
      const input = '# Postmortem: Disk full\n\n## Summary\n\nSee [this](../other.md) and [that](../gone.md).\n';
      const words = ['lint', '-', '--stdin-filename', 'postmortems/a.md', '--format', 'json'];
      const { status, out } = await incidentDocs(words, { cwd, input });
      const [file] = readReport(out).files;
      assert.deepEqual([status, file?.path, file?.kind], [0, 'postmortems/a.md', 'postmortem']);
    }));

  it('needs no name', () =>
    inFolder({}, async (cwd) => {
      const { status, out } = await incidentDocs(['lint', '-', '--format', 'json'], { cwd, input: broken });
      const [file] = readReport(out).files;
      assert.deepEqual([status, file?.path, file?.kind], [1, '<standard input>', 'runbook']);
    }));

  it('is corrected onto standard output, and reported beside it', () =>
    inFolder({}, async (cwd) => {
      const { status, out, err } = await incidentDocs(['lint', '--fix', '-'], { cwd, input: `\uFEFF${untitled}` });
      assert.equal(status, 0);
      assert.match(out, /^\uFEFF---\nkind: postmortem\n---\n\n# Postmortem: /);
      assert.match(err, /1 incident document in 1 file: .*1 file corrected\.\n$/s);
    }));

  it('passes through as it is where there is nothing to correct', () =>
    inFolder({}, async (cwd) => {
      const input = 'Plain text,\r\nno newline at the end';
      assert.equal((await incidentDocs(['lint', '--fix', '-'], { cwd, input })).out, input);
    }));

  it('is refused where it is no UTF-8', () =>
    inFolder({}, async (cwd) => {
      const input = Buffer.from('caf\xe9 au lait', 'latin1');
      const { status, out, err } = await incidentDocs(['lint', '--fix', '-'], { cwd, input });
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, /"<standard input>" is not UTF-8 text: its first bad byte is at offset 3, on line 1\.\n/);
    }));

  it('can be inspected', () =>
    inFolder({}, async (cwd) => {
      const words = ['inspect', '-', '--stdin-filename', 'postmortems/a.md'];
      const { status, out } = await incidentDocs(words, { cwd, input: untitled });
      const { path, kind }: { readonly path: string; readonly kind: string } = JSON.parse(out);
      assert.deepEqual([status, path, kind], [0, 'postmortems/a.md', 'postmortem']);
    }));
});
