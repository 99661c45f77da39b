import assert from 'node:assert/strict';
import { settleRules } from '../../src/core/configuration/levels.ts';
import { defaultConfiguration, describeConfiguration } from '../../src/core/configuration/configuration.ts';
import { duration } from '../../src/core/configuration/written/duration.ts';
import { analyze, type Environment } from '../../src/core/lint.ts';
import { otherwise, flag } from '../../src/core/shapes/describe.ts';
import { readYaml } from '../../src/core/shapes/read.ts';
import type { Workspace } from '../../src/core/workspace.ts';
import { read, templates } from './surroundings.ts';

const nowhere: Workspace = {
  root: '/w',
  exists: () => Promise.resolve(true),
  read: () => Promise.resolve(undefined),
  markdownFiles: () => Promise.resolve([]),
};

/** What the linter says of a document under a configuration, as `rule level`. */
async function said(path: string, text: string, configurationText: string): Promise<readonly string[]> {
  const { configuration, problems } = read(configurationText);
  assert.deepEqual(problems, []);
  const environment: Environment = { workspace: nowhere, templates, configuration, now: 0 };
  const { diagnostics } = await analyze({ path, text }, environment);
  return diagnostics.map(({ rule, level }) => `${rule} ${level}`);
}

const untitled = '---\nkind: runbook\n---\n\n## Symptoms\n\n- Slow\n';
const of = (rule: string) => (line: string) => line.startsWith(`${rule} `);

describe('The levels of rules', () => {
  const cases: readonly (readonly [string, string, readonly string[]])[] = [
    ['are the rules’ own where nobody has settled them', '', ['missing-title warning']],
    ['are settled for all documents', 'rules: { missing-title: error }', ['missing-title error']],
    ['turn a rule off', 'rules: { missing-title: off }', []],
    ['are settled with a mapping too', 'rules: { missing-title: { level: hint } }', ['missing-title hint']],
    ['differ by kind', 'overrides: [{ kinds: runbook, rules: { missing-title: hint } }]', ['missing-title hint']],
    [
      'stay where the kind is another',
      'overrides: [{ kinds: [incident, postmortem], rules: { missing-title: hint } }]',
      ['missing-title warning'],
    ],
    ['differ by folder', 'overrides: [{ files: docs/**, rules: { missing-title: hint } }]', ['missing-title hint']],
    [
      'stay where the folder is another',
      'overrides: [{ files: other/**, rules: { missing-title: hint } }]',
      ['missing-title warning'],
    ],
    [
      'stay where a glob takes the file away',
      'overrides: [{ files: [docs/**, "!**/old.md"], rules: { missing-title: hint } }]',
      ['missing-title warning'],
    ],
    [
      'are those of the last override that fits',
      'rules: { missing-title: off }\noverrides:\n  - { kinds: runbook, rules: { missing-title: error } }\n  - { files: docs/**, rules: { missing-title: information } }\n  - { files: other/**, rules: { missing-title: off } }',
      ['missing-title information'],
    ],
  ];
  for (const [name, configuration, expected] of cases) {
    it(name, async () => {
      const found = await said('/w/docs/old.md', untitled, configuration);
      assert.deepEqual(found.filter(of('missing-title')), expected);
    });
  }

  it('turn on a rule that is off by itself', async () => {
    const text =
      '# Postmortem: Slow search\n\n**Status:** Complete\n\n## Action Items\n\n| Action | Owner | Due Date | Status |\n| --- | --- | --- | --- |\n| Alert on it | @wei | 2026-01-01 | Planned |\n';
    const isOf = of('complete-with-open-items');
    assert.deepEqual((await said('/w/a.md', text, '')).filter(isOf), []);
    const found = (await said('/w/a.md', text, 'rules: { complete-with-open-items: hint }')).filter(isOf);
    assert.deepEqual(found, ['complete-with-open-items hint']);
  });

  it('hold for every finding where they are chosen, whatever the rule would say of it', async () => {
    const final = '# Postmortem: Slow search\n\n**Status:** Complete\n\n## Summary\n\nTBD\n';
    const isOf = of('unfilled-placeholder');
    assert.deepEqual((await said('/w/a.md', final, '')).filter(isOf), ['unfilled-placeholder error']);
    assert.deepEqual((await said('/w/a.md', final, 'rules: { unfilled-placeholder: hint }')).filter(isOf), [
      'unfilled-placeholder hint',
    ]);
  });

  it('hold for the configuration’s own rules', async () => {
    const config = 'rules: { config-unknown-key: hint }\n';
    assert.deepEqual(await said('/w/.incident-docs/config.yaml', `${config}nonsense: 1\n`, config), [
      'config-unknown-key hint',
    ]);
  });
});

describe('The options of rules', () => {
  const rule = {
    id: 'update-gap',
    summary: 'Too long a silence.',
    level: 'information',
    options: {
      tolerance: otherwise(duration('How much longer is still right.'), 5),
      strict: otherwise(flag('Whether it is strict.'), false),
    },
  } as const;
  const settled = (text: string, kind: 'runbook' | 'incident' = 'incident') => {
    const { value, problems } = readYaml(text, describeConfiguration([rule]));
    assert.deepEqual(problems, []);
    return settleRules(value, kind, 'docs/a.md')(rule);
  };

  it('are their defaults where nobody sets them', () =>
    assert.deepEqual(settleRules(defaultConfiguration, 'incident', undefined)(rule).options, {
      tolerance: 5,
      strict: false,
    }));

  it('are set without a word on the level', () => {
    const { level, isChosen, options } = settled('rules: { update-gap: { tolerance: 10 min } }');
    assert.deepEqual([level, isChosen, options], ['information', false, { tolerance: 10, strict: false }]);
  });

  it('are laid over each other', () => {
    const text =
      'rules: { update-gap: { level: error, tolerance: 10 min } }\noverrides: [{ kinds: incident, rules: { update-gap: { strict: true } } }]';
    assert.deepEqual(settled(text), { level: 'error', isChosen: true, options: { tolerance: 10, strict: true } });
    assert.deepEqual(settled(text, 'runbook').options, { tolerance: 10, strict: false });
  });

  it('are checked like everything else', () => {
    const { problems } = readYaml(
      'rules: { update-gap: { tolerance: 10, strickt: true } }',
      describeConfiguration([rule]),
    );
    assert.deepEqual(
      problems.map(({ rule: id, message }) => `${id}: ${message}`),
      [
        'config-type: "tolerance" must be a duration such as "30 min", "4 h" or "1 day", not 10.',
        'config-unknown-key: Unknown key "strickt"; did you mean "strict"?',
      ],
    );
  });
});
