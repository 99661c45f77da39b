import assert from 'node:assert/strict';
import { newDocument } from '../../src/core/edits/newDocument.ts';
import { readTemplate } from '../../src/core/schema/readTemplate.ts';

async function made(text: string, title = 'Slow "search"'): Promise<string> {
  const { template } = readTemplate('own', '/w/.incident-docs/templates/own.md', text);
  assert.ok(template);
  const facts = { title, severity: 'SEV-2', at: Date.parse('2026-03-05T10:00Z'), folder: '/w/postmortems' };
  return (await newDocument(facts, template)).text;
}

const story = '## Story\n\n[Words]\n\n## Breakage\n\n[Words]\n';

describe('A new document from a template of a team', () => {
  it('has its front matter filled in, without what is said of the template', async () => {
    const head = 'title: "[Short title]"\ndate: YYYY-MM-DD\nseverity:\nlayout: post\ntemplate:\n  kind: postmortem\n';
    assert.match(
      await made(`---\n${head}---\n\n# Retro: [Short title]\n\n${story}`),
      /^---\n(?:kind: postmortem\ntemplate: own\n)?title: "Slow \\"search\\""\ndate: 2026-03-05\nseverity: SEV-2\nlayout: post\n(?:kind: postmortem\ntemplate: own\n)?---\n\n# Retro: Slow "search"\n/,
    );
  });

  const titles: readonly (readonly [template: string, title: string])[] = [
    ['# Postmortem: [Title]', '# Postmortem: Slow "search"'],
    ['# RB-[nr]: [Alert name]', '# RB-[nr]: Slow "search"'],
    ['# [[YYYY-MM-DD]] [What broke]', '# [[2026-03-05]] Slow "search"'],
    ['# YYYY-MM-DD: {what} (outage)', '# 2026-03-05: Slow "search" (outage)'],
    ['# [Service] was {broken}', '# Slow "search"'],
  ];
  for (const [template, title] of titles) {
    it(`has the title ${title} for ${template}`, async () => {
      const text = await made(`---\ntemplate: { kind: postmortem }\n---\n\n${template}\n\n${story}`);
      assert.ok(text.split('\n').includes(title), text);
    });
  }

  it('has the day in a field of another language', async () => {
    const table =
      '| Feld | Wert |\n| --- | --- |\n| Datum | [JJJJ-MM-TT] |\n| Schweregrad | [SEV-1 / SEV-2 / SEV-3] |\n';
    const text = await made(`---\ntemplate: { kind: postmortem }\n---\n\n# Bericht: [Titel]\n\n${table}\n${story}`);
    assert.match(text, /\| Datum \| 2026-03-05 \|\n\| Schweregrad \| SEV-2 \|/);
  });
});
