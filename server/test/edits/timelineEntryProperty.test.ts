import assert from 'node:assert/strict';
import { assert as check, constantFrom, integer, oneof, property, string } from 'fast-check';
import { applyEdits } from '../../src/core/edits/apply.ts';
import { timelineEntryEdit } from '../../src/core/edits/timelineEntry.ts';
import { entryPlaceCases } from './entryPlaceCases.ts';
import { entryStampCases } from './entryStampCases.ts';
import { documentOf } from './timelineDocument.ts';

describe('Inserting any timeline entry', () => {
  it('leaves every other byte as it was, and can be read again', () => {
    const forms = [...entryStampCases, ...entryPlaceCases].map(([, before]) => before);
    const words = oneof(
      string({ minLength: 1, maxLength: 40 }),
      constantFrom(
        'New',
        '14:00 is when',
        '# heading',
        '| a | b',
        '```\nx',
        '- 12:00 nested',
        '<!-- x',
        '**bold',
        '\\',
        'a\n\nb',
        '---',
        '> q',
        '[x](y',
        '1. one',
        '1) one',
        'looked at',
        'resolved (',
        ',',
        ':',
        '. 0',
      ),
    );
    check(
      property(constantFrom(...forms), integer({ min: -600, max: 3000 }), words, (before, minutes, typed) => {
        const text = typed.trim() === '' ? 'New' : typed;
        const at = Date.UTC(2024, 0, 15, 14, 0) + minutes * 60_000;
        const source = documentOf(before);
        const answer = timelineEntryEdit(source, { at, text });
        assert.ok(!('reason' in answer));
        const after = applyEdits(before, answer.edits);
        const { timeline } = documentOf(after);
        assert.ok(timeline);
        assert.ok(
          timeline.entries.some((entry) => entry.at !== undefined && Math.floor(entry.at / 60_000) === at / 60_000),
          after,
        );
        const others = source.timeline?.entries.map((entry) => entry.at) ?? [];
        const now = timeline.entries.map((entry) => entry.at);
        for (const moment of others) assert.ok(now.includes(moment), after);
        for (const { span } of source.timeline?.entries ?? []) {
          const own = before.slice(span.start, span.end).replace(/^\d+\. /, '');
          assert.ok(after.includes(own) || answer.edits.length > 1, after);
        }
      }),
      {
        numRuns: 150,
        examples: [
          ['## Timeline\n- 14:50 C\n- 14:40 B\n- 14:23 A\n', 771, ', 0 '],
          ['## Timeline (UTC)\n\n## Impact\n', 600, '; 0'],
        ],
      },
    );
  });
});
