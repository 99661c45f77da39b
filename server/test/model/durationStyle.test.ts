import assert from 'node:assert/strict';
import { readDuration } from '../../src/core/model/values/duration.ts';
import { rewriteDuration } from '../../src/core/model/values/durationStyle.ts';

function rewritten(value: string, minutes: number): string | undefined {
  const found = rewriteDuration(value, minutes);
  return found && value.slice(0, found.start) + found.text + value.slice(found.end);
}

describe('Another duration in the form of the one that stands there', () => {
  const cases: readonly (readonly [value: string, after155: string, after60: string])[] = [
    ['3 hours', '2 hours 35 minutes', '1 hour'],
    ['about 3 hours', '2 hours 35 minutes', '1 hour'],
    ['2.5 hours', '2 hours 35 minutes', '1 hour'],
    ['1 day 2 hours', '2 hours 35 minutes', '1 hour'],
    ['162 minutes', '155 minutes', '60 minutes'],
    ['162 min (until it was closed)', '155 min (until it was closed)', '60 min (until it was closed)'],
    ['3h 5m', '2h 35m', '1h'],
    ['3h05m', '2h35m', '1h'],
    ['3 hrs 5 mins', '2 hrs 35 mins', '1 hr'],
    ['3:05', '2:35', '1:00'],
    ['3:05 h', '2:35 h', '1:00 h'],
    ['PT3H', 'PT2H35M', 'PT1H'],
    ['18:00 to 19:12 UTC (72 minutes)', '18:00 to 19:12 UTC (155 minutes)', '18:00 to 19:12 UTC (60 minutes)'],
  ];
  for (const [value, long, short] of cases) {
    it(value, () => {
      assert.equal(rewritten(value, 155), long);
      assert.equal(rewritten(value, 60), short);
      assert.equal(readDuration(long)?.minutes, 155);
    });
  }

  it('is none where none stands', () => assert.equal(rewritten('ongoing', 155), undefined));
});
