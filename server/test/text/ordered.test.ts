import assert from 'node:assert/strict';
import { beginningIn } from '../../src/core/text/ordered.ts';
import { longestRising } from '../../src/core/text/rising.ts';
import type { Span } from '../../src/core/text/span.ts';

describe('beginningIn', () => {
  const spans: readonly Span[] = Array.from({ length: 100_000 }, (_, index) => ({
    start: index * 2,
    end: index * 2 + 1,
  }));

  it('finds what begins in a span, both its ends included', () => {
    const found = beginningIn(spans, (span) => span, { start: 3, end: 8 });
    assert.deepEqual(
      found.map(({ start }) => start),
      [4, 6, 8],
    );
    assert.deepEqual(
      beginningIn(spans, (span) => span, { start: 300_000, end: 300_010 }),
      [],
    );
  });

  it('looks at a few of a hundred thousand', () => {
    let looks = 0;
    const spanOf = (span: Span): Span => {
      looks++;
      return span;
    };
    beginningIn(spans, spanOf, { start: 70_001, end: 70_011 });
    assert.ok(looks < 50, String(looks));
  });
});

describe('longestRising', () => {
  const cases: readonly (readonly [readonly number[], readonly number[]])[] = [
    [[], []],
    [
      [3, 1, 2],
      [1, 2],
    ],
    [
      [1, 1, 1],
      [0, 1, 2],
    ],
    [[3, 2, 1], [0]],
    [
      [1, 5, 2, 3, 9, 4],
      [0, 2, 3, 4],
    ],
  ];
  for (const [numbers, places] of cases) {
    it(`keeps ${places.join(', ') || 'nothing'} of ${numbers.join(', ') || 'nothing'}`, () =>
      assert.deepEqual(longestRising(numbers), places));
  }
});
