import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { compatibleEdits, type EditSet } from '../../src/core/edits/apply.ts';
import type { Edit } from '../../src/core/edits/edit.ts';

/** The edits of a fix: in document order, not overlapping. */
const fix = fc.array(fc.tuple(fc.nat(12), fc.nat(4)), { maxLength: 3 }).map((gaps): EditSet => {
  let end = 0;
  return {
    edits: gaps.map(([gap, length]): Edit => {
      const start = end + gap;
      end = start + length;
      return { span: { start, end }, text: 'x' };
    }),
  };
});

describe('compatibleEdits', () => {
  it('takes each fix that touches none of those before it, and all of its edits', () => {
    fc.assert(
      fc.property(fc.array(fix, { maxLength: 12 }), (fixes) => {
        assert.deepEqual(compatibleEdits(fixes), oneByOne(fixes));
      }),
      { numRuns: 2000 },
    );
  });
});

/** The same by comparing each edit with each. */
function oneByOne(fixes: readonly EditSet[]): Edit[] {
  const chosen: Edit[] = [];
  for (const { edits } of fixes) {
    const apart = edits.every(({ span }) =>
      chosen.every((other) => span.end < other.span.start || other.span.end < span.start),
    );
    if (apart) chosen.push(...edits);
  }
  return chosen.toSorted((a, b) => a.span.start - b.span.start);
}
