import assert from 'node:assert/strict';
import { applyEdits } from '../../src/core/edits/apply.ts';
import { afterEnter, afterSpace } from '../../src/core/edits/typing.ts';
import type { IncidentDocument } from '../../src/core/model/document.ts';
import { readDocument } from '../../src/core/model/read.ts';
import { builtInTemplates } from '../../src/core/schema/presets.ts';

const now = Date.parse('2024-01-15T14:50Z');
const nowhere = {
  root: undefined,
  exists: async () => true,
  read: async () => undefined,
  markdownFiles: async () => [],
};

/** A document with a timeline, which ends with what is typed. */
async function documentOf(
  entries: string,
  { kind = 'incident', status = 'Investigating' }: { kind?: 'incident' | 'postmortem'; status?: string } = {},
): Promise<IncidentDocument> {
  const prefix = kind === 'incident' ? 'Incident' : 'Postmortem';
  const text = `# ${prefix}: Slow\n\n**Status:** ${status}\n**Date:** 2024-01-15\n\n## Timeline (UTC)\n\n${entries}`;
  const choice = {
    kind,
    template: 'default',
    templates: { runbook: undefined, incident: undefined, postmortem: undefined },
  };
  const document = await readDocument('/w/a.md', text, builtInTemplates(), nowhere, choice);
  assert.ok(document);
  return document;
}

/** What the timeline becomes after what is typed at its end. */
async function typed(entries: string, after: typeof afterSpace, ...given: [Parameters<typeof documentOf>[1]?]) {
  const document = await documentOf(entries, ...given);
  const { text, lines } = document;
  const edits = after(document, lines.contentSpan(lines.lineCount - 1), now);
  return applyEdits(text, edits).slice(text.indexOf('(UTC)') + 7);
}

describe('Typing in a timeline', () => {
  const entry = '- **14:23** - First alerts\n';
  const cases: readonly (readonly [
    name: string,
    entries: string,
    after: typeof afterSpace,
    becomes: string,
    given?: Parameters<typeof documentOf>[1],
  ])[] = [
    ['a bullet stamps it', `${entry}- `, afterSpace, `${entry}- **14:50** - `],
    ['Enter below an entry goes on with the next', entry, afterEnter, `${entry}- **14:50** - `],
    [
      'Enter goes on with an empty line between, as above',
      `${entry}\n- **14:30** - B\n`,
      afterEnter,
      `${entry}\n- **14:30** - B\n\n- **14:50** - `,
    ],
    ['Enter that an editor has gone on with is stamped', `${entry}- `, afterEnter, `${entry}- **14:50** - `],
    ['Enter in an entry without words ends the list', `${entry}- **14:30** - \n`, afterEnter, entry],
    ['Enter below an empty line changes nothing', `${entry}\n`, afterEnter, `${entry}\n`],
    ['Enter below a paragraph changes nothing', `${entry}\nWords\n`, afterEnter, `${entry}\nWords\n`],
    ['a bullet below an entry is what belongs to it', `${entry}  - `, afterSpace, `${entry}  - `],
    ['a word is a word', `${entry}Then `, afterSpace, `${entry}Then `],
    [
      'a postmortem tells of the past',
      '- **09:23** - First alerts\n- ',
      afterSpace,
      '- **09:23** - First alerts\n- ',
      { kind: 'postmortem', status: 'Draft' },
    ],
    [
      'a postmortem that is written meanwhile is stamped',
      `${entry}- `,
      afterSpace,
      `${entry}- **14:50** - `,
      { kind: 'postmortem', status: 'Draft' },
    ],
    [
      'an incident that was over long ago is not stamped',
      '- **09:23** - First alerts\n- ',
      afterSpace,
      '- **09:23** - First alerts\n- ',
      { status: 'Resolved' },
    ],
    [
      'an incident goes on after hours',
      '- **09:23** - First alerts\n- ',
      afterSpace,
      '- **09:23** - First alerts\n- **14:50** - ',
    ],
    ['a live incident without entries begins', '- ', afterSpace, '- **14:50** - '],
  ];
  for (const [name, entries, after, becomes, given] of cases) {
    it(name, async () => assert.equal(await typed(entries, after, given), becomes));
  }

  it('leaves the end of the line alone, where the caret is', async () => {
    const document = await documentOf(`${entry}- `);
    const [edit] = afterSpace(document, { start: document.text.length - 2, end: document.text.length }, now);
    assert.ok(edit && edit.span.end < document.text.length);
  });
});
