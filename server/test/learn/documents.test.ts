import assert from 'node:assert/strict';
import { choiceFor } from '../../src/core/configuration/choice.ts';
import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import { configurationIn, folderOf, learnFrom, templateIn, writtenFile } from './learned.ts';

const postmortem =
  '# Outage\n\n## Summary\n\nErrors.\n\n## Timeline (UTC)\n\n- 14:23 Alert\n- 14:40 Fixed\n- 15:00 Closed\n\n## Action Items\n\n- Alert\n';
const runbook = '# DiskFull\n\n## Meaning\n\nThe disk is full.\n\n## Mitigation\n\n```bash\ndf -h\n```\n';
const guide = '# Guide\n\n## Install\n\n```bash\nnpm install\n```\n\n## Usage\n\nStart it.\n';

function alerts(count: number): Readonly<Record<string, string>> {
  const names = ['DiskFull', 'PodCrashLooping', 'NodeDown', 'QueueStuck', 'ApiSlow'].slice(0, count);
  return Object.fromEntries(names.map((name) => [`ops/alerts/${name}.md`, runbook.replace('DiskFull', name)]));
}

describe('The documents that are learned from', () => {
  it('are found by their form where no folder is named for them, and other Markdown is left alone', () => {
    const lesson = learnFrom({
      ...folderOf('docs/outages', 5, () => postmortem),
      ...alerts(5),
      ...folderOf('docs/guides', 6, () => guide),
      'README.md': guide,
      'docs/outages/README.md': postmortem,
      'docs/outages/template.md': postmortem,
    });
    assert.deepEqual(
      lesson.groups.map(({ kind, specimens }) => [kind, specimens.length]),
      [
        ['runbook', 5],
        ['postmortem', 5],
      ],
    );
    const { configuration, problems } = configurationIn(lesson);
    assert.deepEqual(problems, []);
    const choice = (path: string) => {
      const { kind, template } = choiceFor(configuration, '/work', `/work/${path}`);
      return [kind, template];
    };
    assert.deepEqual(choice('docs/outages/2024-06-01-new.md'), ['postmortem', 'postmortem']);
    assert.deepEqual(choice('ops/alerts/NewAlert.md'), ['runbook', 'runbook']);
    assert.deepEqual(choice('docs/guides/new.md'), [undefined, undefined]);
    assert.deepEqual(choice('docs/outages/README.md'), [undefined, undefined]);
  });

  const page = '# Restart the queue\n\nStop it, then start it.\n\n1. Stop it.\n2. Start it.\n';

  it('are found by the name of the repository, and pages about the team stay aside', () => {
    const lesson = learnFrom(
      { ...folderOf('operations', 5, () => page), 'operations/joiners.md': '# Joiners guide\n\n1. Say hello.\n' },
      'team-runbooks',
    );
    const { configuration } = configurationIn(lesson);
    const kindOf = (path: string) => choiceFor(configuration, '/work', `/work/${path}`).kind;
    assert.equal(kindOf('operations/new.md'), 'runbook');
    assert.equal(kindOf('operations/joiners.md'), undefined);
  });

  it('are found by the title of their first page, or by a folder of operations whose pages say who answers for them', () => {
    const titled = learnFrom({ ...folderOf('pages', 5, () => page), 'pages/index.md': '# Our Runbooks\n' });
    assert.deepEqual(
      titled.groups.map(({ kind, specimens }) => [kind, specimens.length]),
      [['runbook', 5]],
    );
    const owned = `---\nowner: '#ops'\n---\n\n${page}`;
    assert.deepEqual(
      learnFrom(folderOf('docs/manual', 5, () => owned)).groups.map(({ kind }) => kind),
      ['runbook'],
    );
    assert.deepEqual(learnFrom(folderOf('docs/manual', 5, () => page)).groups, []);
    assert.deepEqual(learnFrom(folderOf('docs/guides', 5, () => owned)).groups, []);
  });

  it('have a title of their own form', () => {
    const lesson = learnFrom(alerts(5));
    assert.deepEqual(templateIn(lesson, 'runbook').title, { prefix: '', placeholder: '[AlertName]' });
  });

  it('have several templates where folders of one kind differ clearly', () => {
    const howTo =
      '# Runbook: Renew\n\n## Prerequisites\n\nAccess.\n\n## Procedure\n\n```sh\nrenew\n```\n\n## Rollback\n\nNone.\n';
    const lesson = learnFrom({ ...alerts(5), ...folderOf('ops/how-to', 4, () => howTo) });
    assert.deepEqual(
      lesson.groups.map(({ name, specimens }) => [name, specimens.length]),
      [
        ['runbook', 5],
        ['runbook-how-to', 4],
      ],
    );
    const { configuration } = configurationIn(lesson);
    assert.equal(choiceFor(configuration, '/work', '/work/ops/how-to/new.md').template, 'runbook-how-to');
  });

  it('are too few to learn from: the default template holds', () => {
    const lesson = learnFrom(folderOf('postmortems', 2, () => postmortem));
    assert.deepEqual(
      lesson.files.map(({ path }) => path),
      ['.incident-docs/config.yaml'],
    );
    assert.match(
      writtenFile(lesson, 'config.yaml'),
      /^ {2}# 2 postmortems: too few to learn a form from, so the default/m,
    );
    assert.equal(configurationIn(lesson).configuration.templates.postmortem, 'default');
  });

  it('tell the zone where all that state one agree', () => {
    const utc = folderOf('postmortems', 4, () => postmortem);
    assert.match(writtenFile(learnFrom(utc), 'config.yaml'), /^timezone: UTC$/m);
    const mixed = { ...utc, 'postmortems/x.md': postmortem.replace('UTC', 'Europe/Berlin') };
    assert.match(writtenFile(learnFrom(mixed), 'config.yaml'), /^# timezone: UTC$/m);
  });
});

describe('The configuration that is learned', () => {
  it('is right as it is, and with every default in force', () => {
    const lesson = learnFrom(folderOf('postmortems', 4, () => postmortem));
    assert.deepEqual(configurationIn(lesson).problems, []);
    const text = writtenFile(lesson, 'config.yaml');
    const [head = '', tail = ''] = text.split(/^# What follows holds.*\n/m);
    const inForce = tail.replace(/^# (?=[a-zA-Z]+:(?: |$)| |-)/gm, '');
    const files = lesson.files.map((file) => (file.text === text ? { ...file, text: `${head}${inForce}` } : file));
    const { configuration, problems } = configurationIn({ ...lesson, files });
    assert.deepEqual(problems, []);
    const { documents, templates, ...rest } = configuration;
    const { documents: _documents, templates: _templates, ...defaults } = defaultConfiguration;
    assert.deepEqual([documents.length, templates.postmortem], [1, 'postmortem']);
    assert.deepEqual(rest, defaults);
  });
});
