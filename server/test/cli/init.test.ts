import assert from 'node:assert/strict';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { incidentDocs, inFolder } from './program.ts';
import { readReport } from './report.ts';

const postmortem = (number: number) =>
  `# Outage ${number}\n\n## Summary\n\nThe pool was too small.\n\n## Timeline (UTC)\n\n- **14:23** - Alert\n- **14:40** - Fixed\n- **15:00** - Closed\n\n## Action Items\n\n- Watch the pool\n`;

/** Seven postmortems of one form; the last one lacks a section. */
const documents: Readonly<Record<string, string>> = Object.fromEntries(
  [0, 1, 2, 3, 4, 5, 6].map((number) => [
    `docs/postmortems/2024-01-1${number}-outage.md`,
    number === 6 ? postmortem(number).replace(/## Action Items[^]*$/, '') : postmortem(number),
  ]),
);

function listing(folder: string): Promise<readonly string[]> {
  return readdir(join(folder, '.incident-docs'), { recursive: true }).then(
    (names) => names.toSorted(),
    () => [],
  );
}

describe('init', () => {
  it('writes a template and a configuration that the linter goes by at once', () =>
    inFolder(documents, async (cwd) => {
      const { status, out, err } = await incidentDocs(['init'], { cwd });
      assert.deepEqual([status, err], [0, '']);
      assert.match(out, /^Read 7 Markdown files\.\n\n {2}7 postmortems in docs\/postmortems\/\*\*\/\*\.md\n/);
      assert.match(out, /^ {4}required: Summary · Timeline \(UTC\) · Action Items$/m);
      assert.match(out, /^ {4}6 of them have all that is required$/m);
      assert.deepEqual(await listing(cwd), ['config.yaml', 'templates', 'templates/postmortem.md']);

      const linted = await incidentDocs(['lint', '--format', 'json'], { cwd });
      assert.equal(linted.err, '');
      const { files } = readReport(linted.out);
      const ofTeam = files.filter(({ kind, template }) => kind === 'postmortem' && template === 'postmortem');
      assert.equal(ofTeam.length, 7);
      const missing = files.flatMap(({ diagnostics }) => diagnostics.filter(({ rule }) => rule === 'missing-section'));
      assert.deepEqual(
        missing.map(({ message, severity }) => [severity, /"([^"]*)"/.exec(message)?.[1]]),
        [['warning', 'Action Items']],
      );
    }));

  it('writes nothing over what is there unless it is told to', () =>
    inFolder({ ...documents, '.incident-docs/config.yaml': 'timezone: UTC\n' }, async (cwd) => {
      const { status, out, err } = await incidentDocs(['init'], { cwd });
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, /^incident-docs: "\.incident-docs\/config\.yaml" is there already; add --force [^\n]*\n$/);
      assert.deepEqual(await listing(cwd), ['config.yaml']);
      assert.equal(await readFile(join(cwd, '.incident-docs/config.yaml'), 'utf8'), 'timezone: UTC\n');

      const forced = await incidentDocs(['init', '--force'], { cwd });
      assert.deepEqual([forced.status, forced.err], [0, '']);
      const first = await readFile(join(cwd, '.incident-docs/config.yaml'), 'utf8');
      assert.match(first, /^ {4}template: postmortem$/m);
      await incidentDocs(['init', '--force'], { cwd });
      assert.equal(await readFile(join(cwd, '.incident-docs/config.yaml'), 'utf8'), first, 'the same a second time');
      assert.deepEqual(await listing(cwd), ['config.yaml', 'templates', 'templates/postmortem.md']);
    }));

  it('leaves nothing half-written where a file can’t be written', () =>
    inFolder({ ...documents, '.incident-docs/templates': 'no folder' }, async (cwd) => {
      const { status, out, err } = await incidentDocs(['init'], { cwd });
      assert.deepEqual([status, out], [2, '']);
      assert.match(err, /^incident-docs: "\.incident-docs\/templates\/postmortem\.md" can't be written: [^\n]+\.\n$/);
      assert.deepEqual(await listing(cwd), ['templates']);
    }));

  it('shows with --dry-run what it would write', () =>
    inFolder(documents, async (cwd) => {
      const { status, out, err } = await incidentDocs(['init', '--dry-run', '--baseline'], { cwd });
      assert.deepEqual([status, err], [0, '']);
      assert.deepEqual(await listing(cwd), []);
      await incidentDocs(['init'], { cwd });
      for (const name of ['templates/postmortem.md', 'config.yaml']) {
        const text = await readFile(join(cwd, '.incident-docs', name), 'utf8');
        assert.ok(out.includes(`===== .incident-docs/${name}\n${text}`), name);
      }
    }));

  it('records with --baseline what is found today, so that only new findings are told', () =>
    inFolder(documents, async (cwd) => {
      const { status, out, err } = await incidentDocs(['init', '--baseline'], { cwd });
      assert.deepEqual([status, err], [0, '']);
      assert.match(out, /\nRecorded \d+ findings of today\. .*lint --baseline \.incident-docs\/baseline\.sarif\n$/);
      const lint = ['lint', '--format', 'json', '--baseline', '.incident-docs/baseline.sarif'];
      const before = readReport((await incidentDocs(lint, { cwd })).out);
      assert.deepEqual(
        before.files.flatMap(({ diagnostics }) => diagnostics),
        [],
      );
      const changed = 'docs/postmortems/2024-01-10-outage.md';
      await writeFile(join(cwd, changed), postmortem(0).replace(/## Summary[^#]*/, ''));
      const after = readReport((await incidentDocs(lint, { cwd })).out);
      assert.deepEqual(
        after.files.flatMap(({ path, diagnostics }) =>
          diagnostics.flatMap(({ rule }) => (rule === 'missing-section' ? [path] : [])),
        ),
        [changed],
      );
    }));

  it('takes a folder for what it is told, and writes where the repository has its settings', () => {
    const notes = Object.fromEntries(
      ['renew', 'rotate', 'restart'].map((name) => [
        `ops/how-to/${name}.md`,
        `# ${name}\n\n## Before you start\n\nGet access.\n`,
      ]),
    );
    return inFolder({ ...notes, '.git/HEAD': 'ref: refs/heads/main\n' }, async (cwd) => {
      const { status, err } = await incidentDocs(['init', 'ops', '--kind', 'runbook'], { cwd });
      assert.deepEqual([status, err], [0, '']);
      assert.deepEqual(await listing(cwd), ['config.yaml', 'templates', 'templates/runbook.md']);
      const configuration = await readFile(join(cwd, '.incident-docs/config.yaml'), 'utf8');
      assert.match(configuration, /^ {2}- files: ops\/\*\*\/\*\.md\n {4}kind: runbook\n {4}template: runbook$/m);
    });
  });

  it('says so where there is nothing, or too little, to learn from', () =>
    inFolder({ 'README.md': '# Project\n' }, async (cwd) => {
      const nothing = await incidentDocs(['init'], { cwd });
      assert.equal(nothing.status, 0);
      assert.match(nothing.out, /none looks like a runbook, an incident document or a postmortem, so the default/);
      assert.match(await readFile(join(cwd, '.incident-docs/config.yaml'), 'utf8'), /^ {2}postmortem: default$/m);
      assert.equal((await incidentDocs(['lint'], { cwd })).err, '', 'the configuration is right');
      await inFolder({ 'postmortems/one.md': postmortem(1) }, async (other) => {
        const { status, out } = await incidentDocs(['init'], { cwd: other });
        assert.equal(status, 0);
        assert.match(out, /1 postmortem in .*\n {4}too few to learn a form from, so the default template holds\n/);
      });
    }));

  it('refuses what it doesn’t understand in one sentence', () =>
    inFolder({ 'a.md': '# A\n' }, async (cwd) => {
      for (const [words, sentence] of [
        [['nowhere'], /^incident-docs: "nowhere" can't be read: there is no such file or folder\.\n$/],
        [['a.md'], /^incident-docs: "a\.md" can't be read: it is a file, not a folder\.\n$/],
        [['.', 'b'], /^incident-docs: There is one argument too many: "b"\.\n$/],
        [
          ['--kind', 'novel'],
          /^incident-docs: The option --kind takes runbook, incident or postmortem, not "novel"\.\n$/,
        ],
      ] as const) {
        const { status, out, err } = await incidentDocs(['init', ...words], { cwd });
        assert.deepEqual([status, out], [2, '']);
        assert.match(err, sentence);
      }
      assert.deepEqual(await listing(cwd), []);
    }));
});
