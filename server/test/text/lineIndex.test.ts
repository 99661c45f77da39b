import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { LineIndex } from '../../src/core/text/lineIndex.ts';

describe('The lines of a text', () => {
  it('are those of an earlier version wherever nothing has changed', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '\r', '\r\n'), maxLength: 30 });
    fc.assert(
      fc.property(text, fc.nat(30), fc.nat(5), text, (before, from, length, inserted) => {
        const earlier = new LineIndex(before);
        assert.ok(earlier.lineCount >= 1);
        const later = before.slice(0, from) + inserted + before.slice(from + length);
        assert.deepEqual(startsOf(new LineIndex(later, earlier)), startsOf(new LineIndex(later)));
      }),
      { numRuns: 2000, seed: 20240115 },
    );
  });
});

function startsOf(lines: LineIndex): number[] {
  return Array.from({ length: lines.lineCount }, (_, line) => lines.startOf(line));
}
