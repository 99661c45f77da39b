import assert from 'node:assert/strict';
import { moments, timelineOf } from './reading.ts';

function why(text: string, context = {}): string | undefined {
  return timelineOf(text, context).entries[0]?.unknown;
}

function orderOf(...times: string[]): string {
  return timelineOf(`## Timeline\n${times.map((time) => `- ${time} X\n`).join('')}`).order;
}

/** Days from the first of some dates that have no year. */
function daysOf(...dates: string[]): number[] {
  const { entries } = timelineOf(`## Timeline\n${dates.map((date) => `- ${date} 10:00 X\n`).join('')}`, {
    documentDate: undefined,
  });
  assert.ok(entries.every(({ day, stamp, pastMidnight }) => !day && !stamp.date && !pastMidnight));
  const days = entries.map(({ nominal }) => nominal?.day ?? 0);
  return days.map((day) => day - (days[0] ?? 0));
}

describe('Moments of timeline entries', () => {
  const cases: readonly (readonly [name: string, text: string, at: readonly (string | undefined)[]])[] = [
    ['takes the document’s date', '## Timeline\n- 14:23 A\n', ['2024-01-15T14:23']],
    [
      'takes the date of the heading',
      '## Timeline (all times UTC) Monday May 10th, 2021\n- 14:23 A\n',
      ['2021-05-10T14:23'],
    ],
    [
      'takes the date of the introduction',
      '## Timeline\nAll times in PST, on February 5th 2019\n\n* [08:47] A\n',
      ['2019-02-05T16:47'],
    ],
    [
      'carries an entry’s date on',
      '## Timeline\n- 2024-01-17 14:23 A\n- 14:30 B\n',
      ['2024-01-17T14:23', '2024-01-17T14:30'],
    ],
    [
      'takes the document’s date after a day that is told without a time',
      '## Timeline\n- 2024-01-12 A\n- 14:23 B\n- 14:30 C\n',
      [undefined, '2024-01-15T14:23', '2024-01-15T14:30'],
    ],
    [
      'gives entries before the first date its day',
      '## Timeline\n- 14:23 A\n- 2024-01-10 15:00 B\n',
      ['2024-01-10T14:23', '2024-01-10T15:00'],
    ],
    [
      'passes midnight',
      '## Timeline\n- 23:50 A\n- 00:10 B\n- 00:40 C\n',
      ['2024-01-15T23:50', '2024-01-16T00:10', '2024-01-16T00:40'],
    ],
    [
      'passes midnight twice',
      '## Timeline\n- 23:50 A\n- 09:10 B\n- 23:00 C\n- 01:00 D\n',
      ['2024-01-15T23:50', '2024-01-16T09:10', '2024-01-16T23:00', '2024-01-17T01:00'],
    ],
    ['goes on in the morning after', '## Timeline\n- 17:05 A\n- 09:00 B\n', ['2024-01-15T17:05', '2024-01-16T09:00']],
    [
      'keeps a small step back on its day',
      '## Timeline\n- 14:23 A\n- 14:10 B\n- 14:40 C\n',
      ['2024-01-15T14:23', '2024-01-15T14:10', '2024-01-15T14:40'],
    ],
    [
      'keeps a slip on its day',
      '## Timeline\n- 14:00 A\n- 02:05 B\n- 14:10 C\n',
      ['2024-01-15T14:00', '2024-01-15T02:05', '2024-01-15T14:10'],
    ],
    [
      'starts anew at each date',
      '## Timeline\n### 2024-01-16\n- 23:50 A\n### 2024-01-17\n- 08:00 B\n',
      ['2024-01-16T23:50', '2024-01-17T08:00'],
    ],
    [
      'reads newest first',
      '## Timeline\n- 14:40 C\n- 14:30 B\n- 14:23 A\n',
      ['2024-01-15T14:40', '2024-01-15T14:30', '2024-01-15T14:23'],
    ],
    [
      'reads newest first over midnight',
      '## Timeline\n- 00:40 D\n- 00:10 C\n- 23:50 B\n- 23:40 A\n',
      ['2024-01-16T00:40', '2024-01-16T00:10', '2024-01-15T23:50', '2024-01-15T23:40'],
    ],
    [
      'takes the year from the document',
      '## Timeline\n- Dec 31 23:50 A\n- Jan 1 00:10 B\n',
      ['2023-12-31T23:50', '2024-01-01T00:10'],
    ],
    [
      'takes the month from the document',
      '## Timeline\n- 15th 23:50 A\n- 16th 00:10 B\n',
      ['2024-01-15T23:50', '2024-01-16T00:10'],
    ],
    [
      'knows summer time',
      '## Timeline (Europe/Berlin)\n- 2024-07-01 12:00 A\n- 2024-12-01 12:00 B\n',
      ['2024-07-01T10:00', '2024-12-01T11:00'],
    ],
    ['takes a skipped time after the gap', '## Timeline (Pacific time)\n- 2024-03-10 02:30 A\n', ['2024-03-10T10:30']],
    ['takes a doubled time as the first', '## Timeline (Pacific time)\n- 2024-11-03 01:30 A\n', ['2024-11-03T08:30']],
    ['takes an abbreviation at its word', '## Timeline (PST)\n- 2024-07-01 12:00 A\n', ['2024-07-01T20:00']],
    [
      'believes an offset beside a name',
      '## Timeline\nAll times in PST (UTC-7)\n\n- 2024-07-01 12:00 A\n',
      ['2024-07-01T19:00'],
    ],
    [
      'knows a place of which there are two clocks',
      '## Timeline (PST/PDT)\n- 2024-07-01 12:00 A\n',
      ['2024-07-01T19:00'],
    ],
    [
      'takes the one zone that entries state for the others too',
      '## Timeline\n- 14:23 CET A\n- 14:30 B\n- 14:40 CET C\n',
      ['2024-01-15T13:23', '2024-01-15T13:30', '2024-01-15T13:40'],
    ],
    [
      'reads a zone from a sentence elsewhere',
      '# X\n\nAll times PDT.\n\n## Timeline\n- 14:23 A\n',
      ['2024-01-15T21:23'],
    ],
    [
      'reads a zone from the column’s header',
      '## Timeline\n| Date and Time in CET | Event |\n|--|--|\n| 2024-01-15 14:23 | A |\n',
      ['2024-01-15T13:23'],
    ],
    [
      'knows months first by an unambiguous date',
      '## Timeline\n- 01/02/2024 10:00 A\n- 01/16/2024 10:00 B\n',
      ['2024-01-02T10:00', '2024-01-16T10:00'],
    ],
    [
      'knows days first by an unambiguous date',
      '## Timeline\n- 01/02/2024 10:00 A\n- 16/02/2024 10:00 B\n',
      ['2024-02-01T10:00', '2024-02-16T10:00'],
    ],
    [
      'takes the order that is closer to the document’s date',
      '## Timeline\n- 02/01/2024 10:00 A\n- 03/01/2024 10:00 B\n',
      ['2024-01-02T10:00', '2024-01-03T10:00'],
    ],
    [
      'does not know the moment of a day',
      '## Timeline\n- 2024-01-16: A\n- 2024-01-17 --:-- B\n',
      [undefined, undefined],
    ],
    ['does not know a moment without zone', '## Timeline (IST)\n- 14:23 A\n', [undefined]],
  ];
  for (const [name, text, at] of cases) {
    it(name, () => {
      assert.deepEqual(moments(timelineOf(text)), at);
    });
  }

  const years: readonly (readonly [
    name: string,
    entries: string,
    known: object,
    at: readonly (string | undefined)[],
  ])[] = [
    ['the year of the path', '- 12/31 23:50 A\n- 1/1 00:10 B', { documentYear: 2023 }, ['2023-12-31', '2024-01-01']],
    [
      'a leap year of the path',
      '- Jan 1 10:00 A\n- Dec 31 10:00 B',
      { documentYear: 2024 },
      ['2024-01-01', '2023-12-31'],
    ],
    ['another date', '- Dec 31 23:50 A\n- 2024-01-01 00:10 B', {}, ['2023-12-31', '2024-01-01']],
    [
      'the months before the document’s date',
      '- Jan 10 10:00 A',
      { documentDate: { year: 2024, month: 8, day: 1 } },
      ['2024-01-10'],
    ],
    ['the weeks after it', '- Jan 2 10:00 A', { documentDate: { year: 2023, month: 12, day: 20 } }, ['2024-01-02']],
    ['none', '- Dec 31 23:50 A\n- Jan 1 00:10 B', {}, [undefined, undefined]],
  ];
  for (const [name, entries, known, at] of years) {
    it(`takes the year from ${name}`, () => {
      const timeline = timelineOf(`## Timeline\n${entries}\n`, { documentDate: undefined, ...known });
      assert.deepEqual(
        moments(timeline).map((moment) => moment?.slice(0, 10)),
        at,
      );
    });
  }

  const teams: readonly (readonly [zone: string, team: string, at: string | undefined])[] = [
    ['', 'UTC', '14:23'],
    ['', 'Europe/Oslo', '13:23'],
    ['(UTC)', 'Europe/Oslo', '14:23'],
    ['(local time)', 'UTC', undefined],
    ['(local time)', 'Europe/Oslo', '13:23'],
    ['(IST)', 'Asia/Kolkata', '08:53'],
    ['(IST)', 'Europe/Dublin', '13:23'],
    ['(IST)', 'Europe/Oslo', undefined],
    ['(IST, India)', 'Europe/Oslo', '08:53'],
    ['(CST)', 'UTC', '20:23'],
    ['(CST)', 'Asia/Shanghai', '06:23'],
    ['(CST, China)', 'America/Chicago', '06:23'],
    ['(CST (UTC+8))', 'America/Chicago', '06:23'],
    ['(China Standard Time)', 'UTC', '06:23'],
    ['(BST)', 'Asia/Dhaka', '08:23'],
    ['(BST)', 'UTC', '13:23'],
  ];
  for (const [zone, defaultZone, at] of teams) {
    it(`reads 14:23 ${zone} of a team in ${defaultZone} as ${at ?? 'unknown'}`, () => {
      const written = [`## Timeline ${zone}\n- 14:23 A\n`, `## Timeline\n- 14:23 ${zone.replace(/\W/g, '')} A\n`];
      const isShort = /^(?:\(\w+\))?$/.test(zone);
      for (const text of isShort ? written : written.slice(0, 1))
        assert.equal(moments(timelineOf(text, { defaultZone }))[0], at && `2024-01-15T${at}`, text);
    });
  }

  it('keeps dates without any year in order', () => {
    assert.deepEqual(daysOf('Dec 31', 'Jan 1', 'Jan 3'), [0, 1, 3]);
    assert.deepEqual(daysOf('Jan 2', 'Jan 1', 'Dec 31'), [0, -1, -2]);
    assert.deepEqual(daysOf('12/03', '12/04'), [0, 1]);
    assert.deepEqual(daysOf('03/12', '04/12'), [0, 1]);
  });

  it('says why a moment is not known', () => {
    assert.equal(why('## Timeline\n- 2024-01-16: A\n'), 'Only the day is given, not the time.');
    assert.match(why('## Timeline (IST)\n- 14:23 A\n') ?? '', /"IST" can mean several time zones/);
    assert.match(why('## Timeline\n- 14:23 A\n', { documentDate: undefined }) ?? '', /No date is given/);
    assert.match(why('## Timeline\n- Dec 31 14:23 A\n', { documentDate: undefined }) ?? '', /has no year/);
    assert.match(why('## Timeline\n- 14:23 Asia/Atlantis A\n') ?? '', /"Asia\/Atlantis" is no time zone/);
    assert.equal(why('## Timeline\n- 14:23 A\n'), undefined);
  });

  it('gives each entry its day', () => {
    const days = timelineOf('## Timeline\n- 23:50 A\n- 00:10 B\n- 2024-01-18 C\n').entries.map(({ day }) => day?.day);
    assert.deepEqual(days, [15, 16, 18]);
  });

  it('says which zone holds, and where it stands', () => {
    const text = '## Timeline\nAll times are in CET.\n- 14:23 A\n';
    const { zone } = timelineOf(text);
    assert.deepEqual(zone, { name: 'CET', id: '+01:00', span: { start: 29, end: 32 } });
    assert.equal(timelineOf('## Timeline\n- 14:23 A\n').zone, undefined);
  });

  it('says whether the newest entry stands first', () => {
    assert.equal(orderOf('14:23', '14:30', '14:40'), 'ascending');
    assert.equal(orderOf('14:40', '14:30', '14:23'), 'descending');
    assert.equal(orderOf('14:23', '14:40', '14:30', '14:50'), 'ascending');
    assert.equal(orderOf('23:50', '00:10'), 'ascending');
    assert.equal(orderOf('14:40', '14:23'), 'ascending');
    assert.equal(orderOf('2024-01-17 10:00', '2024-01-16 12:00', '2024-01-15 14:00'), 'descending');
  });
});
