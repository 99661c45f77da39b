import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { incidentDocs, builtProgram, inFolder } from './program.ts';
import { broken } from './documents.ts';

describe('rules, explain, help', () => {
  it('lists the rules', async () => {
    const { status, out } = await incidentDocs(['rules']);
    assert.equal(status, 0);
    assert.match(out, /^missing-title +warning +fix +all kinds +The document has no title\.$/m);
    assert.doesNotMatch(out, / $/m);
  });

  it('lists the rules as data', async () => {
    const { out } = await incidentDocs(['rules', '--format', 'json']);
    const list: readonly Readonly<Record<string, unknown>>[] = JSON.parse(out);
    const title = list.find(({ id }) => id === 'missing-title');
    assert.deepEqual(Object.keys(title ?? {}), ['id', 'level', 'kinds', 'fixable', 'summary', 'url']);
    assert.deepEqual([title?.['level'], title?.['fixable']], ['warning', true]);
  });

  it('shows a rule’s page', async () => {
    const { status, out } = await incidentDocs(['explain', 'missing-title']);
    const page = await readFile('server/docs/rules/missing-title.md', 'utf8');
    assert.equal(status, 0);
    assert.ok(out.startsWith(page.trimEnd()));
    assert.match(out, /\nhttps:\/\/\S+\/missing-title\.md\n$/);
  });

  it('shows colours to those who want them', async () => {
    const coloured = await incidentDocs(['explain', 'missing-title'], { env: { FORCE_COLOR: '1' } });
    assert.ok(coloured.out.startsWith('\u001B[1m# missing-title\u001B[22m\n'));
    for (const [words, env] of [
      [['--no-color'], { FORCE_COLOR: '1' }],
      [[], { FORCE_COLOR: '1', NO_COLOR: '1' }],
    ] as const) {
      const plain = await incidentDocs(['explain', 'missing-title', ...words], { env });
      assert.ok(!plain.out.includes('\u001B'));
    }
  });

  it('helps, in general and with each command', async () => {
    const { status, out, err } = await incidentDocs(['--help']);
    assert.deepEqual([status, err], [0, '']);
    for (const command of ['lint', 'inspect', 'rules', 'explain']) {
      assert.match(out, new RegExp(`^  ${command}\\b`, 'm'));
      const help = await incidentDocs([command, '--help']);
      assert.deepEqual([help.status, help.err], [0, '']);
      assert.match(help.out, new RegExp(`^Usage: incident-docs ${command}\\b`, 'm'));
    }
  });

  it('says its version', async () => {
    const { version }: { readonly version: string } = JSON.parse(await readFile('package.json', 'utf8'));
    const { status, out } = await incidentDocs(['--version']);
    assert.deepEqual([status, out], [0, `${version}\n`]);
  });

  it('ends quietly when the reader goes away', () =>
    inFolder(
      Object.fromEntries(Array.from({ length: 400 }, (_, number) => [`runbook-${number}.md`, broken])),
      (cwd) =>
        new Promise((settle, reject) => {
          const child = spawn(process.execPath, [builtProgram, 'lint'], { cwd, stdio: 'pipe', timeout: 60_000 });
          let err = '';
          child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
          child.stdout.once('data', () => child.stdout.destroy());
          child.on('error', reject);
          child.on('close', (status) => {
            try {
              assert.deepEqual([status, err], [1, '']);
              settle();
            } catch (error) {
              reject(error);
            }
          });
        }),
    ));
});
