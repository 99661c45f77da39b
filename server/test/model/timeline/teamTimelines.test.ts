import assert from 'node:assert/strict';
import { timelineOf, told } from './reading.ts';

/** Whole timelines as other teams write them, with the entries that a reader sees in each. */
const documents: readonly (readonly [name: string, text: string, entries: readonly string[]])[] = [
  [
    'chat messages below a name and a time',
    '## Timeline\n\n**bob** 14:05\nalert fired\n\n**ann** 14:09\nlooking\n\n**bob** 14:20\nfixed\n',
    ['2024-01-15T14:05 alert fired', '2024-01-15T14:09 looking', '2024-01-15T14:20 fixed'],
  ],
  [
    'chat messages below a name and a time in brackets',
    '## Timeline\n\nBob Smith  [2:05 PM]\nalert fired\n\nAnn Lee  [2:09 PM]\nlooking\n\nBob Smith  [2:20 PM]\nfixed\n',
    ['2024-01-15T14:05 alert fired', '2024-01-15T14:09 looking', '2024-01-15T14:20 fixed'],
  ],
  [
    'a further timeline of what came after',
    '## Timeline (times in UTC)\n\n### 5:00 PM\nDeclared\n\n## Follow-up timeline (times in UTC)\n\n### 8:16 PM\nReports\n',
    ['2024-01-15T17:00 Declared', '2024-01-15T20:16 Reports'],
  ],
  [
    'a column for the type of an entry before its words',
    '## Timeline (UTC)\n\n| Time | Event Type | Description |\n|-|-|-|\n| 14:05 | `operator` | Alert fired |\n| 14:09 | `comms` | Told users |\n',
    ['2024-01-15T14:05 Alert fired', '2024-01-15T14:09 Told users'],
  ],
  [
    'rows that were left out',
    '## Timeline (UTC)\n\n| Time | Event |\n|-|-|\n| 14:05 | Alert fired |\n| … | … |\n| ... | ... |\n| 14:20 | Fixed |\n',
    ['2024-01-15T14:05 Alert fired', '2024-01-15T14:20 Fixed'],
  ],
  [
    'a zone that stands beside the times of the summary alone',
    '## Summary\n\nDown from 9:00 AM to 9:40 AM (PST).\n\n## Timeline\n\n- 9:00 AM Alert\n- 9:40 AM Fixed\n',
    ['2024-01-15T17:00 Alert', '2024-01-15T17:40 Fixed'],
  ],
  [
    'a zone declared in italics, and a day in a heading of the same level',
    '## Timeline\n\n_All times in EST_\n\n## January 16\n1:03\nAlert\n\n5:41\nFixed\n\n## Impact\n\nUntil 18:00 UTC.\n',
    ['2024-01-16T06:03 Alert', '2024-01-16T10:41 Fixed'],
  ],
  [
    'a day with a remark in brackets above the times',
    '## Timeline\n\n**15th Jan:** (GST is [UTC+04])\n20:20 GST : Alert\n21:09 GST : Fixed\n',
    ['2024-01-15T16:20 Alert', '2024-01-15T17:09 Fixed'],
  ],
  [
    'a zone before the times of the summary',
    '## Impact\n\nShort outages beginning from GMT 05:13.\n\n## Timeline\n\n- 05:13 Alert\n- 05:43 Fixed\n',
    ['2024-01-15T05:13 Alert', '2024-01-15T05:43 Fixed'],
  ],
  [
    'lines of a paragraph, some of which begin with a word before the time',
    '## Timeline\n\n14:00 UTC - Alert\nAt 14:05 UTC, we escalated it\n14:10 UTC - Found it\n',
    ['2024-01-15T14:00 Alert', '2024-01-15T14:05 we escalated it', '2024-01-15T14:10 Found it'],
  ],
  [
    'a moment in the middle of words, whose minutes are no time of their own',
    '## Timeline\n\n- Attack started at Jan-15-2024 06:17:19 PM +UTC\n- Attack ended on Jan-15-2024 06:23:29 PM +UTC with\n',
    ['2024-01-15T18:17:19 Attack started'],
  ],
  [
    'two zones beside the times of the summary',
    '## Summary\n\nDown from 9:00 AM PST to 5:40 PM UTC.\n\n## Timeline\n\n- 9:00 AM Alert\n- 9:40 AM Fixed\n',
    ['2024-01-15T09:00 Alert', '2024-01-15T09:40 Fixed'],
  ],
  [
    'a description list',
    '## Timeline\n\n14:05\n: alert fired\n\n14:06\n: ack\n',
    ['2024-01-15T14:05 alert fired', '2024-01-15T14:06 ack'],
  ],
  [
    'status updates with the time in the last line',
    '## Timeline\n\n**Resolved** - This incident has been resolved.\nJan 15, 16:10 UTC\n\n**Monitoring** - A fix has been implemented.\nJan 15, 15:40 UTC\n\n**Investigating** - We are investigating.\nJan 15, 15:05 UTC\n',
    [
      '2024-01-15T16:10 **Resolved** - This incident has been resolved.',
      '2024-01-15T15:40 **Monitoring** - A fix has been implemented.',
      '2024-01-15T15:05 **Investigating** - We are investigating.',
    ],
  ],
  [
    'a date bullet among bullets with times',
    '## Timeline (all times UTC)\n\n* 2015-10-21\n\n* 14:51 News reports that a new Shakespearean sonnet has been discovered\n* 14:53 Traffic to Shakespeare search increases by 88x\n* 14:54 **OUTAGE BEGINS** — Search backends start melting down under load\n* 15:36 **OUTAGE ENDS**, all traffic balanced\n',
    [
      '2015-10-21T14:51 News reports that a new Shakespearean sonnet has been discovered',
      '2015-10-21T14:53 Traffic to Shakespeare search increases by 88x',
      '2015-10-21T14:54 **OUTAGE BEGINS** — Search backends start melting down under load',
      '2015-10-21T15:36 **OUTAGE ENDS**, all traffic balanced',
    ],
  ],
  [
    'headings with date, time and zone',
    '## Incident\n\nOn January 15, 22:52 UTC, routine maintenance.\n\n### Timeline\n\n#### 2018 October 21 22:52 UTC\n\nRouting.\n\n#### 2018 October 21 22:54 UTC\n\nAlerts.\n\n#### 2018 October 22 00:05 UTC\n\nMore.\n',
    ['2018-10-21T22:52 Routing.', '2018-10-21T22:54 Alerts.', '2018-10-22T00:05 More.'],
  ],
  [
    'sentences that begin with their time',
    '## Timeline\n\nAt 9:37 AM PDT on February 28th, an authorized team member executed a command.\n\nAt 12:26 PM PDT, the index subsystem had activated enough capacity.\n\nBy 1:18 PM PDT, it was fully recovered.\n',
    [
      '2024-02-28T16:37 an authorized team member executed a command.',
      '2024-02-28T19:26 the index subsystem had activated enough capacity.',
      '2024-02-28T20:18 it was fully recovered.',
    ],
  ],
  [
    'a day above entries with seconds',
    '## Timeline\n\n**Mon 15 Jan 2024**\n\n- `14:05:12` **Incident reported** by Bob\n- `14:06:00` Severity changed from Minor to Major\n- `15:00:00` Status changed from Monitoring to Closed\n',
    [
      '2024-01-15T14:05:12 **Incident reported** by Bob',
      '2024-01-15T14:06 Severity changed from Minor to Major',
      '2024-01-15T15:00 Status changed from Monitoring to Closed',
    ],
  ],
  [
    'a table of a log',
    '## Timeline\n\n| Time | Event |\n|--|--|\n| Jan 15, 2024 at 2:05 PM | Triggered |\n| Jan 15, 2024 at 2:06 PM | Acknowledged by Bob |\n',
    ['2024-01-15T14:05 Triggered', '2024-01-15T14:06 Acknowledged by Bob'],
  ],
  [
    'a table whose header is an entry',
    '## Timeline\n\n| Jan 15, 2024 2:05 PM | Alert created |\n|--|--|\n| Jan 15, 2024 2:06 PM | Acknowledged |\n',
    ['2024-01-15T14:05 Alert created', '2024-01-15T14:06 Acknowledged'],
  ],
  [
    'days as rows of a table',
    '## Timeline\n\n| Time | Event |\n|---|---|\n| **Jan 15** | |\n| 23:05 | alert |\n| **Jan 16** | |\n| 00:06 | ack |\n',
    ['2024-01-15T23:05 alert', '2024-01-16T00:06 ack'],
  ],
  [
    'days in the column of words',
    '## Timeline\n\n| Time | Event |\n|---|---|\n| | **15 January 2024** |\n| 23:05 | alert |\n| | **16 January 2024** |\n| 10:06 | ack |\n',
    ['2024-01-15T23:05 alert', '2024-01-16T10:06 ack'],
  ],
  [
    'days with a title as rows',
    '## Timeline\n\n| Time | Event |\n|--|--|\n| **2024-01-15** | **Day one** |\n| 14:05 | alert |\n| **2024-01-16** | **Day two** |\n| 09:06 | ack |\n',
    ['2024-01-15T14:05 alert', '2024-01-16T09:06 ack'],
  ],
  [
    'a table over several days',
    '## Timeline\n\n| Date | Time | Event |\n|---|---|---|\n| 2024-01-15 | 23:05 | alert |\n| 2024-01-16 | 00:06 | ack |\n| | 00:10 | fix |\n| **2024-01-17** | | |\n| | 09:00 | review |\n',
    ['2024-01-15T23:05 alert', '2024-01-16T00:06 ack', '2024-01-16T00:10 fix', '2024-01-17T09:00 review'],
  ],
  [
    'two columns of times',
    '## Timeline\n\n| UTC | PST | Event |\n|---|---|---|\n| 22:05 | 14:05 | alert |\n| 22:06 | 14:06 | ack |\n',
    ['2024-01-15T22:05 alert', '2024-01-15T22:06 ack'],
  ],
  [
    'three columns of times',
    '## Timeline\n\n| PT | ET | UTC | Event |\n|--|--|--|--|\n| 06:05 | 09:05 | 14:05 | alert |\n| 06:06 | 09:06 | 14:06 | ack |\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack'],
  ],
  [
    'two columns of local times',
    '## Timeline\n\n| Time (PT) | Time (ET) | Event |\n|--|--|--|\n| 06:05 | 09:05 | alert |\n| 06:06 | 09:06 | ack |\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack'],
  ],
  [
    'two zones in one cell',
    '## Timeline\n\n| Time | Event |\n|--|--|\n| 14:05 UTC / 15:05 CET | alert |\n| 14:06 UTC (15:06 CET) | ack |\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack'],
  ],
  [
    'phases with start and end',
    '## Timeline\n\n| Phase | Start | End |\n|--|--|--|\n| Detection | 14:05 | 14:20 |\n| Fix | 14:20 | 15:00 |\n',
    ['2024-01-15T14:05 Detection', '2024-01-15T14:20 Fix'],
  ],
  [
    'a time and what it comes to',
    '## Timeline\n\n| Time | Offset | Event |\n|--|--|--|\n| 14:05 | T+0 | alert |\n| 14:10 | T+5 | ack |\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:10 ack'],
  ],
  [
    'counts from a moment in brackets',
    '## Timeline\n\n- T0 (14:00 UTC) alert\n- T+5m ack\n- T+00:12 fixed\n',
    ['2024-01-15T14:00 alert', '2024-01-15T14:05 ack', '2024-01-15T14:12 fixed'],
  ],
  [
    'counts before and after a moment',
    '## Timeline\n\n- T-10m deploy\n- T+0 (14:05 UTC) alert\n- T+5m ack\n',
    ['2024-01-15T13:55 deploy', '2024-01-15T14:05 alert', '2024-01-15T14:10 ack'],
  ],
  [
    'numbered days with dates',
    '## Timeline\n\n### Day 1 (2024-01-15)\n\n- 14:05 alert\n\n### Day 2 (2024-01-16)\n\n- 09:06 ack\n',
    ['2024-01-15T14:05 alert', '2024-01-16T09:06 ack'],
  ],
  [
    'numbered days without dates',
    '## Timeline\n\n### Day 1\n\n- 14:05 alert\n\n### Day 2\n\n- 15:06 ack\n',
    ['2024-01-15T14:05 alert', '2024-01-16T15:06 ack'],
  ],
  [
    'a line that says the next day',
    '## Timeline\n\n- 14:05 alert\n\n**Next day**\n\n- 15:06 ack\n- 15:10 b\n',
    ['2024-01-15T14:05 alert', '2024-01-16T15:06 ack', '2024-01-16T15:10 b'],
  ],
  [
    'weekdays as headings',
    '## Timeline\n\n### Monday\n\n- 14:05 alert\n\n### Tuesday\n\n- 15:06 ack\n',
    ['2024-01-15T14:05 alert', '2024-01-16T15:06 ack'],
  ],
  [
    'stamps that say the next day',
    '## Timeline\n\n- 14:50 alert\n- 16:10 (+1) ack\n- 17:20 (next day) fix\n- 18:00 done\n',
    ['2024-01-15T14:50 alert', '2024-01-16T16:10 ack', '2024-01-16T17:20 fix', '2024-01-16T18:00 done'],
  ],
  [
    'dates among lines',
    '## Timeline\n\nJan 15\n14:05  alert\n14:06  ack\nJan 16\n09:00  done\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack', '2024-01-16T09:00 done'],
  ],
  [
    'bold days above lists',
    '## Timeline\n\n**2024-01-15 (Monday)**\n\n* 14:05 alert\n* 14:06 ack\n\n**2024-01-16 (Tuesday)**\n\n* 09:00 done\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack', '2024-01-16T09:00 done'],
  ],
  [
    'numbered days with numbered entries',
    '## Timeline\n\n1. Monday 15 Jan\n   1. 14:05 alert\n   2. 14:06 ack\n2. Tuesday 16 Jan\n   1. 09:00 done\n',
    ['2024-01-15T14:05 alert', '2024-01-15T14:06 ack', '2024-01-16T09:00 done'],
  ],
  [
    'versions that look like times',
    '## Timeline\n\n- 14:05 deployed 1.20\n- 14:06 ack\n  - 1.20 was bad\n  - 2.05 ok\n',
    ['2024-01-15T14:05 deployed 1.20', '2024-01-15T14:06 ack'],
  ],
  [
    'a French timeline',
    '## Chronologie\n\n- 14h05 : alerte\n- 14 h 06 : prise en charge\n- 15h00 : fin\n',
    ['2024-01-15T14:05 alerte', '2024-01-15T14:06 prise en charge', '2024-01-15T15:00 fin'],
  ],
  [
    'an hour that comes twice',
    '## Timeline (Europe/Berlin)\n\n- 2023-10-29 01:50 a\n- 2023-10-29 02:30 CEST b\n- 2023-10-29 02:30 CET c\n- 2023-10-29 03:10 d\n',
    ['2023-10-28T23:50 a', '2023-10-29T00:30 b', '2023-10-29T01:30 c', '2023-10-29T02:10 d'],
  ],
  [
    'newest first over midnight',
    '## Timeline\n\n- 01:30 e\n- 00:20 d\n- 23:50 c\n- 23:20 b\n- 23:00 a\n',
    ['2024-01-16T01:30 e', '2024-01-16T00:20 d', '2024-01-15T23:50 c', '2024-01-15T23:20 b', '2024-01-15T23:00 a'],
  ],
  [
    'newest first below days',
    '## Timeline\n\n### 2024-01-16\n\n- 10:00 d\n- 09:00 c\n\n### 2024-01-15\n\n- 23:00 b\n- 22:00 a\n',
    ['2024-01-16T10:00 d', '2024-01-16T09:00 c', '2024-01-15T23:00 b', '2024-01-15T22:00 a'],
  ],
  [
    'months first by one date',
    '# Outage\n\n## Timeline\n\n- 06/05/2024 14:05 a\n- 06/06/2024 14:06 b\n- 06/13/2024 10:00 c\n',
    ['2024-06-05T14:05 a', '2024-06-06T14:06 b', '2024-06-13T10:00 c'],
  ],
  [
    'days first by one date',
    '# Outage\n\n## Timeline\n\n- 05/06/2024 14:05 a\n- 06/06/2024 14:06 b\n- 13/06/2024 10:00 c\n',
    ['2024-06-05T14:05 a', '2024-06-06T14:06 b', '2024-06-13T10:00 c'],
  ],
  [
    'entries in bold, and a day declared for all that give none',
    '## Timeline\n\nUnless otherwise noted all events happened on 2024-01-16, and all times are in\nUTC.\n\n- **2024-01-15 23:55: builds fail**\n- **00:38: alert fired, [ann]\n  paged**\n- 02:06: back online\n',
    [
      '2024-01-15T23:55 builds fail**',
      '2024-01-16T00:38 alert fired, [ann]\n  paged**',
      '2024-01-16T02:06 back online',
    ],
  ],
  [
    'a day declared for all, and an entry of a day later',
    '## Timeline (UTC)\n\nAll times are of 2024-01-16.\n\n- 09:00 a\n- 2024-01-17 10:00 b\n- 11:00 c\n',
    ['2024-01-16T09:00 a', '2024-01-17T10:00 b', '2024-01-17T11:00 c'],
  ],
  [
    'entries of the same day as the one above, without a time',
    '## Timeline (UTC)\n\n1. `2024-01-16 09:00` — merged\n2. Same day — built from an old cache\n3. `2024-01-16 19:51` — deployed\n',
    ['2024-01-16T09:00 merged', '? built from an old cache', '2024-01-16T19:51 deployed'],
  ],
  [
    'a count whose start is behind a colon',
    '## Timeline (UTC)\n\n- T0: 10:01 alert\n- T+5m: rolled back\n- T+45m - 10:46 resolved\n',
    ['2024-01-15T10:01 alert', '2024-01-15T10:06 rolled back', '2024-01-15T10:46 resolved'],
  ],
  [
    'labels with the time in brackets',
    '## Timeline\n\n- **Detection** (14:05 UTC): alert fired\n- **Mitigation** (14:20 UTC): rolled back\n- **Resolution** (15:00 UTC): closed\n',
    ['2024-01-15T14:05 alert fired', '2024-01-15T14:20 rolled back', '2024-01-15T15:00 closed'],
  ],
];

describe('Timelines of other teams', () => {
  for (const [name, text, entries] of documents) {
    it(`reads ${name}`, () => {
      const timeline = timelineOf(text);
      assert.deepEqual(told(timeline), entries);
      assert.deepEqual(timeline.unread, []);
    });
  }
});
