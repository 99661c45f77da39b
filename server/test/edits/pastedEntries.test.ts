import assert from 'node:assert/strict';
import { applyEdits } from '../../src/core/edits/apply.ts';
import { pasteEntries, readPasted } from '../../src/core/edits/pastedEntries.ts';
import { analyze } from '../../src/core/lint.ts';
import { settingsOfNobody } from '../../src/core/teamSettings.ts';
import { openNodeWorkspace } from '../../src/cli/nodeWorkspace.ts';

const settings = settingsOfNobody();
const now = Date.parse('2024-01-15T15:00:00Z');

function read(words: string, zone = 'UTC'): readonly string[] {
  return readPasted(words, now, zone).map(({ at, text }) => `${new Date(at).toISOString().slice(0, 16)} ${text}`);
}

describe('Words that are pasted into a timeline', () => {
  const cases: readonly (readonly [name: string, words: string, zone: string, expected: readonly string[]])[] = [
    ['without a time are one entry of now', 'Rolled back\n  to 4.7', 'UTC', ['2024-01-15T15:00 Rolled back to 4.7']],
    [
      'with times keep them',
      '14:31 errors rise\n14:35 on-call paged',
      'UTC',
      ['2024-01-15T14:31 errors rise', '2024-01-15T14:35 on-call paged'],
    ],
    [
      'are on the clock of whoever copied them',
      '- 15:31 - errors rise',
      'Europe/Berlin',
      ['2024-01-15T14:31 errors rise'],
    ],
    [
      'that state their own zone keep it',
      '- 2024-01-15 09:31 EST - errors rise',
      'Europe/Berlin',
      ['2024-01-15T14:31 errors rise'],
    ],
  ];
  for (const [name, words, zone, expected] of cases) it(name, () => assert.deepEqual(read(words, zone), expected));

  const chats: readonly (readonly [name: string, words: string])[] = [
    ['name and time on a line', 'Amina Diallo  2:31 PM\nErrors rise\non checkout\nWei Lin  2:35 PM\nLooking'],
    ['the time in brackets', 'Amina Diallo  [2:31 PM]\nErrors rise on checkout\n\nWei Lin [14:35]\nLooking'],
    ['the time below the name', 'Amina Diallo\n  2:31 PM\nErrors rise on checkout\nWei Lin\n  2:35 PM\nLooking'],
  ];
  for (const [name, words] of chats) {
    it(`bring the messages of a chat with their times: ${name}`, () =>
      assert.deepEqual(read(words), [
        '2024-01-15T14:31 Amina Diallo: Errors rise on checkout',
        '2024-01-15T14:35 Wei Lin: Looking',
      ]));
  }

  it('go each to their place, as one edit, and not twice', async () => {
    const text =
      '# Incident: A\n\n**Severity:** SEV-2\n**Status:** Investigating\n**Started:** 2024-01-15 14:23 UTC\n\n## Timeline (UTC)\n\n- **14:23** - First alert\n- **14:40** - Rolled back\n';
    const workspace = openNodeWorkspace('/w');
    const { document } = await analyze({ path: '/w/incidents/a.md', text }, { ...settings, workspace, now });
    assert.ok(document);
    const entries = readPasted('14:31 errors rise\n14:23 First alert\n14:50 all quiet', now, 'UTC');
    const made = await pasteEntries(document, entries);
    assert.ok('edits' in made);
    assert.equal(made.count, 2);
    const written = applyEdits(text, made.edits);
    assert.ok(
      written.endsWith(
        '- **14:23** - First alert\n- **14:31** - errors rise\n- **14:40** - Rolled back\n- **14:50** - all quiet\n',
      ),
    );
    assert.equal(written.split('\n')[made.line], '- **14:50** - all quiet');
  });

  it('are many, over midnight, and the last one’s line is known', async () => {
    const text =
      '# Incident: A\n\n**Severity:** SEV-2\n**Status:** Investigating\n**Started:** 2024-01-15 14:23 UTC\n\n## Timeline (UTC)\n\n- **14:23** - First alert\n\n## Summary\n\nSlow.\n';
    const workspace = openNodeWorkspace('/w');
    const { document } = await analyze({ path: '/w/incidents/a.md', text }, { ...settings, workspace, now });
    assert.ok(document);
    const first = Date.parse('2024-01-15T22:00Z');
    const entries = Array.from({ length: 150 }, (_, index) => ({ at: first + index * 60_000, text: `event ${index}` }));
    const made = await pasteEntries(document, [...entries, ...entries]);
    assert.ok('edits' in made);
    assert.equal(made.count, 150);
    const written = applyEdits(text, made.edits);
    assert.match(written.split('\n')[made.line] ?? '', /event 149$/);
    const after = await analyze({ path: '/w/incidents/a.md', text: written }, { ...settings, workspace, now });
    assert.deepEqual(
      after.document?.timeline?.entries.slice(1).map(({ at, text: words }) => ({ at, text: words })),
      entries,
    );
  });

  it('are in the team’s zone where the document names none', async () => {
    const text =
      '# Incident: A\n\n**Severity:** SEV-2\n**Date:** 2024-01-15\n\n## Timeline\n\n- **15:23** - First alert\n';
    const configuration = { ...settings.configuration, timezone: 'Europe/Oslo' };
    const environment = { ...settings, configuration, workspace: openNodeWorkspace('/w'), now };
    const { document } = await analyze({ path: '/w/incidents/a.md', text }, environment);
    assert.ok(document);
    assert.equal(document.timeline?.entries[0]?.at, Date.parse('2024-01-15T14:23Z'));
    const at = [Date.parse('2024-01-15T14:40Z'), Date.parse('2024-01-15T14:30Z')];
    const made = await pasteEntries(
      document,
      at.map((moment) => ({ at: moment, text: 'all quiet' })),
    );
    assert.ok('edits' in made);
    assert.ok(applyEdits(text, made.edits).endsWith('- **15:30** - all quiet\n- **15:40** - all quiet\n'));
  });
});
