import assert from 'node:assert/strict';
import { read, timelineOf, told } from './reading.ts';

/** How timelines stand in documents, with the entries that a reader sees in each. */
const documents: readonly (readonly [name: string, text: string, entries: readonly string[]])[] = [
  [
    'bullets',
    '## Timeline (UTC)\n- **14:23** - Alert\n- **14:40** - Fix\n',
    ['2024-01-15T14:23 Alert', '2024-01-15T14:40 Fix'],
  ],
  [
    'bullets with continuation lines and evidence',
    '## Timeline\n- 14:23 Alert\n  fired twice\n\n  ```\n  14:24 log line\n  ```\n- 14:40 Fix\n  - reverted the change\n  - told support\n',
    ['2024-01-15T14:23 Alert\n  fired twice', '2024-01-15T14:40 Fix'],
  ],
  [
    'times in the wrapped lines of a bullet, which begin no entry',
    '## Timeline (UTC)\n\n- **14:05** Fleet upgraded,\n  2024-01-11. Hosts answer\n- **~14:20** Maps over\n  8:48). Flushed\n',
    ['2024-01-15T14:05 Fleet upgraded,\n  2024-01-11. Hosts answer', '2024-01-15T14:20 Maps over\n  8:48). Flushed'],
  ],
  [
    'nested bullets with stamps',
    '## Timeline\n- 14:23 Alert\n  - 14:25 Looked at it\n- 14:40 Fix\n',
    ['2024-01-15T14:23 Alert', '2024-01-15T14:25 Looked at it', '2024-01-15T14:40 Fix'],
  ],
  [
    'dates as bullets with nested times',
    '## Timeline\n- 2024-01-16\n  - 23:50 Alert\n- 2024-01-17:\n  - 00:10 Fix\n',
    ['2024-01-16T23:50 Alert', '2024-01-17T00:10 Fix'],
  ],
  [
    'numbered bullets',
    '## Timeline\n1. 14:23 Alert\n2. 14:40 Fix\n',
    ['2024-01-15T14:23 Alert', '2024-01-15T14:40 Fix'],
  ],
  [
    'lines of one paragraph',
    '## Timeline\n14:23 Alert\n14:40 Fix\n14:50 Done\n',
    ['2024-01-15T14:23 Alert', '2024-01-15T14:40 Fix', '2024-01-15T14:50 Done'],
  ],
  [
    'lines with continuation lines',
    '## Timeline\n14:23 - Alert for\nthe API\n14:40 - Fix at\n15:00 was planned\n',
    ['2024-01-15T14:23 Alert for\nthe API', '2024-01-15T14:40 Fix at\n15:00 was planned'],
  ],
  [
    'lines that end as a sentence would go on',
    '## Timeline\n14:23 - Alert looked at\n14:40 - Plan a\n14:50 - Fixed (\n15:00 - Done\n',
    [
      '2024-01-15T14:23 Alert looked at',
      '2024-01-15T14:40 Plan a',
      '2024-01-15T14:50 Fixed (',
      '2024-01-15T15:00 Done',
    ],
  ],
  [
    'paragraphs',
    '## Timeline\n\n14:23 - Alert\n\nWith a graph.\n\n14:40 - Fix\n',
    ['2024-01-15T14:23 Alert', '2024-01-15T14:40 Fix'],
  ],
  [
    'lines parted by <br>',
    '## Timeline\n14:23 Alert<br>14:40 Fix<br/>\n14:50 Done\n',
    ['2024-01-15T14:23 Alert', '2024-01-15T14:40 Fix', '2024-01-15T14:50 Done'],
  ],
  [
    'lines parted by hard breaks',
    '## Timeline\n14:23 Alert  \n14:40 Fix\\\n14:50 Done\n',
    ['2024-01-15T14:23 Alert', '2024-01-15T14:40 Fix\\', '2024-01-15T14:50 Done'],
  ],
  [
    'stamps on lines of their own',
    '## Timeline\n\n**14:23**\n\nAlert fired.\n\n**14:40**\n\nFixed.\n',
    ['2024-01-15T14:23 Alert fired.', '2024-01-15T14:40 Fixed.'],
  ],
  [
    'stamps with the words in the next line',
    '## Timeline\n\nJanuary 15, 2024: 2:23pm UTC\nAlert fired.\n\nJanuary 16, 2024: 1:00pm UTC\nFixed.\n',
    ['2024-01-15T14:23 Alert fired.', '2024-01-16T13:00 Fixed.'],
  ],
  [
    'date lines',
    '## Timeline\n\n_1/15/24_\n\n11:12 PM: Alert\n\n_1/16/24_\n\n9:00 AM: Fix\n',
    ['2024-01-15T23:12 Alert', '2024-01-16T09:00 Fix'],
  ],
  [
    'a date line with the zone',
    '## Timeline\n\n2024-01-16 (all times in CET)\n\n- 14:23 Alert\n- 14:40 Fix\n',
    ['2024-01-16T13:23 Alert', '2024-01-16T13:40 Fix'],
  ],
  [
    'headings',
    '## Timeline\n\n### 2024-01-16 14:23\n\nAlert fired.\n\n### 14:40 - Fix\n\nReverted.\n\n### 14:50\n\n- looked again\n',
    ['2024-01-16T14:23 Alert fired.', '2024-01-16T14:40 Fix', '2024-01-16T14:50 - looked again'],
  ],
  [
    'headings at the level of the timeline itself',
    '# X\n\n## Timeline\n\n### 22:00\n\nAlert\n\n## Jan 16, 13:00\n\nFix\n\n### 13:20\n\nDone\n\n## Conclusion\n\n### 14:00 is late\n',
    ['2024-01-15T22:00 Alert', '2024-01-16T13:00 Fix', '2024-01-16T13:20 Done'],
  ],
  [
    'dates as sub-headings',
    '## Timeline\n\n### 2024-01-16\n\n- 23:50 Alert\n\n### January 17th, 2024 - The day after\n\n- 00:10 Fix\n',
    ['2024-01-16T23:50 Alert', '2024-01-17T00:10 Fix'],
  ],
  [
    'a table',
    '## Timeline\n\n| Time (UTC) | Event | Link |\n|---|---|---|\n| 14:23 | Alert | x |\n| 14:40 | Fix | |\n',
    ['2024-01-15T14:23 Alert', '2024-01-15T14:40 Fix'],
  ],
  [
    'a table with day, date and time, and the year in the header',
    '## Timeline (all times PT)\n\n| Day | Date (2021) | Time (PT) | Event |\n|--|--|--|--|\n| Sun | Oct 31 | 21:33 | Alert |\n| Mon | Nov 1 | 17:00 | Fix |\n',
    ['2021-11-01T04:33 Alert', '2021-11-02T00:00 Fix'],
  ],
  [
    'a table that leaves a repeated date away',
    '## Timeline\n\n| Date | Time | Who | What |\n|--|--|--|--|\n| 2024-01-16 | 14:23 | Ann | Alert |\n| | 14:40 | Bob | Fix |\n',
    ['2024-01-16T14:23 Alert', '2024-01-16T14:40 Fix'],
  ],
  [
    'a table without words in its header',
    '## Timeline\n\n| | |\n|--|--|\n| 14:23 | Alert |\n| 14:40 | Fix |\n',
    ['2024-01-15T14:23 Alert', '2024-01-15T14:40 Fix'],
  ],
  [
    'a table with the times behind',
    '## Timeline\n\n| Event | Time |\n|--|--|\n| Detected | 14:23 |\n| Resolved | 14:40 |\n',
    ['2024-01-15T14:23 Detected', '2024-01-15T14:40 Resolved'],
  ],
  [
    'a table with the same times in two zones',
    '## Timeline\n\n| PST | UTC | Event |\n|--|--|--|\n| 06:23 | 14:23 | Alert |\n| 06:40 | 14:40 | Fix |\n',
    ['2024-01-15T14:23 Alert', '2024-01-15T14:40 Fix'],
  ],
  [
    'a table with start and end',
    '## Timeline\n\n| Start | End | Event |\n|--|--|--|\n| 14:23 | 14:30 | Alert |\n| 14:40 | 15:00 | Fix |\n',
    ['2024-01-15T14:23 Alert', '2024-01-15T14:40 Fix'],
  ],
  [
    'labels with nested bullets, and no heading',
    '# Incident on 2024-01-15\n\n- **Key events**\n  - First detected 2024-01-15 14:05\n  - Incident declared: 2024-01-15 15:21\n  - Resolved 2024-01-15 16.30\n\n- **Time to resolve**: 2h 25m\n- **Context**:\n  - 2024-01-15 14:05 - Alert\n  - 2024-01-15 14:20: Looked\n  - 2024-01-15 16.30 Fix\n- **Resolution**:\n  - Increased the size\n',
    [
      '2024-01-15T14:05 First detected',
      '2024-01-15T15:21 Incident declared',
      '2024-01-15T16:30 Resolved',
      '2024-01-15T14:05 Alert',
      '2024-01-15T14:20 Looked',
      '2024-01-15T16:30 Fix',
    ],
  ],
  [
    'a label before a list',
    '# X\n\nSummary of it.\n\n**Timeline:**\n\n- 14:23 Alert\n- 14:40 Fix\n\n**Actions:**\n\n- 2024-02-01 Do it\n',
    ['2024-01-15T14:23 Alert', '2024-01-15T14:40 Fix'],
  ],
  [
    'a label in the entries’ own paragraph',
    '# X\n\nTimeline:\n14:23 - Alert\n14:40 - Fix\n\nRoot cause: a bug\n',
    ['2024-01-15T14:23 Alert', '2024-01-15T14:40 Fix'],
  ],
  [
    'lists that nothing names',
    '# X\n\n## What happened\n\n- 14:23 Alert\n- 14:30 Looked\n- 14:40 Fix\n\n## Actions\n\n- 2024-02-01 Do it\n',
    ['2024-01-15T14:23 Alert', '2024-01-15T14:30 Looked', '2024-01-15T14:40 Fix'],
  ],
  [
    'bullets that are really lines with typed dashes',
    '## Timeline\n- 2024-01-15 14:23: Alert\n– 2024-01-15 14:40: Fix\n- 2024-01-15 14:50: Done\n',
    ['2024-01-15T14:23 Alert', '2024-01-15T14:40 Fix', '2024-01-15T14:50 Done'],
  ],
  [
    'four digits',
    '## Timeline\n- 0923 Alert\n- 0940 2023 pods restarted\n- 2010 Fix\n',
    ['2024-01-15T09:23 Alert', '2024-01-15T09:40 2023 pods restarted', '2024-01-15T20:10 Fix'],
  ],
  [
    'an indented block of code',
    '## Timeline (PST)\n    - 11:16 ::::: deployed\n    - 11:54 ::::: rolled back\n    - 1:52 ::::: done\n',
    ['2024-01-15T19:16 deployed', '2024-01-15T19:54 rolled back', '2024-01-15T21:52 done'],
  ],
  [
    'a fenced block of code',
    '## Timeline\n\n```\n14:23 Alert\n14:40 Fix\n```\n',
    ['2024-01-15T14:23 Alert', '2024-01-15T14:40 Fix'],
  ],
  [
    'a twelve-hour clock without halves',
    '## Timeline\n- 9:50 Deploy\n- 11:40 Alert\n- 12:10 Looked\n- 1:05 Fix\n- 2:00 Done\n',
    [
      '2024-01-15T09:50 Deploy',
      '2024-01-15T11:40 Alert',
      '2024-01-15T12:10 Looked',
      '2024-01-15T13:05 Fix',
      '2024-01-15T14:00 Done',
    ],
  ],
  [
    'lines in bold italics under days',
    '## Timeline\n\n_(All dates and times below are shown in UTC)_\n\n### Wednesday, January 24, 2024\n\n**_02:00_** Deploy.\n\n**_07:05 _** Alert.\n\n### Thursday, January 25, 2024\n\n**_02:39_** Fix.\n',
    ['2024-01-24T02:00 Deploy.', '2024-01-24T07:05 Alert.', '2024-01-25T02:39 Fix.'],
  ],
  [
    'a log with ranges and open ends',
    '## Timeline\n\n| Time | Event |\n|--|--|\n| 22:36-23:03 | Down |\n| 23:04+ | Slow |\n| ~23:20 | Fix |\n',
    ['2024-01-15T22:36 Down', '2024-01-15T23:04 Slow', '2024-01-15T23:20 Fix'],
  ],
  [
    'stamps that count days and seconds from a start',
    '## Timeline\n- T-7d: Change deployed\n- T-0: Broke\n- 2024-01-15 14:23 Alert\n- T+0.5s Looked\n',
    [
      '2024-01-08T14:23 Change deployed',
      '2024-01-15T14:23 Broke',
      '2024-01-15T14:23 Alert',
      '2024-01-15T14:23:00.500Z Looked',
    ],
  ],
  [
    'relative stamps',
    '## Timeline\n- 14:23 Alert\n- T+5m Looked\n- T+1:30 Fix\n',
    ['2024-01-15T14:23 Alert', '2024-01-15T14:28 Looked', '2024-01-15T15:53 Fix'],
  ],
];

describe('Timelines in every container', () => {
  for (const [name, text, entries] of documents) {
    it(`reads ${name}`, () => {
      const timeline = timelineOf(text);
      assert.deepEqual(told(timeline), entries);
      assert.deepEqual(timeline.unread, []);
    });
  }

  it('knows the headings of timelines', () => {
    const headings = [
      'Timeline',
      'Timeline (UTC)',
      'Timeline - all times in UTC',
      '⏱ Timeline',
      '4. Timeline',
      'Incident Timeline',
      'Detailed timeline',
      'Timeline of events',
      'Timeline of the incident',
      'Chain of Events',
      'Sequence of events',
      'Key events',
      'Chronology',
      'Event log',
      'Timeline (all times PST ) Saturday Oct 30th 2021',
      '**Timeline**',
      'Timeline:',
      'Timeline / Zeitlinie',
      '2  Timeline (UTC)',
      'Events',
      'Outage timeline UTC',
    ];
    for (const heading of headings) {
      assert.equal(read(`# X\n\n## ${heading}\n\n- 14:23 Alert\n`)?.entries.length, 1, heading);
    }
  });

  it('finds none where there is none', () => {
    const texts = [
      '',
      '# X\n\nProse that says at 14:23 it broke.\n',
      '## Actions\n\n- 2024-02-01 Do it\n- 2024-02-02 Do that\n- 2024-02-03 And that\n',
      '## Impact\n\nFrom 14:23 to 15:00 it was down. At 15:10 it was up.\n\nBy 16:00 all was well.\n\nAt 17:00 we left.\n',
      '## Timeliness\n\nText\n',
    ];
    for (const text of texts) assert.equal(read(text), undefined, text);
  });

  it('has a place for entries where nobody has written one', () => {
    const timeline = timelineOf('## Timeline (UTC)\n\n- **HH:MM** - [event]\n- **HH:MM** - [event]\n\n## Impact\n');
    assert.deepEqual(timeline.entries, []);
    assert.deepEqual(timeline.unread, []);
    assert.equal(timeline.blanks.length, 2);
    assert.equal(timelineOf('## Timeline\n').entries.length, 0);
  });
});
