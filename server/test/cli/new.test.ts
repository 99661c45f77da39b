import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { incidentDocs, inFolder } from './program.ts';

const incident = `# Incident: Slow checkout

**Severity:** SEV-2
**Status:** Resolved
**Started:** 2024-01-15 14:23 UTC

## Stakeholders

- **Incident Commander:** @amina

## Timeline (UTC)

- **14:23** - First alerts
- **16:58** - Full recovery confirmed

## Post-Incident Actions

- [ ] Alert on the pool (owner: @wei, due: 2024-02-01)
`;
const files = { '.incident-docs/config.yaml': 'timezone: UTC\n', 'incidents/slow.md': incident };
const now = ['--now', '2024-01-16T09:00Z'];

describe('new', () => {
  const cases: readonly (readonly [words: readonly string[], path: string, said: RegExp])[] = [
    [['runbook', '--title', 'High API latency'], 'runbooks/high-api-latency.md', /^# Runbook: High API latency$/m],
    [
      ['incident', '--title', 'Checkout down', '--severity', 'sev1'],
      'incidents/2024-01-16-checkout-down.md',
      /^\*\*Severity:\*\* SEV-1$/m,
    ],
    [['incident', '--title', 'Checkout down'], 'incidents/2024-01-16-checkout-down.md', /^\*\*Severity:\*\* \[SEV-1/m],
    [
      ['postmortem', '--title', 'Queue', '--template', 'google-sre'],
      'postmortems/2024-01-16-queue.md',
      /^## Supporting Information$/m,
    ],
    [
      ['postmortem', '--title', 'Queue', '--severity', 'SEV-3', '--folder', 'docs/pm'],
      'docs/pm/2024-01-16-queue.md',
      /^\*\*Severity:\*\* SEV-3$/m,
    ],
    [['runbook', '--title', 'Queue', '--output', 'ops/queue.md'], 'ops/queue.md', /^# Runbook: Queue$/m],
    [['checklist'], 'on-call/2024-01-16-on-call.md', /^- \[ \] Take time off to recover$/m],
  ];
  for (const [words, path, said] of cases) {
    it(`${words.join(' ')} writes ${path}, once, and nothing is wrong with it`, () =>
      inFolder(files, async (cwd) => {
        const made = await incidentDocs(['new', ...words, ...now], { cwd });
        assert.equal(made.err, '');
        assert.equal(made.status, 0);
        assert.equal(made.out, `${path}\n`);
        const text = await readFile(join(cwd, path), 'utf8');
        assert.match(text, said);
        const again = await incidentDocs(['new', ...words, ...now], { cwd });
        assert.equal(again.status, 2);
        assert.match(again.err, /is there already/);
        assert.equal(await readFile(join(cwd, path), 'utf8'), text);
      }));
  }

  it('writes a postmortem from an incident, and the two link to each other', () =>
    inFolder(files, async (cwd) => {
      const { status, out, err } = await incidentDocs(['new', 'postmortem', '--from', 'incidents/slow.md', ...now], {
        cwd,
      });
      assert.equal(err, '');
      assert.equal(status, 0);
      assert.equal(out, 'postmortems/2024-01-15-slow-checkout.md\n');
      const text = await readFile(join(cwd, out.trim()), 'utf8');
      assert.match(text, /^\*\*Duration:\*\* 2 hours 35 minutes$/m);
      assert.match(text, /\]\(\.\.\/incidents\/slow\.md\)/);
      const source = await readFile(join(cwd, 'incidents/slow.md'), 'utf8');
      assert.match(
        source,
        /^\*\*Postmortem:\*\* \[Slow checkout\]\(\.\.\/postmortems\/2024-01-15-slow-checkout\.md\)$/m,
      );
    }));

  it('prints what it would write for "-"', () =>
    inFolder(files, async (cwd) => {
      const { out } = await incidentDocs(['new', 'runbook', '--title', 'Queue', '--output', '-'], { cwd });
      assert.match(out, /^# Runbook: Queue\n/);
    }));

  const refusals: readonly (readonly [name: string, words: readonly string[], said: RegExp])[] = [
    ['no kind', [], /What kind\? Write runbook, incident, postmortem or checklist/],
    ['a kind that is none', ['postmorten', '--title', 'A'], /"postmorten"; did you mean postmortem\?$/],
    ['no title', ['runbook'], /--title is missing/],
    ['a template that is none', ['runbook', '--title', 'A', '--template', 'flutter'], /no runbook template "flutter"/],
    [
      'a severity that is none',
      ['incident', '--title', 'A', '--severity', 'bad'],
      /no severity "bad"; choose from SEV-1/,
    ],
    ['a clock that is none', ['runbook', '--title', 'A', '--now', 'noon'], /not "noon"\.$/],
    ['a runbook from an incident', ['runbook', '--from', 'incidents/slow.md'], /--from is for a postmortem/],
    ['an incident that is none', ['postmortem', '--from', 'README.md'], /"README\.md" can't be read/],
    ['a team that has no rotation', ['checklist', '--team', 'Harbour'], /Nobody is on call/],
  ];
  for (const [name, words, said] of refusals) {
    it(`refuses ${name} in one sentence`, () =>
      inFolder(files, async (cwd) => {
        const { status, out, err } = await incidentDocs(['new', ...words], { cwd });
        assert.equal(status, 2);
        assert.equal(out, '');
        assert.match(err.trimEnd(), said);
        assert.equal(err.trimEnd().split('\n').length, 1);
      }));
  }
});

describe('timeline add', () => {
  it('writes an entry into its place, in the document’s own form, and prints its line', () =>
    inFolder({ ...files, 'incidents/slow.md': `\uFEFF${incident.replaceAll('\n', '\r\n')}` }, async (cwd) => {
      const words = ['add', 'incidents/slow.md', 'Raised the pool', '--at', '2024-01-15T14:40Z', '--kind', 'action'];
      const { status, out, err } = await incidentDocs(['timeline', ...words], { cwd });
      assert.equal(err, '');
      assert.equal(status, 0);
      assert.equal(out, '- **14:40** - Action: Raised the pool\n');
      const text = await readFile(join(cwd, 'incidents/slow.md'), 'utf8');
      assert.ok(
        text.includes('- **14:23** - First alerts\r\n- **14:40** - Action: Raised the pool\r\n- **16:58**'),
        text,
      );
      assert.ok(text.startsWith('\uFEFF#'));
    }));

  const refusals: readonly (readonly [name: string, words: readonly string[], said: RegExp])[] = [
    ['no verb', [], /What is to be done\?/],
    ['no text', ['add', 'incidents/slow.md'], /What happened\?/],
    ['a text without quotes', ['add', 'incidents/slow.md', 'Raised', 'it'], /put it into quotes/],
    ['a file that is not there', ['add', 'none.md', 'A'], /"none\.md" can't be read/],
    ['a document without a timeline', ['add', 'runbooks/a.md', 'A'], /runbooks\/a\.md: .*no timeline/],
    ['a file that is no document', ['add', 'README.md', 'A'], /"README\.md" can't be used: it is no runbook/],
    ['a time that is none', ['add', 'incidents/slow.md', 'A', '--at', 'noon'], /not "noon"\.$/],
    ['a kind that is none', ['add', 'incidents/slow.md', 'A', '--kind', 'odd'], /--kind takes .*, not "odd"\.$/],
  ];
  for (const [name, words, said] of refusals) {
    it(`refuses ${name} in one sentence, and changes nothing`, () =>
      inFolder(
        { ...files, 'README.md': '# Us\n', 'runbooks/a.md': '# Runbook: A\n\n## Symptoms\n\n- B\n' },
        async (cwd) => {
          const { status, out, err } = await incidentDocs(['timeline', ...words], { cwd });
          assert.equal(status, 2);
          assert.equal(out, '');
          assert.match(err.trimEnd(), said);
          assert.equal(await readFile(join(cwd, 'incidents/slow.md'), 'utf8'), incident);
        },
      ));
  }
});
