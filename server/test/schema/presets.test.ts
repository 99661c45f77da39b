import assert from 'node:assert/strict';
import texts from 'incident-docs:templates';
import { choiceFor } from '../../src/core/configuration/choice.ts';
import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import { readFrontMatter } from '../../src/core/parse/frontMatter.ts';
import { parseMarkdown } from '../../src/core/parse/markdown.ts';
import { buildOutline } from '../../src/core/parse/outline.ts';
import { classify } from '../../src/core/schema/classify.ts';
import { builtInTemplates } from '../../src/core/schema/presets.ts';
import { readTeamTemplate } from '../../src/core/schema/teamTemplates.ts';
import type { Template } from '../../src/core/schema/template.ts';

const templates = builtInTemplates();

function classified(path: string, text: string, known: readonly Template[] = templates) {
  const outline = buildOutline(parseMarkdown(text), text);
  const choice = choiceFor(defaultConfiguration, undefined, path);
  return classify(path, outline, readFrontMatter(outline), known, choice);
}

describe('The built-in templates', () => {
  it('are one for each file', () => assert.equal(templates.length, Object.keys(texts).length));

  it('have a default for each kind, which comes before the others', () => {
    for (const kind of ['runbook', 'incident', 'postmortem']) {
      assert.equal(templates.find((template) => template.kind === kind)?.name, 'default', kind);
    }
  });

  for (const template of templates) {
    it(`${template.path} is the template of the documents that it makes`, () => {
      const found = classified(`/work/${template.kind}s/new.md`, template.body);
      assert.equal(found?.kind, template.kind);
      assert.equal(found.template.name, template.name);
      assert.deepEqual(found.alignment.missing, []);
      assert.deepEqual(
        found.alignment.unknown.map(({ heading }) => heading.text),
        [],
      );
    });
  }
});

describe('The kind of a document', () => {
  const cases: readonly (readonly [what: string, path: string, text: string, kind: string | undefined])[] = [
    ['an ordinary README', '/w/README.md', '# Project\n\n## Impact\n\n## Summary\n\n## Timeline\n', undefined],
    [
      'a README among postmortems',
      '/w/postmortems/README.md',
      '# All\n\n## Impact\n\n## Summary\n\n## Timeline\n',
      undefined,
    ],
    [
      'a template among postmortems',
      '/w/postmortems/template.md',
      '# T\n\n## Impact\n\n## Summary\n\n## Timeline\n',
      undefined,
    ],
    ['a title that says runbook', '/w/a.md', '# Runbook: X\n', 'runbook'],
    ['a title that says runbook before a dash', '/w/a.md', '# Runbook — Disk full\n', 'runbook'],
    ['a title that begins with the word runbook', '/w/a.md', '# Runbook automation\n', undefined],
    ['a title that says postmortem', '/w/a.md', '# Post-mortem: X\n', 'postmortem'],
    ['a title with an emoji', '/w/a.md', '# 🔥 Post mortem: X\n', 'postmortem'],
    ['a title that says incident', '/w/a.md', '# Incident: X\n', 'incident'],
    ['a front matter against the title', '/w/a.md', '---\nkind: runbook\n---\n# Postmortem: X\n', 'runbook'],
    [
      'a path with enough sections',
      '/w/postmortems/x.md',
      '# X\n\n## Summary\n\n## Timeline\n\n## Root cause\n',
      'postmortem',
    ],
    ['a path with too few sections', '/w/postmortems/x.md', '# X\n\n## Summary\n\n## Notes\n', undefined],
    ['a path with a timeline and one more', '/w/postmortems/x.md', '# X\n\n## Summary\n\n## Timeline\n', 'postmortem'],
    [
      'headings of another language',
      '/w/postmortems/x.md',
      '# X\n\n## Ursache\n\n## Zeitlicher Ablauf\n',
      'postmortem',
    ],
    ['a word in the middle of the name', '/w/2024-post-mortem-6.md', '# X\n\n## Impact\n\n## Timeline\n', 'postmortem'],
    [
      'a dated title that names it',
      '/w/a.md',
      '# Outage Postmortem (2025-3-6)\n\n## Impact\n\n## Timeline\n',
      'postmortem',
    ],
    [
      'a dated report',
      '/w/a.md',
      '# Incident report August 12 2025\n\n## Summary\n\n## Timeline (BST)\n',
      'postmortem',
    ],
    [
      'a page on how to write postmortems',
      '/w/writing.md',
      '# How to write a postmortem\n\n## Summary\n\n## Impact\n\n## Timeline\n',
      undefined,
    ],
    ['a README with such a title', '/w/README.md', '# Outage Postmortem 2025\n\n## Impact\n\n## Timeline\n', undefined],
    [
      'a site\u2019s title',
      '/w/a.md',
      '---\ntitle: "Post-mortem: Downtime in May"\n---\n\n## What happened\n',
      'postmortem',
    ],
    [
      'what is written afterwards among incidents',
      '/w/incidents/2024-01-15-x.md',
      '# X\n\n## Summary\n\n## Timeline\n\n## Action Items\n',
      'postmortem',
    ],
    [
      'a live document among incidents',
      '/w/incidents/2024-01-15-x.md',
      '# X\n\n## Stakeholders\n\n## Timeline\n\n## Summary\n\n## Resolution Objectives\n',
      'incident',
    ],
    [
      'a file that is called runbook',
      '/w/docs/RUNBOOK.md',
      '# Checkout\n\n## When to use\n\n## Initial triage\n\n## Remediation\n',
      'runbook',
    ],
    [
      'a title and a folder of runbooks with two sections',
      '/w/runbooks/rollback.md',
      '# Rollback Runbook\n\n## When to use this runbook\n\n## Freeze\n\n## See also\n',
      'runbook',
    ],
    [
      'a title that calls it a runbook, in a folder of runbooks',
      '/w/docs/runbooks/keys.md',
      '# Key Rotation Runbook (staging)\n\n## Rotate the key\n',
      'runbook',
    ],
    ['such a title with the word in brackets', '/w/runbooks/a.md', '# Key Rotation (Runbook)\n\n## Keys\n', 'runbook'],
    [
      'a front matter of that type',
      '/w/runbooks/b.md',
      '---\ntype: runbook\n---\n# Break glass\n\n## Triggers\n',
      'runbook',
    ],
    [
      'a front matter of that type elsewhere',
      '/w/b.md',
      '---\ntype: runbook\n---\n# Break glass\n\n## Keys\n',
      undefined,
    ],
    ['such a title elsewhere', '/w/docs/keys.md', '# Key Rotation Runbook\n\n## Rotate the key\n', undefined],
    [
      'a page on how to write runbooks',
      '/w/docs/add-runbook.md',
      '# Adding a new runbook\n\n## Copy the template\n',
      undefined,
    ],
    ['a list of runbooks', '/w/playbooks/all.md', '# Playbook Index\n\n## Checkout\n', undefined],
    ['a folder of runbooks with two sections', '/w/runbooks/x.md', '# X\n\n## When to use\n\n## See also\n', undefined],
    [
      'a page for assistants among runbooks',
      '/w/runbooks/CLAUDE.md',
      '# Work\n\n## Symptoms\n\n## Impact\n\n## Diagnosis\n',
      undefined,
    ],
    ['a template with a title to fill in', '/w/docs/runbook-template.md', '# Runbook: [Task]\n', undefined],
    ['a template with a title between angles', '/w/docs/templates/postmortem.md', '# Postmortem: <title>\n', undefined],
    ['a template folder with a title to fill in', '/w/Templates/Runbook.md', '# Runbook: {service}\n', undefined],
    ['a title with brackets elsewhere', '/w/a.md', '# Runbook: [Task]\n', 'runbook'],
    [
      'a process page in such a folder',
      '/w/incidents/how-we-respond.md',
      '# How\n\n## Roles\n\n## Channels\n',
      undefined,
    ],
  ];
  for (const [what, path, text, kind] of cases) {
    it(`of ${what} is ${kind ?? 'none'}`, () => assert.equal(classified(path, text)?.kind, kind));
  }

  describe('of a team with a template of its own', () => {
    const ours = '# Review: [Title]\n\n## In Short\n\n## What Happened When\n\n## Why\n\n## Graphs\n\n## Next\n';
    const { template } = readTeamTemplate('/w/.incident-docs/templates/postmortem.md', ours);
    const known = template ? [template, ...templates] : [];
    const rows: readonly (readonly [what: string, path: string, text: string, kind: string | undefined])[] = [
      ['its title, in such a folder', '/w/postmortems/x.md', '# Review: X\n\n## Why\n', 'postmortem'],
      ['its title alone', '/w/docs/x.md', '# Review: X\n\n## Why\n', undefined],
      ['another title, in such a folder', '/w/postmortems/x.md', '# How we review\n\n## Why\n', undefined],
      ['its title, in a README', '/w/postmortems/README.md', '# Review: all\n', undefined],
    ];
    for (const [what, path, text, kind] of rows) {
      it(`is ${kind ?? 'none'} by ${what}`, () => {
        const found = classified(path, text, known);
        assert.equal(found?.kind, kind);
        assert.equal(found?.template, kind && template);
      });
    }
  });
});

describe('How surely a document means to be of a template’s form', () => {
  const own = '## Quick facts\n\n## Preparation\n\n## Steps per region\n\n';
  const half = '## Symptoms\n\n## Impact\n\n## Diagnosis\n\n## Remediation\n\n';
  const cases: readonly (readonly [what: string, text: string, likeness: string])[] = [
    ['a runbook that is only begun', '# Runbook: X\n\n## Symptoms\n', 'declared'],
    ['a runbook that is a list of steps', '# Runbook: X\n\nFix:\n\n- Remove old logs\n', 'distant'],
    ['a runbook with sections of its own', `# Runbook: X\n\n## Symptoms\n\n${own}`, 'distant'],
    ['a runbook with two sections of its own alone', '# Runbook: X\n\n## Before\n\n## After\n', 'distant'],
    ['a runbook with half of the sections in words of its own', `# Runbook: X\n\n${half}`, 'alike'],
    ['a runbook with fewer of them in words of its own', '# Runbook: X\n\n## Trigger\n\n## Impact\n', 'distant'],
    [
      'a runbook in our words',
      '# Runbook: X\n\n## Symptoms\n\n## Impact\n\n## Notes\n\n## Resolution Steps\n\n## Escalatoin\n',
      'declared',
    ],
    ['a runbook with half of the sections and its own', `# Runbook: X\n\n${half}${own}`, 'alike'],
    ['a postmortem with sections of its own', `# Postmortem: X\n\n${own}`, 'distant'],
    ['a live incident with sections of its own', `# Incident: X\n\n${own}`, 'declared'],
    [
      'an account of an incident that is over',
      '# Incident: X\n\n## Summary\n\n## Root cause\n\n## Mitigation and resolution\n',
      'distant',
    ],
    ['an account that tells the cause', '# Incident: X\n\n## Summary\n\n## Root cause\n', 'distant'],
    ['a front matter that says the kind', `---\nkind: runbook\n---\n\n# Runbook: X\n\n${own}`, 'declared'],
  ];
  for (const [what, text, likeness] of cases) {
    it(`is ${likeness} for ${what}`, () => assert.equal(classified('/w/a.md', text)?.likeness, likeness));
  }
});
