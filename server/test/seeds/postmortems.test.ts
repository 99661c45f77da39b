import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import { openNodeWorkspace } from '../../src/cli/nodeWorkspace.ts';
import { newPostmortem } from '../../src/core/edits/postmortem/newPostmortem.ts';
import { measuredDuration } from '../../src/core/model/durations.ts';
import { begun, folder, onThatDay, read, template } from './process.ts';

const path = 'postmortems/2024-01-15-pool.md';
const example = readFileSync(join(folder, 'postmortem.md'), 'utf8');

async function rulesOf(text: string, rule: string, at = onThatDay('18:00')): Promise<readonly string[]> {
  const { diagnostics } = await read(text, at);
  return diagnostics.filter((each) => each.rule === rule).map(({ message }) => message);
}

const ended = (changes: (text: string) => string): string =>
  changes(
    begun({ startedAt: onThatDay('14:23') })
      .replace('**Status:** Investigating', '**Status:** Resolved')
      .replace('\n## Summary', '- **14:50** - Service restored\n\n## Summary\n\nSlow answers.'),
  );

const cause = (words: string): string => example.replace(/(?<=## Root Cause\n)[^\n]*/, words);

const blames = async (words: string): Promise<readonly string[]> => {
  const { diagnostics } = await read(cause(words), undefined, path);
  return diagnostics.flatMap(({ rule }) => (/^(?:blame-language|human-error-cause)$/.test(rule) ? [rule] : []));
};

describe('S1 postmortem figures', () => {
  it('last from the first alerts to the full recovery: 14:23 to 16:58 is 2 hours 35 minutes', async () => {
    const { document } = await read(example, undefined, path);
    assert.equal(measuredDuration(document)?.minutes, 155);
  });

  const wrong = [
    ['the duration', /\*\*Duration:\*\* 2 hours 35 minutes/, '**Duration:** 2 hours 42 minutes', 'duration-mismatch'],
    [
      'the claim of two minutes to detect',
      /- \*\*14:23\*\*/,
      '- **14:10** - Impact began\n- **14:23**',
      'claim-mismatch',
    ],
    ['the severity', /\*\*Severity:\*\* SEV-2/, '**Severity:** SEV-3', 'severity-mismatch'],
  ] as const;
  for (const [name, right, changed, rule] of wrong) {
    it(`are compared with the timeline: ${name}`, async () => {
      const found = async (text: string) =>
        (await read(text, undefined, path)).diagnostics.filter((each) => each.rule === rule).length;
      assert.equal(await found(example), 0);
      assert.ok((await found(example.replace(right, changed))) > 0, rule);
    });
  }
});

describe('S4 postmortem triggers', () => {
  const triggers: readonly (readonly [name: string, changes: (text: string) => string, reason: RegExp])[] = [
    ['users saw it', (text) => text.replace('[Who, and how many]', '45,000 users'), /customers were affected/],
    [
      'an objective was missed',
      (text) => text.replace('Slow answers.', 'The availability SLO was breached.'),
      /an SLO or SLA was missed/,
    ],
    ['data was lost', (text) => text.replace('Slow answers.', 'Some data was lost.'), /data was lost/],
    [
      'somebody rolled back',
      (text) => text.replace('\n## Summary', '- **14:45** - Rolled back release 7\n\n## Summary'),
      /roll back/,
    ],
    [
      'traffic was moved',
      (text) => text.replace('\n## Summary', '- **14:45** - Rerouted traffic to eu-2\n\n## Summary'),
      /move traffic/,
    ],
    [
      'it took longer than its target of 90 minutes',
      (text) => text.replace('**14:50**', '**15:59**'),
      /1 hour 31 minutes.*1 hour 30 minutes is the target/,
    ],
    [
      'users told of it and monitoring did not',
      (text) => text.replace('Automated alert', 'User report'),
      /monitoring did not notice it/,
    ],
    [
      'monitoring failed',
      (text) => text.replace('Slow answers.', 'No alert fired, as monitoring had failed.'),
      /monitoring did not notice it/,
    ],
  ];
  for (const [name, changes, reason] of triggers) {
    it(`make one due: ${name}`, async () => {
      const [said = 'nothing'] = await rulesOf(ended(changes), 'postmortem-missing');
      assert.match(said, reason);
      assert.match(said, /write one by 2024-01-17/);
    });
  }

  it('make none due where none is met', async () => {
    assert.deepEqual(
      await rulesOf(
        ended((text) => text),
        'postmortem-missing',
      ),
      [],
    );
  });

  it('make it late once the two days are over', async () => {
    const late = Date.parse('2024-01-18T09:00:00Z');
    const seen = ended((text) => text.replace('[Who, and how many]', '45,000 users'));
    assert.equal((await rulesOf(seen, 'postmortem-overdue', late)).length, 1);
  });
});

describe('S4 blameless postmortems', () => {
  it('judge no person for what happened', async () => {
    assert.deepEqual(await blames('Bob was careless and forgot to size the pool.'), ['blame-language']);
    assert.deepEqual(await blames('Human error.'), ['human-error-cause']);
  });

  it('name people for what they did', async () => {
    assert.deepEqual(await blames('The pool was too small. @bob enlarged it at 14:40.'), []);
  });

  it('say what went well, what went wrong, and where one got lucky', async () => {
    const headings = template('postmortem').body.match(/^## .*/gm);
    for (const heading of [
      'Summary',
      'Timeline (UTC)',
      'Action Items',
      'What Went Well',
      'What Went Wrong',
      'Where We Got Lucky',
      'Lessons Learned',
    ])
      assert.ok(headings?.includes(`## ${heading}`), heading);
    const { diagnostics } = await read(example, undefined, path);
    assert.deepEqual(
      diagnostics.filter(({ rule }) => rule === 'lucky-missing').map(({ level }) => level),
      ['hint'],
    );
  });
});

describe('S4 review of a postmortem', () => {
  it('goes by a checklist that stands in the document, before it is published', async () => {
    const [, checklist = ''] = template('postmortem').body.split('## Review Checklist\n');
    const items = checklist.trim().split('\n');
    assert.ok(items.length >= 5 && items.every((item) => item.startsWith('- [ ] ')), checklist);
    // What S4 wants in it: summary, timeline, causes and not people, action items, lessons.
    for (const subject of [/summary/i, /timeline/i, /not in people/, /action/i, /lucky/])
      assert.match(checklist, subject);
  });

  it('is asked for of no document that has none', async () => {
    const { diagnostics } = await read(example, undefined, path);
    assert.ok(!diagnostics.some(({ message }) => message.includes('Review Checklist')));
  });
});

describe('S2 post-incident actions', () => {
  it('are the action items of the postmortem', async () => {
    const text = begun().replace(
      '- [What must change so that this does not happen again]',
      '- Alert on the use of the pool (owner: @alice, due: 2024-01-20)\n- Add load tests (owner: @bob, due: 2024-01-25)',
    );
    const { document: incident } = await read(text);
    const workspace = openNodeWorkspace(folder);
    const wish = { incident, title: undefined, folder: join(folder, 'postmortems') };
    const made = await newPostmortem(wish, template('postmortem'), {
      configuration: defaultConfiguration,
      workspace,
      now: onThatDay('18:00'),
    });
    const { document } = await read(made.text, undefined, path);
    assert.deepEqual(
      document.actionItems.map(({ text: words, owner, due }) => [words, owner?.value, due?.value]),
      [
        ['Alert on the use of the pool', '@alice', '2024-01-20'],
        ['Add load tests', '@bob', '2024-01-25'],
      ],
    );
  });
});
