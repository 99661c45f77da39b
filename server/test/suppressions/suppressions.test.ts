import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import { analyze, fixAll } from '../../src/core/lint.ts';
import { builtInTemplates } from '../../src/core/schema/presets.ts';
import { LineIndex } from '../../src/core/text/lineIndex.ts';
import type { Workspace } from '../../src/core/workspace.ts';

const workspace: Workspace = {
  root: '/w',
  exists: () => Promise.resolve(true),
  read: () => Promise.resolve(undefined),
  markdownFiles: () => Promise.resolve([]),
};
const environment = {
  workspace,
  templates: builtInTemplates(),
  configuration: defaultConfiguration,
  now: Date.parse('2024-01-18T12:00Z'),
};

/** What is said of the actions of a postmortem and of comments, as `line rule`, counted from 1. */
async function said(lines: readonly string[], newline = '\n'): Promise<readonly string[]> {
  const text = lines.join(newline);
  const { diagnostics } = await analyze({ path: '/w/a.md', text }, environment);
  const index = new LineIndex(text);
  return diagnostics
    .filter(({ rule }) => rule.startsWith('action-') || rule === 'invalid-suppression')
    .map(({ rule, span }) => `${index.positionAt(span.start).line + 1} ${rule}`);
}

const head = ['# Postmortem: Slow search', '', '## Action Items', ''];
const columns = ['| Action | Owner | Due Date | Status |', '| --- | --- | --- | --- |'];
const noOwner = '| Alert on the queue |  | 2024-02-01 | Planned |';
const noOwnerNoDue = '| Alert on the pool |  |  | Planned |';

describe('Suppressing comments', () => {
  it('are not needed where nothing is suppressed', async () =>
    assert.deepEqual(await said([...head, ...columns, noOwner]), ['7 action-no-owner']));

  const cases: readonly (readonly [string, readonly string[], readonly string[]])[] = [
    [
      'disable what is named for the file',
      ['<!-- incident-docs-disable-file action-no-owner -->', ...columns, noOwner],
      [],
    ],
    [
      'disable only what is named',
      ['<!-- incident-docs-disable-file action-no-owner -->', ...columns, noOwnerNoDue],
      ['8 action-no-due'],
    ],
    ['disable all without a name', ['<!-- incident-docs-disable-file -->', ...columns, noOwnerNoDue], []],
    [
      'name several rules, with commas or without',
      ['<!-- incident-docs-disable action-no-owner, action-no-due -->', ...columns, noOwnerNoDue],
      [],
    ],
    [
      'have a reason that is not a rule',
      ['<!-- incident-docs-disable action-no-owner -- Monday -->', ...columns, noOwner],
      [],
    ],
    [
      'may be written over several lines',
      ['<!-- incident-docs-disable', '  action-no-owner', '  -- decided on Monday', '-->', ...columns, noOwner],
      [],
    ],
    [
      'disable the line that they stand on',
      [...columns, noOwner.replace('queue', 'queue <!-- incident-docs-disable-line action-no-owner -->'), noOwner],
      ['8 action-no-owner'],
    ],
    [
      'disable a range up to where it is enabled again',
      [
        '<!-- incident-docs-disable action-no-owner -->',
        ...columns,
        noOwner,
        '',
        '<!-- incident-docs-enable action-no-owner -->',
        '',
        ...columns,
        noOwner,
      ],
      ['14 action-no-owner'],
    ],
    [
      'enable one rule of all that are disabled',
      [
        '<!-- incident-docs-disable -->',
        ...columns,
        noOwner,
        '',
        '<!-- incident-docs-enable action-no-due -->',
        '',
        ...columns,
        noOwnerNoDue,
      ],
      ['14 action-no-due'],
    ],
    [
      'say nothing of a comment that is another’s',
      ['<!-- markdownlint-disable MD033 -->', ...columns, noOwner],
      ['8 action-no-owner'],
    ],
    [
      'are text like any other in code',
      ['```html', '<!-- incident-docs-disable-file -->', '```', '', ...columns, noOwner],
      ['11 action-no-owner'],
    ],
    [
      'are reported where they suppress nothing',
      ['<!-- incident-docs-disable action-no-due -->', ...columns, noOwner],
      ['5 invalid-suppression', '8 action-no-owner'],
    ],
    [
      'are reported for each name that suppresses nothing',
      ['<!-- incident-docs-disable action-no-due action-no-owner -->', ...columns, noOwner],
      ['5 invalid-suppression'],
    ],
    [
      'do not suppress what is wrong with themselves',
      ['<!-- incident-docs-disable invalid-suppression -->', '<!-- incident-docs-disable -->', ...columns],
      ['5 invalid-suppression', '6 invalid-suppression'],
    ],
  ];
  for (const [name, lines, expected] of cases) {
    it(name, async () => assert.deepEqual(await said([...head, ...lines]), expected));
    it(`${name}, with CRLF`, async () => assert.deepEqual(await said([...head, ...lines], '\r\n'), expected));
  }

  it('disable the next line that is not empty', async () => {
    const bullets = ['- Alert on the queue', '- Alert on the pool'];
    const both = await said([...head, ...bullets]);
    assert.deepEqual(
      both.filter((line) => line.endsWith('action-no-owner')),
      ['5 action-no-owner', '6 action-no-owner'],
    );
    const comment = '<!-- incident-docs-disable-next-line action-no-owner, action-no-due -->';
    for (const between of [[], [''], ['', '']]) {
      const left = await said([...head, comment, ...between, ...bullets]);
      assert.deepEqual(
        left.filter((line) => !line.endsWith('action-no-due')),
        [`${7 + between.length} action-no-owner`],
      );
    }
  });

  it('keep what they suppress from being fixed', async () => {
    const text =
      '---\nkind: runbook\n---\n\n<!-- incident-docs-disable-file missing-title missing-section -->\n\n## Symptoms\n\n- Slow\n';
    assert.ok(!(await fixAll({ path: '/w/a.md', text }, environment)).includes('# Runbook'));
  });

  it('are none of our business in Markdown that is none of our documents', async () => {
    const text = '# Project\n\n<!-- incident-docs-disable-file no-such-rule -->\n';
    const { document, diagnostics } = await analyze({ path: '/w/README.md', text }, environment);
    assert.deepEqual([document, diagnostics], [undefined, []]);
  });
});
