import assert from 'node:assert/strict';
import { moments, timelineOf } from './reading.ts';

describe('A stamp with a slip of the pen', () => {
  const slips: readonly (readonly [entry: string, at: string, written: string, meant: string])[] = [
    ['- 14;20 - Alert', '2024-01-15T14:20', '14;20', '14:20'],
    ['- **l4:2O** - Alert', '2024-01-15T14:20', 'l4:2O', '14:20'],
    ['- ~I4:20 UTC - Alert', '2024-01-15T14:20', 'I4:20', '14:20'],
    ['- 2024-01-15 14;20 - Alert', '2024-01-15T14:20', '14;20', '14:20'],
    ['- 20224-01-15 14:20 - Alert', '2024-01-15T14:20', '20224', '2024'],
    ['- 204-01-15 14:20 - Alert', '2024-01-15T14:20', '204', '2024'],
    ['- 15/01/224 14:20 - Alert', '2024-01-15T14:20', '224', '2024'],
    ['- First detected 22024-01-15 14:20', '2024-01-15T14:20', '22024', '2024'],
  ];
  for (const [entry, at, written, meant] of slips) {
    it(`is read as what is meant, and told: ${entry}`, () => {
      const text = `## Timeline\n- 14:00 A\n- 14:10 B\n${entry}\n- 14:50 C\n`;
      const timeline = timelineOf(text);
      assert.deepEqual(moments(timeline)[2], at);
      assert.deepEqual(timeline.unread, []);
      assert.deepEqual(
        timeline.slips.map((slip) => [text.slice(slip.span.start, slip.span.end), slip.meant]),
        [[written, meant]],
      );
    });
  }

  it('says whether the year beside it may be meant, too', () => {
    const text = '## Timeline\n- 20224-01-15 14:00 A\n- 15/01/202 14:10 B\n- 20234-01-15 14:20 C\n- 14;30 D\n';
    assert.deepEqual(
      timelineOf(text).slips.map(({ meant, isCertain }) => [meant, isCertain]),
      [
        ['2024', true],
        ['2024', false],
        ['2024', false],
        ['14:30', true],
      ],
    );
  });

  it('takes the year from the title or the path where no date is known', () => {
    const text = '## Timeline\n- 20202-01-16 12:00 A\n- Jan 17, 12:00 B\n';
    const known = timelineOf(text, { documentDate: undefined, documentYear: 2020 });
    assert.deepEqual(moments(known), ['2020-01-16T12:00', '2020-01-17T12:00']);
    const unknown = timelineOf(text, { documentDate: undefined });
    assert.deepEqual([unknown.slips, unknown.unread.length], [[], 1]);
  });

  it('gives no day to a time without one', () => {
    const timeline = timelineOf('## Timeline\n- 12:00 A\n- 12:10 B\n', { documentDate: undefined, documentYear: 2020 });
    assert.deepEqual(moments(timeline), [undefined, undefined]);
  });
});

describe('What stands where a stamp should', () => {
  const wrong: readonly (readonly [entry: string, marked: string, reason: RegExp])[] = [
    ['- **25:61** - Alert', '25:61', /hours run from 00 to 23/],
    ['- 24:00 - Alert', '24:00', /00:00 of the next day/],
    ['- 14:2 - Alert', '14:2', /two digits/],
    ['- ??:?? - Alert', '??:??', /leaves open/],
    ['- XX:XX - Alert', 'XX:XX', /leaves open/],
    ['- 14:?? - Alert', '14:??', /leaves open/],
    ['- [???] Alert', '???', /leaves open/],
    ['- TBD - Alert', 'TBD', /leaves open/],
    ['- 20202-01-16 12:00 Alert', '20202-01-16', /"20202" has 5 digits/],
    ['- 11/03/199 - Alert', '11/03/199', /"199" has 3 digits/],
    ['- First detected 22035-03-18 09:36', '22035-03-18', /"22035" has 5 digits/],
    ['- 2024-02-30 12:00 Alert', '2024-02-30', /no such day/],
    ['- 2024-01-15 25:00 Alert', '25:00', /hours run from 00 to 23/],
    ['- Somebody looked at it', 'Somebody looked at it', /no time/],
  ];
  for (const [entry, marked, reason] of wrong) {
    it(`reports ${entry}`, () => {
      const text = `## Timeline\n- 14:00 A\n- 14:10 B\n${entry}\n- 14:50 C\n`;
      const timeline = timelineOf(text);
      assert.equal(timeline.entries.length, 3);
      assert.deepEqual(
        timeline.unread.map(({ span }) => text.slice(span.start, span.end)),
        [marked],
      );
      assert.match(timeline.unread[0]?.reason ?? '', reason);
    });
  }

  it('reports no row that goes on with the one above', () => {
    const text = '## Timeline\n| Time | Event |\n|--|--|\n| 14:00 | A |\n| | → B |\n| 14:10 | C |\n| | B |\n';
    const { entries, unread } = timelineOf(text);
    assert.equal(entries.length, 2);
    assert.deepEqual(
      unread.map(({ span }) => text.slice(span.start, span.end)),
      ['| | B |'],
    );
  });

  it('reports rows of a table that have no time', () => {
    const text = '## Timeline\n| Time | Event |\n|--|--|\n| 14:00 | A |\n| | B |\n| 25:10 | C |\n| HH:MM | D |\n';
    const timeline = timelineOf(text);
    assert.deepEqual(
      timeline.unread.map(({ span }) => text.slice(span.start, span.end)),
      ['| | B |', '25:10'],
    );
    assert.equal(timeline.blanks.length, 1);
  });

  it('reports a bullet without a time at the beginning and at the end', () => {
    const texts = [
      ['## Timeline\n- The deploy went out\n- 14:00 A\n- 14:10 B\n', 'The deploy went out'],
      ['## Timeline\n- 14:00 A\n- 14:10 B\n- All was well again\n', 'All was well again'],
      ['## Timeline\n<ul>\n<li>14:00 A</li>\n<li>14:10 B</li>\n<li>All was well</li>\n</ul>\n', 'All was well'],
    ];
    for (const [text = '', marked] of texts) {
      const { unread } = timelineOf(text);
      assert.deepEqual(
        unread.map(({ span }) => text.slice(span.start, span.end)),
        [marked],
      );
    }
  });

  it('reports once that no entry of a timeline has a time', () => {
    const timeline = timelineOf('## Timeline\n- 1705327500 alert\n- 1705327560 ack\n');
    assert.match(timeline.unread[0]?.reason ?? '', /No entry of this timeline has a time/);
    assert.equal(timeline.unread.length, 1);
    assert.equal(timelineOf('## Timeline\n\nWe fixed it soon.\n').unread.length, 0);
  });

  it('invents no entry from sentences that mention times', () => {
    const prose = '## Timeline\n\nThe outage began at 14:05 when a deploy failed. We fixed it by 15:00.\n';
    assert.deepEqual(timelineOf(prose).entries, []);
    const evidence = '## Timeline\n- 14:00 A\n\n  > 13:59:10 log\n- 14:10 B\n\n> 14:07 quoted\n';
    assert.equal(timelineOf(evidence).entries.length, 2);
  });

  it('leaves alone what is no entry', () => {
    const texts = [
      '## Timeline\nThe times below come from the logs.\n\n- 14:00 A\n- 14:10 B\n\nThat was 2 hours in all.\n\n- **Note:** nobody was paged\n',
      '## Timeline\n- 14:00 A\n- [the graph](x.png)\n- 14:10 B\n- 14:20 C\n- Note: more in the log\n- 14:30 D\n- See also the log\n',
      '## Timeline\n- 14:00 A\n\n![graph](x.png)\n\n> 25:61 quoted\n\n```\n25:61 log\n```\n- 14:10 B\n',
      '## Timeline\nBlock based:\n1st wave: 1071900 - 1072525\n\n14:00 - A\n\n14:10 - B\n',
      '## Timeline\n### 14:00\n\n1. It works within 10s\n2. It fails later\n\n### 14:10\n\n- one thing\n- 5 pods\n',
      '## Timeline\n\n| Cause | Count |\n|--|--|\n| a | 1 |\n\n- 14:00 A\n- 14:10 B\n',
      '## Timeline\n- 14:00 A\n- 14:10 B\n\n**Duration:** 14:00 to 14:10 (10 minutes)\n**Total impact:** 10 minutes (14:00 - 14:10 UTC)\n',
    ];
    for (const text of texts) {
      const timeline = timelineOf(text);
      assert.deepEqual(timeline.unread, [], text);
      assert.ok(
        timeline.entries.every(({ text: words }) => /^[A-D]$|^1\.|^- one/.test(words)),
        text,
      );
    }
  });
});
