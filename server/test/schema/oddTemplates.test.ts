import assert from 'node:assert/strict';
import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import { applyEdits } from '../../src/core/edits/apply.ts';
import { analyze, type Analysis, type Environment } from '../../src/core/lint.ts';
import { readTemplate } from '../../src/core/schema/readTemplate.ts';
import type { Template } from '../../src/core/schema/template.ts';

/** Templates as teams write them, each odd in its own way; all are for postmortems. */
const oddTemplates: Readonly<Record<string, string>> = {
  'numbered headings':
    '# Postmortem: [Title]\n\n## 1. Story\n\n[Words]\n\n## 2. Breakage\n\n[Words]\n\n## 3) Repairs\n\n[Words]\n',
  'headings with emoji':
    '# 🔥 Postmortem: [Title]\n\n## 📖 Story\n\n[Words]\n\n## 💥 Breakage\n\n[Words]\n\n## :hammer: Repairs\n\n[Words]\n',
  'no title': '**Pager:** [Name]\n**Level:** [High | Low]\n\n## Story\n\n[Words]\n\n## Breakage\n\n[Words]\n',
  'a title of words to be filled in':
    '# [Service] was {broken} on YYYY-MM-DD\n\n## Story\n\n[Words]\n\n## Breakage\n\n[Words]\n',
  'underlined headings':
    'Postmortem: [Title]\n===================\n\nStory\n-----\n\n[Words]\n\nBreakage\n--------\n\n[Words]\n',
  'two tables in a section':
    '# Postmortem: [Title]\n\n## Story\n\n[Words]\n\n## Ledger\n\n| System | Users hit |\n| --- | --- |\n| [name] | [number] |\n\n| Cost | Sum |\n| --- | --- |\n| [what] | [number] |\n\n## Breakage\n\n[Words]\n',
  'check boxes': '# Postmortem: [Title]\n\n## Story\n\n- [ ] [Look]\n- [x] [Leap]\n\n## Breakage\n\n- [ ] [Look]\n',
  'guidance in comments':
    '<!-- Copy this file. -->\n\n# Postmortem: [Title]\n\n<!-- **Pager:** who was paged -->\n\n## Story\n\n<!-- Two sentences. -->\n\n[Words]\n\n<!--\n## Not a section\n-->\n\n## Breakage\n\n<!-- What broke -->\n\n[Words]\n',
  'sections in sections':
    '# Postmortem: [Title]\n\n## Story\n\n### Before\n\n[Words]\n\n### After\n\n[Words]\n\n## Breakage\n\n### Inside\n\n[Words]\n\n### Outside\n\n[Words]\n',
  'Windows line endings': '# Postmortem: [Title]\r\n\r\n## Story\r\n\r\n[Words]\r\n\r\n## Breakage\r\n\r\n[Words]\r\n',
};

/** What the rules of structure say; that words are still to be filled in is no fault of a template. */
const structure = [
  'missing-title',
  'missing-section',
  'missing-field',
  'section-order',
  'duplicate-section',
  'invalid-field',
];

function templateOf(text: string): Template {
  const { template, problems } = readTemplate('postmortem', '/w/.incident-docs/templates/postmortem.md', text);
  assert.deepEqual(problems, []);
  assert.ok(template);
  return template;
}

function check(
  text: string,
  template: Template,
  head = '---\nkind: postmortem\ntemplate: postmortem\n---\n\n',
): Promise<Analysis> {
  const nothing = { exists: async () => true, read: async () => undefined, markdownFiles: async () => [] };
  const environment: Environment = {
    workspace: { root: '/w', ...nothing },
    templates: [template],
    configuration: defaultConfiguration,
    now: Date.parse('2024-01-18T12:00Z'),
  };
  const marked = head + text;
  return analyze({ path: '/w/postmortems/a.md', text: marked }, environment);
}

function headingsOf({ document }: Analysis): readonly (string | undefined)[] {
  return document?.outline.allSections.map(({ heading }) => heading.text) ?? [];
}

describe('A template of a team with', () => {
  for (const [what, text] of Object.entries(oddTemplates)) {
    describe(what, () => {
      const template = templateOf(text);

      it('has nothing to say of a document made from it', async () => {
        const { document, diagnostics } = await check(template.body, template);
        assert.equal(document?.template.name, 'postmortem');
        const found = diagnostics.filter(({ rule }) => structure.includes(rule)).map(({ message }) => message);
        assert.deepEqual(found, []);
      });

      for (const { heading } of template.sections) {
        it(`misses "${heading}" where it is not there, and puts it into its place`, async () => {
          const whole = await check(template.body, template);
          const section = whole.document?.outline.sections.find((each) => each.heading.text === heading);
          assert.ok(whole.document && section);
          const start = section.heading.span.start;
          const { text: marked } = whole.document;
          const cut = marked.slice(0, start) + marked.slice(section.span.end).replace(/^\s+/, '');
          const without = await check(cut.slice(cut.indexOf('---', 3) + 5), template);
          const missed = without.diagnostics.filter(({ rule }) => rule === 'missing-section');
          assert.deepEqual(
            missed.map(({ message }) => message.split('"')[1]),
            [heading],
          );
          const mended = applyEdits(without.document?.text ?? '', missed[0]?.fix?.edits ?? []);
          const again = await check(mended.slice(mended.indexOf('---', 3) + 5), template);
          assert.deepEqual(headingsOf(again), headingsOf(whole));
          assert.deepEqual(
            again.diagnostics.filter(({ rule }) => structure.includes(rule)).map(({ message }) => message),
            [],
          );
        });
      }
    });
  }

  it('guidance in comments demands neither their words nor what they show', () => {
    const { sections, fields } = templateOf(oddTemplates['guidance in comments'] ?? '');
    assert.deepEqual(
      sections.map(({ heading }) => heading),
      ['Story', 'Breakage'],
    );
    assert.deepEqual(fields, []);
  });

  it('a table for its fields has these as fields, and not what the columns hold', () => {
    const { fields } = templateOf(
      '# [Title]\n\n| Field | Value |\n|---|---|\n| Pager | [Name] |\n\n## Story\n\n[Words]\n',
    );
    assert.deepEqual(
      fields.map(({ label }) => label),
      ['Pager'],
    );
  });

  it('sections in sections knows one under another heading by what lies in it', async () => {
    const template = templateOf(oddTemplates['sections in sections'] ?? '');
    const text = '# Postmortem: Queue\n\n## The tale\n\n### Before\n\nCalm.\n\n## Breakage\n\n### Outside\n\nRain.\n';
    const { diagnostics } = await check(text, template);
    assert.deepEqual(
      diagnostics.filter(({ rule }) => rule === 'missing-section').map(({ message }) => message),
      [
        'The section "After" is missing; it belongs after "Before".',
        'The section "Inside" is missing; it belongs before "Outside".',
      ],
    );
  });

  it('callouts and notes to be named finds neither a word to fill in nor a dead link in a new document', async () => {
    const template = templateOf(
      '# Postmortem: [Title]\n\n> [!info] State\n> [State]\n\n## Story\n\n- [[person]] [Words]\n\n## Breakage\n\n[Words]\n',
    );
    const { diagnostics } = await check(template.body, template);
    assert.deepEqual(
      diagnostics.map(({ rule, message }) => (rule === 'unfilled-placeholder' ? message.split('"')[1] : rule)),
      ['[Title]', '[State]', '[person]', '[Words]', '[Words]'],
    );
  });

  it('sections of its own misses them as surely in a document that only its folder makes one', async () => {
    const template = templateOf(
      '# [Title]\n\n## Story\n\n[Words]\n\n## Breakage\n\n[Words]\n\n## Repairs\n\n[Words]\n',
    );
    const text = '# Queue\n\n## Story\n\nIt stood still.\n\n## Breakage\n\nThe consumer hung.\n';
    const { diagnostics } = await check(text, template, '');
    assert.deepEqual(
      diagnostics
        .filter(({ rule }) => rule === 'missing-section')
        .map(({ level, message }) => [level, message.split('"')[1]]),
      [['warning', 'Repairs']],
    );
  });
});

describe('A template in words of its own', () => {
  const template = templateOf(
    '# Review: [What]\n\n**Tier:** [Gold | Silver]\n**Parts:** [API / Web / Mobile]\n\n## How it unfolded\n\n| When (UTC) | What |\n|-|-|\n| HH:MM | [event] |\n\n## Commitments\n\n| Commitment | Champion | By | State |\n|-|-|-|-|\n| [verb] | @name | YYYY-MM-DD | Open |\n',
  );

  it('says by the columns of a table what a section is for', () => {
    assert.deepEqual(
      template.sections.map(({ role }) => role),
      ['timeline', 'actions'],
    );
  });

  for (const [tier, found] of [
    ['Gold', []],
    ['silver, since May', []],
    ['Bronze', ['"Bronze" is none of the words that the template has; write Gold or Silver.']],
    ['Siver', ['"Siver" is none of the words that the template has; write Silver.']],
  ] as const) {
    it(`wants one of the words that it lists, of which "${tier}" is ${found.length === 0 ? 'one' : 'none'}`, async () => {
      const { diagnostics } = await check(`# Review: X\n\n**Tier:** ${tier}\n**Parts:** Billing\n`, template);
      const told = diagnostics.filter(({ rule }) => rule === 'invalid-field');
      assert.deepEqual(
        told.map(({ message }) => message),
        found,
      );
      // What is none of them by more than a slip may be missing in the template.
      for (const { level } of told) assert.equal(level, tier === 'Siver' ? 'error' : 'warning');
    });
  }
});
