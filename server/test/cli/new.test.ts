import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { alertmanager, grafana, opsgenie, pagerDuty } from '../alerts/payloads.ts';
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

  it('writes into the folder that the configuration names for the kind', () => {
    const config = [
      'documents:',
      '  - { files: "docs/old/**", kind: none }',
      '  - { files: ["docs/old/**", "docs/rb-*.md", "docs/ops/**"], kind: runbook }',
      '  - { files: "services/*/postmortems/**", kind: postmortem }',
    ].join('\n');
    return inFolder({ ...files, '.incident-docs/config.yaml': `${config}\n` }, async (cwd) => {
      const runbook = await incidentDocs(['new', 'runbook', '--title', 'Queue', ...now], { cwd });
      assert.equal(runbook.out, 'docs/ops/queue.md\n');
      const postmortem = await incidentDocs(['new', 'postmortem', '--title', 'Queue', ...now], { cwd });
      assert.equal(postmortem.out, 'postmortems/2024-01-16-queue.md\n');
    });
  });

  it('begins an incident whose severity nobody has judged as SEV-3, and says so', () =>
    inFolder(files, async (cwd) => {
      const { status, out, err } = await incidentDocs(['new', 'incident', '--title', 'Checkout down', ...now], { cwd });
      assert.equal(status, 0);
      assert.equal(out, 'incidents/2024-01-16-checkout-down.md\n');
      assert.match(err, /It begins as SEV-3, because nothing says how severe it is; --severity names another\.$/m);
      const text = await readFile(join(cwd, out.trim()), 'utf8');
      for (const said of [
        /^\*\*Severity:\*\* SEV-3$/m,
        /^\*\*Status:\*\* Investigating$/m,
        /^\*\*Next Update:\*\* 2024-01-16 13:00 UTC$/m,
        /^- \*\*09:00\*\* - Incident declared SEV-3: Checkout down \(its severity is not judged yet\)$/m,
      ])
        assert.match(text, said);
    }));

  const alerts: readonly (readonly [service: string, payload: object, fileName: string, said: readonly RegExp[]])[] = [
    [
      'Alertmanager',
      alertmanager,
      '2024-01-16-checkout-answers-more-than-5-of-requests-with-an-error.md',
      [
        /^\*\*Severity:\*\* SEV-1$/m,
        /^\*\*Started:\*\* 2024-01-15 14:23 UTC$/m,
        /^\*\*Trigger:\*\* Automated alert$/m,
        /^\*\*Services Affected:\*\* checkout$/m,
        /Detected: Alertmanager alert fired: HighErrorRate on checkout-1:9090/,
        /declared SEV-1: .* \(Alertmanager calls it critical\)$/m,
        /^Runbook: \[HighErrorRate\]\(\.\.\/runbooks\/high-error-rate\.md\)$/m,
        /^- \*\*Operations Lead:\*\* Amina Diallo \(@amina\)$/m,
      ],
    ],
    [
      'Grafana',
      grafana,
      '2024-01-16-search-is-slow.md',
      [/^\*\*Severity:\*\* SEV-3$/m, /Grafana alert fired: Latency/],
    ],
    [
      'PagerDuty',
      pagerDuty('incident.triggered', '2024-01-15T14:23:00Z'),
      '2024-01-16-checkout-is-down.md',
      [/^\*\*Severity:\*\* SEV-1$/m, /PagerDuty incident #42 triggered, Wei Lin paged/],
    ],
    [
      'Opsgenie',
      opsgenie('Create'),
      '2024-01-16-checkout-answers-with-errors.md',
      [/^\*\*Severity:\*\* SEV-2$/m, /Opsgenie alert #1791 created/],
    ],
  ];
  const onCall = `people:
  '@amina': { name: Amina Diallo }
onCall:
  rotations:
    - { team: Harbour, starts: 2024-01-01, schedule: [{ primary: '@amina' }] }
`;
  const runbook = '# Runbook: HighErrorRate\n\n## Symptoms\n\n- Errors\n';
  const around = { '.incident-docs/config.yaml': onCall, 'runbooks/high-error-rate.md': runbook };
  for (const [service, payload, fileName, said] of alerts) {
    it(`begins an incident with an alert of ${service}, from a file and from standard input`, () =>
      inFolder({ ...around, 'alert.json': JSON.stringify(payload) }, async (cwd) => {
        const words = ['new', 'incident', '--from-alert', 'alert.json', '--commander', '@wei', ...now];
        const { status, out, err } = await incidentDocs(words, { cwd });
        assert.equal(err, '');
        assert.equal(status, 0);
        assert.equal(out, `incidents/${fileName}\n`);
        const text = await readFile(join(cwd, out.trim()), 'utf8');
        for (const expected of [...said, /^- \*\*Incident Commander:\*\* @wei$/m]) assert.match(text, expected);
        const piped = ['new', 'incident', '--from-alert', '-', '--commander', '@wei', '--output', '-', ...now];
        const printed = await incidentDocs(piped, { cwd, input: JSON.stringify(payload) });
        assert.equal(printed.err, '');
        assert.equal(printed.out.replaceAll('](runbooks/', '](../runbooks/'), text);
      }));
  }

  it('goes on in the document of an incident that is live with the alert’s later events, each once', () =>
    inFolder(files, async (cwd) => {
      const tell = async (type: string, at: string) =>
        incidentDocs(['new', 'incident', '--from-alert', '-', ...now], {
          cwd,
          input: JSON.stringify(pagerDuty(type, at)),
        });
      const { out } = await tell('incident.triggered', '2024-01-16T08:50:00Z');
      for (let twice = 0; twice < 2; twice++) {
        const later = await tell('incident.acknowledged', '2024-01-16T08:54:00Z');
        assert.equal(later.err, '');
        assert.equal(later.out, out);
      }
      const text = await readFile(join(cwd, out.trim()), 'utf8');
      assert.equal(text.split('acknowledged by Amina Diallo').length, 2);
      assert.match(text, /08:54\*\* - Acknowledged: PagerDuty incident #42 acknowledged by Amina Diallo/);
      assert.deepEqual((await readdir(join(cwd, 'incidents'))).length, 2);
    }));

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
    [
      'an alert that is none',
      ['incident', '--from-alert', 'incidents/slow.md'],
      /incidents\/slow\.md: .*no alert that is known/,
    ],
    ['an alert that is not there', ['incident', '--from-alert', 'none.json'], /"none\.json" can't be read/],
    ['an alert for a runbook', ['runbook', '--title', 'A', '--from-alert', '-'], /--from-alert is for an incident/],
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
