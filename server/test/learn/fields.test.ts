import assert from 'node:assert/strict';
import { folderOf, learnFrom, templateIn, writtenFile } from './learned.ts';

const body =
  '## Summary\n\nErrors.\n\n## Timeline\n\n- 14:23 Alert\n- 14:40 Fixed\n- 15:00 Closed\n\n## Action Items\n\n- Alert\n';

describe('The fields that are learned', () => {
  it('are required where most headers have them, optional where many have, in the documents’ own manner', () => {
    const lesson = learnFrom(
      folderOf('postmortems', 10, (number) =>
        [
          `# Outage ${number}\n`,
          '- **Date**: 2024-01-15',
          ...(number < 9 ? [`- **Severity**: ${number % 2 === 0 ? 'P1' : 'P2'}`] : []),
          ...(number < 4 ? ['- **Customers**: all'] : []),
          ...(number < 1 ? ['- **Weather**: rain'] : []),
          `\n${body}`,
        ].join('\n'),
      ),
    );
    const { fields } = templateIn(lesson, 'postmortem');
    assert.deepEqual(
      fields.map(({ label, required, style, type }) => [label, required, style, type]),
      [
        ['Date', true, 'bullet', 'date'],
        ['Severity', true, 'bullet', 'severity'],
        ['Customers', false, 'bullet', 'text'],
      ],
    );
    assert.match(
      writtenFile(lesson, 'templates/postmortem.md'),
      /^- \*\*Date\*\*: YYYY-MM-DD\n- \*\*Severity\*\*: \[P1 \| P2\]\n- \*\*Customers\*\*: \[Customers\]$/m,
    );
  });

  it('stand in a section, in a table, or in the front matter where documents have them there', () => {
    const lesson = learnFrom(
      folderOf(
        'postmortems',
        5,
        (number) =>
          `---\nlayout: postmortem\nauthor: Ann ${number}\n---\n\n# Outage\n\n| Area | Search |\n| --- | --- |\n| Owner | Ann |\n\n${body}\n## Stats\n\n- Time to recovery: ${number} minutes\n`,
      ),
    );
    const template = templateIn(lesson, 'postmortem');
    assert.deepEqual(
      template.fields.map(({ label, style }) => [label, style]),
      [
        ['Area', 'table-row'],
        ['Owner', 'table-row'],
      ],
    );
    assert.deepEqual(
      template.sections.at(-1)?.fields.map(({ label, placeholder }) => [label, placeholder]),
      [['Time to recovery', '[X hours Y minutes]']],
    );
    assert.match(template.body, /^---\nlayout: postmortem\nauthor: "\[Author\]"\n---\n\n# Outage\n/);
  });

  it('make a template by themselves, with a timeline below a label of its own', () => {
    const lesson = learnFrom(
      folderOf(
        'postmortems',
        6,
        (number) =>
          `# Incident on 2024-01-${10 + number} - Outage ${number}\n\n- **Key events**\n  - First detected 2024-01-15 09:33\n  - Declared 2024-01-15 10:11\n  - Resolved 2024-01-15 16:07\n\n- **Time to repair**: 6h 27m\n\n- **Impact**:\n  Slow answers to all\n`,
      ),
    );
    const template = templateIn(lesson, 'postmortem');
    assert.deepEqual(template.sections, []);
    assert.deepEqual(
      template.fields.map(({ label, required }) => [label, required]),
      [
        ['Time to repair', true],
        ['Impact', true],
      ],
    );
    assert.equal(
      template.body,
      `# Incident on YYYY-MM-DD - [Incident Title]

- **Key events**
  - First detected YYYY-MM-DD HH:MM
  - Declared YYYY-MM-DD HH:MM
  - Resolved YYYY-MM-DD HH:MM

- **Time to repair**: [X hours Y minutes]
- **Impact**: [Impact]
`,
    );
  });
});
