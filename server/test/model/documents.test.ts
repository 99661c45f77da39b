import assert from 'node:assert/strict';
import { choiceFor } from '../../src/core/configuration/choice.ts';
import { defaultConfiguration } from '../../src/core/configuration/configuration.ts';
import type { IncidentDocument } from '../../src/core/model/document.ts';
import { readDocument } from '../../src/core/model/read.ts';
import { builtInTemplates } from '../../src/core/schema/presets.ts';
import { moments } from './timeline/reading.ts';

const nowhere = {
  root: undefined,
  exists: async () => true,
  read: async () => undefined,
  markdownFiles: async () => [],
};

async function documentOf(path: string, text: string): Promise<IncidentDocument> {
  const choice = choiceFor(defaultConfiguration, undefined, path);
  const document = await readDocument(path, text, builtInTemplates(), nowhere, choice);
  if (!document) throw new Error(`No document: ${path}`);
  return document;
}

describe('The day of a document’s incident', () => {
  const body = '\n## Timeline (UTC)\n\n- 14:05 Alert fired\n- 14:20 Fixed\n\n## Impact\n\nNone.\n';
  const cases: readonly (readonly [from: string, path: string, head: string, day: string])[] = [
    ['a field', 'postmortems/2024-01-20-x.md', '# X of 2024-01-19\n\n**Date:** 2024-01-15\n', '2024-01-15'],
    ['the title', 'postmortems/2024-01-20-x.md', '# X of January 15, 2024\n', '2024-01-15'],
    [
      'the title of a site’s page, rather than its publication',
      'postmortems/2024-01-20-x.md',
      '---\ntitle: "Downtime on January 15, 2024"\ndate: 2024-01-20\n---\n\nHello.\n',
      '2024-01-15',
    ],
    [
      'the front matter, where the title has no date',
      'postmortems/x.md',
      '---\ntitle: Downtime\ndate: 2024-01-15 13:02:10 +0100\n---\n\nHello.\n',
      '2024-01-15',
    ],
    [
      'the moment of its detection in the front matter',
      'postmortems/x.md',
      '---\nkind: postmortem\ndetected_at: 2024-01-15T14:05:00Z\n---\n\n# Downtime\n',
      '2024-01-15',
    ],
    ['the heading above all, of whatever level', 'postmortems/x.md', '### Outage on January 15, 2024\n', '2024-01-15'],
    [
      'the file’s name',
      'postmortems/2024-01-15-x.md',
      '# X\n\nWritten after the release of 2024-01-02.\n',
      '2024-01-15',
    ],
    [
      'what is told above the timeline, and nothing else says',
      'postmortems/x.md',
      '# X\n\nLast updated: 2024-02-01\n\n## Summary\n\nOn January 15th, 2024 at 2pm the site went down.\n',
      '2024-01-15',
    ],
    [
      'one bullet above the timeline, whatever the next one tells',
      'postmortems/x.md',
      '# X\n\n## Summary\n\n- The outage lasted from January 15, 2024, 2 PM.\n- A query created a bottleneck.\n',
      '2024-01-15',
    ],
  ];
  for (const [from, path, head, day] of cases) {
    it(`is that of ${from}`, async () => {
      const { timeline } = await documentOf(path, head + body);
      assert.deepEqual(timeline && moments(timeline), [`${day}T14:05`, `${day}T14:20`]);
    });
  }
});

describe('The zone of a document’s times', () => {
  const body = '\n## Impact\n\nNone.\n\n## Timeline\n\n- 14:05 Alert fired\n- 14:20 Fixed\n';
  const cases: readonly (readonly [from: string, head: string, zone: string | undefined, first: string])[] = [
    ['a field of its own', '# X\n\n**Date:** 2024-01-15 14:05 UTC\n**Time zone:** JST\n', 'JST', '2024-01-15T05:05'],
    ['the date', '# X\n\n**Date:** 2024-01-15 14:05 CET\n', 'CET', '2024-01-15T13:05'],
    ['a page’s date', '---\ntitle: X\ndate: 2024-01-15 15:02:10 +0100\n---\n\nHello.\n', '+0100', '2024-01-15T13:05'],
    ['no generator’s UTC', '---\ntitle: X\ndate: 2024-01-15T00:00:00Z\n---\n\nHello.\n', undefined, '2024-01-15T14:05'],
    ['a heading', '# Down from January 15, 2024, 1:00 AM to 3:30 AM (JST)\n', 'JST', '2024-01-15T05:05'],
  ];
  for (const [from, head, zone, first] of cases) {
    it(`is that of ${from}`, async () => {
      const { timeline } = await documentOf('postmortems/2024-01-15-x.md', head + body);
      assert.equal(timeline?.zone?.name, zone);
      assert.equal(timeline && moments(timeline)[0], first);
    });
  }
});

describe('The fields of a document', () => {
  const text =
    'Status: final<br> Owners: @ann\n\n## Summary\n\nDescription: The site was down for\nhours.<br> Date/time: 2024-01-15\n21:14 UTC<br> Duration: 15\nhours<br> User impact: All\n\n## Timeline (UTC)\n\n- 21:14 Down\n\n## Impact\n\nAll users.\n\n## Root Causes\n\nDNS.\n';

  it('stand between line breaks, whose lines an editor has wrapped, in the header and in the summary', async () => {
    const { fields } = await documentOf('postmortems/x.md', text);
    assert.deepEqual(
      fields.map(({ label, value }) => `${label} = ${value}`),
      [
        'Status = final',
        'Owners = @ann',
        'Description = The site was down for hours.',
        'Date/time = 2024-01-15 21:14 UTC',
        'Duration = 15 hours',
        'User impact = All',
      ],
    );
    for (const { value, valueSpan } of fields)
      assert.equal(text.slice(valueSpan.start, valueSpan.end).replace(/\s+/g, ' '), value);
  });

  it('stand beside each other in one line, however it parts them', async () => {
    const lines = [
      '**Date:** 2024-01-15 · **Severity:** SEV2 (all shops) · **Status:** resolved',
      '**Date:** 2024-01-15 | **Severity:** SEV2 (all shops) | **Status:** resolved',
      '**Date**: 2024-01-15. **Severity**: SEV2 (all shops). **Status**: resolved',
      'Date: 2024-01-15 | Severity: SEV2 (all shops) | Status: resolved',
    ];
    for (const line of lines) {
      const { fields } = await documentOf('postmortems/x.md', `# X\n\n${line}\n\n## Impact\n\nAll.\n\n## Timeline\n`);
      assert.deepEqual(
        fields.map(({ label, value }) => `${label} = ${value}`),
        ['Date = 2024-01-15', 'Severity = SEV2 (all shops)', 'Status = resolved'],
      );
    }
  });

  it('stand in the lines below their label', async () => {
    const lines = '**Duration:**  \nStart: 14:05 UTC  \nEnd: 15:05 UTC\n**Impact:**\nAll users.\n**Status:** Draft';
    const { fields } = await documentOf('postmortems/x.md', `# X\n\n${lines}\n\n## Summary\n\nX.\n\n## Timeline\n`);
    const values = new Map(fields.map(({ label, value }) => [label, value]));
    assert.equal(values.get('Duration'), 'Start: 14:05 UTC End: 15:05 UTC');
    assert.equal(values.get('Impact'), 'All users.');
    assert.equal(values.get('Status'), 'Draft');
  });

  it('stand in a quote below the title', async () => {
    const header = '> **Date:** 2024-01-15\n> **Severity:** SEV-2\n> **Status:** Final\n';
    const { fields } = await documentOf(
      'postmortems/x.md',
      `# Postmortem: X\n\n${header}\n## Summary\n\n> **Note:** x\n`,
    );
    assert.deepEqual(
      fields.map(({ label, value }) => `${label} = ${value}`),
      ['Date = 2024-01-15', 'Severity = SEV-2', 'Status = Final'],
    );
  });

  it('are no note in a quote', async () => {
    const { fields } = await documentOf(
      'postmortems/x.md',
      '# Postmortem: X\n\n> **Note:** this is old\n\n## Summary\n',
    );
    assert.deepEqual(fields, []);
  });

  it('are not the heads of a timeline’s columns', async () => {
    const { fields } = await documentOf(
      'postmortems/2024-01-15-x.md',
      '# X\n\n## Impact\n\n## Timeline\n\n| Time (UTC) | Event |\n|-|-|\n| 14:05 | Alert |\n',
    );
    assert.deepEqual(fields, []);
  });
});

describe('The likeness of a document to its template', () => {
  const cases: readonly (readonly [what: string, text: string, likeness: string])[] = [
    ['says its kind and has been begun', '# Postmortem: X\n\n## Summary\n\n## Timeline\n', 'declared'],
    [
      'says its kind and has sections of its own',
      '# Postmortem: X\n\n## Summary\n\n## Timeline\n\n## Impacted Slots\n\n## Looking Forward\n\n## Relays\n',
      'distant',
    ],
    [
      'says its kind and has few of the template’s sections',
      '# Postmortem: X\n\n## Issue Summary\n\n## Timeline\n\n## Root Cause and Resolution\n',
      'alike',
    ],
    [
      'says its kind and has bold lines for headings',
      '# Postmortem: X\n\n**Issue Summary:**\n\nDown.\n\n**Timeline:**\n\n14:05: Alert\n\n**Root Cause and Resolution:**\n\nDNS.\n',
      'distant',
    ],
    [
      'is called an incident and tells what only its end shows',
      '# Incident: X\n\n## Summary\n\n## Detection\n\n## Timeline\n\n## Root cause\n\n## Resolution\n\n## Prevention\n',
      'distant',
    ],
    ['is an incident that has been begun', '# Incident: X\n\n## Summary\n\n## Detection\n\n## Timeline\n', 'declared'],
  ];
  for (const [what, text, likeness] of cases) {
    it(`of one that ${what} is ${likeness}`, async () => {
      assert.equal((await documentOf('x.md', text)).likeness, likeness);
    });
  }
});
