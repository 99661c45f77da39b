import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { chmod, copyFile, cp, mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { broken, intricate, untitled } from './documents.ts';
import { builtProgram, inFolder, incidentDocs, type Outcome } from './program.ts';
import { readReport } from './report.ts';

describe('bad input', () => {
  const uses: readonly (readonly [string, readonly string[], RegExp])[] = [
    ['no command', [], /^Which command\? "incident-docs --help" lists them\.$/],
    ['an unknown command', ['lnit'], /^There is no command "lnit"; did you mean "lint"\?$/],
    ['a command of another program', ['frobnicate'], /^There is no command "frobnicate"; "incident-docs --help" lists/],
    ['an unknown option', ['lint', '--fxi'], /^Unknown option --fxi; did you mean --fix\?$/],
    ['an option that is nothing like one', ['lint', '--watch'], /^Unknown option --watch\.$/],
    ['an unknown short option', ['lint', '-q'], /^Unknown option -q\.$/],
    ['an option without its value', ['lint', '--now'], /^The option --now needs a value: --now ISO\.$/],
    ['an option in place of a value', ['lint', '--format', '--fix'], /^The option --format needs a value/],
    ['a value for an option that takes none', ['lint', '--fix=yes'], /^The option --fix takes no value\.$/],
    [
      'an unknown format',
      ['lint', '--format', 'xml'],
      /^The option --format takes text, json, .* or junit, not "xml"\.$/,
    ],
    ['a number that is none', ['lint', '--max-warnings', 'many'], /^--max-warnings takes a whole number, .*"many"\.$/],
    ['a negative number', ['lint', '--max-warnings=-1'], /^--max-warnings takes a whole number, .*"-1"\.$/],
    ['a day that is none', ['lint', '--now', '2024-02-30'], /^--now takes an ISO 8601 date .*"2024-02-30"\.$/],
    ['a clock in words', ['lint', '--now', 'tomorrow'], /^--now takes an ISO 8601 date .*"tomorrow"\.$/],
    ['two options that exclude each other', ['lint', '--fix', '--changed', 'main'], /^--fix corrects whole documents/],
    [
      'a name for input that is not read',
      ['lint', '--stdin-filename', 'a.md'],
      /^--stdin-filename names standard input/,
    ],
    ['nothing to inspect', ['inspect'], /^Which file\?/],
    ['too much to inspect', ['inspect', 'a.md', 'b.md'], /^There is one argument too many: "b\.md"\.$/],
    ['an operand where none is taken', ['rules', 'x'], /^There is one argument too many: "x"\.$/],
    ['no rule to explain', ['explain'], /^Which rule\?/],
    [
      'a mistyped rule',
      ['explain', 'missing-titel'],
      /^There is no rule "missing-titel"; did you mean "missing-title"\?$/,
    ],
    ['no rule at all', ['explain', 'toString'], /^There is no rule "toString"/],
  ];
  for (const [name, words, sentence] of uses) {
    it(`is refused: ${name}`, async () => {
      assertOneSentence(await incidentDocs(words), sentence);
    });
  }

  it('obeys nothing that a name says to a terminal', async () => {
    assertOneSentence(await incidentDocs(['inspect', 'a\u001B[31m\nb.md']), /^"a<U\+001B>\[31m b\.md" can't be read: /);
  });

  it('says when the output can’t be written', async function () {
    // Linux has a device that is always full.
    if (!existsSync('/dev/full')) this.skip();
    const full = openSync('/dev/full', 'w');
    const words = [builtProgram, 'rules'];
    const { status, stderr } = spawnSync(process.execPath, words, {
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(full);
    assert.deepEqual([status, stderr], [2, "incident-docs: The output can't be written: the disk is full.\n"]);
  });

  it('names a path that is not there, and checks the others', () =>
    inFolder({ 'a.md': untitled }, async (cwd) => {
      const outcome = await incidentDocs(['lint', '--format', 'json', 'gone', 'a.md', 'a.md/b.md'], { cwd });
      assert.equal(outcome.status, 2);
      assert.deepEqual(outcome.err.trim().split('\n').toSorted(), [
        'incident-docs: "a.md/b.md" can\'t be read: a part of its path is a file, not a folder.',
        'incident-docs: "gone" can\'t be read: there is no such file or folder.',
      ]);
      assert.deepEqual(
        readReport(outcome.out).files.map(({ path }) => path),
        ['a.md'],
      );
    }));

  it('names a link that leads nowhere or in a circle', () =>
    inFolder({ 'a.md': untitled }, async (cwd) => {
      await symlink('gone.md', join(cwd, 'b.md'));
      await symlink('c.md', join(cwd, 'c.md'));
      const { status, out, err } = await incidentDocs(['lint', '--format', 'json'], { cwd });
      assert.equal(status, 2);
      assert.match(err, /"b\.md" can't be read: there is no such file or folder\.\n/);
      assert.match(err, /"c\.md" can't be read: its symbolic links lead in a circle\.\n/);
      assert.equal(readReport(out).files.length, 1);
    }));

  it('names the first byte that is no UTF-8', () =>
    inFolder(
      {
        'a.md': untitled,
        'latin.md': Buffer.from('# Fine\nnai\xefve', 'latin1'),
        'cut.md': Buffer.from('ok €').subarray(0, 5),
        'utf16.md': Buffer.from('\uFEFF# Title', 'utf16le'),
      },
      async (cwd) => {
        const { status, out, err } = await incidentDocs(['lint', '--format', 'json'], { cwd });
        assert.equal(status, 2);
        assert.match(err, /"latin\.md" is not UTF-8 text: its first bad byte is at offset 10, on line 2\.\n/);
        assert.match(err, /"cut\.md" is not UTF-8 text: its first bad byte is at offset 3, on line 1\.\n/);
        assert.match(err, /"utf16\.md" is not UTF-8 text: its first bad byte is at offset 0, on line 1\.\n/);
        assert.deepEqual(
          readReport(out).files.map(({ path }) => path),
          ['a.md'],
        );
        assertOneSentence(await incidentDocs(['inspect', 'latin.md'], { cwd }), /is not UTF-8 text/);
      },
    ));

  it('names a text that is too intricate to be read', () =>
    inFolder({ 'a.md': untitled, 'deep.md': intricate }, async (cwd) => {
      const { status, out, err } = await incidentDocs(['lint', '--format', 'json'], { cwd });
      assert.deepEqual([status, readReport(out).files.length], [2, 1]);
      assert.match(err, /^incident-docs: deep\.md: It nests more than \d+ levels deep, so it is not checked\.\n$/);
      assertOneSentence(await incidentDocs(['inspect', 'deep.md'], { cwd }), /^deep\.md: It nests/);
    }));

  it('reports a front matter that is no YAML at its place', () =>
    inFolder({ 'broken.md': broken }, async (cwd) => {
      const { status, out } = await incidentDocs(['lint', 'broken.md'], { cwd });
      assert.equal(status, 1);
      assert.match(out, /^broken\.md:3:14: error: The front matter is not valid YAML: .*\[config-syntax\]/);
    }));

  it('names the place where a template is none, and checks the documents all the same', () =>
    inFolder(
      {
        '.incident-docs/templates/postmortem.md': 'No headings here.\n',
        '.incident-docs/templates/notes.md': '---\ntemplate: { kind: novel }\n---\n\n# Notes\n\n## One\n',
        'a.md': untitled,
      },
      async (cwd) => {
        const { status, out, err } = await incidentDocs(['lint', '--format', 'json', 'a.md'], { cwd });
        assert.equal(status, 2);
        assert.match(err, /\.incident-docs\/templates\/postmortem\.md:1:1: This template has no sections; /);
        assert.match(err, /\.incident-docs\/templates\/notes\.md:2:19: "kind" must be runbook, incident or postmortem/);
        assert.equal(readReport(out).files[0]?.template, 'default');

        const whole = await incidentDocs(['lint', '--format', 'json'], { cwd });
        const notes = readReport(whole.out).files.find(({ path }) => path.endsWith('notes.md'));
        const [first] = notes?.diagnostics ?? [];
        assert.deepEqual([first?.rule, first?.severity, first?.range.start.line], ['config-type', 'error', 1]);
      },
    ));

  describe('without permission', () => {
    const nobody = 65_534;
    before(function () {
      // Root may read and write everything, so the program runs as another user; anybody else is refused as they are.
      if (process.platform === 'win32') this.skip();
    });

    const asNobody = async (words: readonly string[], cwd: string): Promise<Outcome> => {
      const isRoot = process.getuid?.() === 0;
      const program = join(cwd, '.program', 'cli.js');
      await cp(dirname(builtProgram), dirname(program), { recursive: true });
      await chmod(cwd, 0o755);
      return incidentDocs(words, { cwd, program, ...(isRoot ? { uid: nobody } : {}) });
    };

    it('names what may not be read', () =>
      inFolder({ 'a.md': untitled, 'secret.md': untitled, 'closed/b.md': untitled }, async (cwd) => {
        await chmod(join(cwd, 'secret.md'), 0);
        await chmod(join(cwd, 'closed'), 0);
        const { status, out, err } = await asNobody(['lint', '--format', 'json'], cwd);
        await chmod(join(cwd, 'closed'), 0o755);
        assert.equal(status, 2);
        assert.match(err, /"secret\.md" can't be read: permission denied\.\n/);
        assert.match(err, /The folder "closed" can't be listed: permission denied\.\n/);
        assert.deepEqual(
          readReport(out).files.map(({ path }) => path),
          ['a.md'],
        );
      }));

    it('leaves alone what may not be written', () =>
      inFolder({ 'open/a.md': untitled, 'open/b.md': untitled }, async (cwd) => {
        await chmod(join(cwd, 'open'), 0o777);
        await chmod(join(cwd, 'open', 'a.md'), 0o444);
        await chmod(join(cwd, 'open', 'b.md'), 0o666);
        await mkdir(join(cwd, 'shut'));
        await copyFile(join(cwd, 'open', 'b.md'), join(cwd, 'shut', 'c.md'));
        await chmod(join(cwd, 'shut', 'c.md'), 0o666);
        await chmod(join(cwd, 'shut'), 0o555);
        const { status, out, err } = await asNobody(['lint', '--fix', '--format', 'json', 'open', 'shut'], cwd);
        await chmod(join(cwd, 'shut'), 0o755);
        assert.equal(status, 2);
        assert.match(err, /"open\/a\.md" can't be corrected: permission denied\.\n/);
        assert.match(err, /"shut\/c\.md" can't be corrected: permission denied\.\n/);
        const untouched = readReport(out)
          .files.filter(({ diagnostics }) => diagnostics.some(({ rule }) => rule === 'missing-title'))
          .map(({ path }) => path);
        assert.deepEqual(untouched, ['open/a.md', 'shut/c.md']);
      }));
  });
});

function assertOneSentence({ status, out, err }: Outcome, sentence: RegExp): void {
  assert.deepEqual([status, out], [2, '']);
  assert.match(err, /^incident-docs: [^\n]+\n$/);
  assert.match(err.slice('incident-docs: '.length, -1), sentence);
}
