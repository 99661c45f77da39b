/** Name, document before, moment, document after; the words are always "New". */
export type EntryCase = readonly [name: string, before: string, at: string, after: string];

/** Entries among dates, in all containers, and where nothing stands yet. */
export const entryPlaceCases: readonly EntryCase[] = [
  [
    'under the sub-heading of its day',
    '## Timeline\n\n### 2024-01-15\n\n- 14:23 A\n- 14:30 B\n\n### 2024-01-16\n\n- 09:00 C\n',
    '2024-01-15T14:40Z',
    '## Timeline\n\n### 2024-01-15\n\n- 14:23 A\n- 14:30 B\n- 14:40 New\n\n### 2024-01-16\n\n- 09:00 C\n',
  ],
  [
    'as the first under the sub-heading of its day',
    '## Timeline\n\n### 2024-01-15\n\n- 14:23 A\n\n### 2024-01-16\n\n- 09:00 C\n',
    '2024-01-16T08:00Z',
    '## Timeline\n\n### 2024-01-15\n\n- 14:23 A\n\n### 2024-01-16\n\n- 08:00 New\n- 09:00 C\n',
  ],
  [
    'with a sub-heading for a new day',
    '## Timeline\n\n### 2024-01-15 - The day\n\n- 14:23 A\n- 14:30 B\n\n## Impact\n',
    '2024-01-16T08:00Z',
    '## Timeline\n\n### 2024-01-15 - The day\n\n- 14:23 A\n- 14:30 B\n\n### 2024-01-16\n\n- 08:00 New\n\n## Impact\n',
  ],
  [
    'with a sub-heading between two days',
    '## Timeline\n\n### January 15th\n\n- 14:23 A\n\n### January 17th\n\n- 09:00 C\n',
    '2024-01-16T08:00Z',
    '## Timeline\n\n### January 15th\n\n- 14:23 A\n\n### January 16th\n\n- 08:00 New\n\n### January 17th\n\n- 09:00 C\n',
  ],
  [
    'with a line for a new day',
    '## Timeline\n\n_1/15/24_\n\n11:12 AM: A\n\n2:12 PM: B\n',
    '2024-01-16T08:00Z',
    '## Timeline\n\n_1/15/24_\n\n11:12 AM: A\n\n2:12 PM: B\n\n_1/16/24_\n\n8:00 AM: New\n',
  ],
  [
    'with a bullet for a new day',
    '## Timeline\n- **2024-01-15**\n  - 14:23 A\n',
    '2024-01-16T08:00Z',
    '## Timeline\n- **2024-01-15**\n  - 14:23 A\n- **2024-01-16**\n  - 08:00 New\n',
  ],
  [
    'as a paragraph',
    '## Timeline\n\n14:23 - A\n\n14:40 - B\n',
    '2024-01-15T14:30Z',
    '## Timeline\n\n14:23 - A\n\n14:30 - New\n\n14:40 - B\n',
  ],
  [
    'as a line',
    '## Timeline\n14:23 - A\n14:40 - B',
    '2024-01-15T14:50Z',
    '## Timeline\n14:23 - A\n14:40 - B\n14:50 - New',
  ],
  [
    'parted by <br>',
    '## Timeline\n14:23 A<br>\n14:40 B<br>\n14:45 C\n',
    '2024-01-15T14:50Z',
    '## Timeline\n14:23 A<br>\n14:40 B<br>\n14:45 C<br>\n14:50 New\n',
  ],
  [
    'as a heading',
    '## Timeline\n\n### 14:23\n\nA\n\n### 14:40\n\nB\n\n## Impact\n',
    '2024-01-15T14:30Z',
    '## Timeline\n\n### 14:23\n\nA\n\n### 14:30\n\nNew\n\n### 14:40\n\nB\n\n## Impact\n',
  ],
  [
    'as a heading with words',
    '## Timeline\n\n### 14:23 - A\n\n### 14:40 - B\n\nMore.\n',
    '2024-01-15T14:50Z',
    '## Timeline\n\n### 14:23 - A\n\n### 14:40 - B\n\nMore.\n\n### 14:50 - New\n',
  ],
  [
    'as a row',
    '## Timeline\n\n| Time (UTC) | Event | Link |\n|------------|-------|------|\n| 14:23      | A     | x    |\n| 14:40      | B     |      |\n',
    '2024-01-15T14:30Z',
    '## Timeline\n\n| Time (UTC) | Event | Link |\n|------------|-------|------|\n| 14:23      | A     | x    |\n| 14:30      | New   |      |\n| 14:40      | B     |      |\n',
  ],
  [
    'as a row without outer pipes at the end of the file',
    '## Timeline\n\nTime | Event\n--|--\n14:23 | A',
    '2024-01-15T14:30Z',
    '## Timeline\n\nTime | Event\n--|--\n14:23 | A\n14:30 | New',
  ],
  [
    'as a row with day, date and time',
    '## Timeline (UTC)\n\n| Day | Date (2024) | Time | Event |\n|--|--|--|--|\n| Mon | Jan 15 | 21:33 | A |\n',
    '2024-01-16T07:00Z',
    '## Timeline (UTC)\n\n| Day | Date (2024) | Time | Event |\n|--|--|--|--|\n| Mon | Jan 15 | 21:33 | A |\n| Tue | Jan 16 | 07:00 | New |\n',
  ],
  [
    'without the link of its neighbour',
    '## Timeline\n- [14:23](https://chat.example/p1) A\n',
    '2024-01-15T14:30Z',
    '## Timeline\n- [14:23](https://chat.example/p1) A\n- 14:30 New\n',
  ],
  [
    'exactly where its neighbour is only about right',
    '## Timeline\n- **~14:23** - A\n',
    '2024-01-15T14:30Z',
    '## Timeline\n- **~14:23** - A\n- **14:30** - New\n',
  ],
  [
    'as a moment where its neighbour is a range',
    '## Timeline\n- 14:00 - 14:20 UTC: A\n',
    '2024-01-15T14:30Z',
    '## Timeline\n- 14:00 - 14:20 UTC: A\n- 14:30 UTC: New\n',
  ],
  [
    'with the next number',
    '## Timeline\n1. 14:23 A\n2. 14:30 B\n',
    '2024-01-15T14:40Z',
    '## Timeline\n1. 14:23 A\n2. 14:30 B\n3. 14:40 New\n',
  ],
  [
    'with the words first',
    '# X\n\n- **Key events**\n  - First detected: 2024-01-15 14:05\n  - Resolved: 2024-01-15 15:21\n',
    '2024-01-15T16:00Z',
    '# X\n\n- **Key events**\n  - First detected: 2024-01-15 14:05\n  - Resolved: 2024-01-15 15:21\n  - New: 2024-01-15 16:00\n',
  ],
  [
    'with CRLF',
    '## Timeline\r\n- 14:23 A\r\n- 14:30 B\r\n',
    '2024-01-15T14:40Z',
    '## Timeline\r\n- 14:23 A\r\n- 14:30 B\r\n- 14:40 New\r\n',
  ],
  [
    'above the nested evidence of what follows',
    '## Timeline\n- 14:23 A\n  - more\n\n  ```\n  log\n  ```\n- 14:40 B\n',
    '2024-01-15T14:30Z',
    '## Timeline\n- 14:23 A\n  - more\n\n  ```\n  log\n  ```\n- 14:30 New\n- 14:40 B\n',
  ],
  // Where nothing stands yet.
  [
    'in an empty section',
    '## Timeline (UTC)\n\n## Impact\n',
    '2024-01-15T14:30Z',
    '## Timeline (UTC)\n\n- **14:30** - New\n\n## Impact\n',
  ],
  ['in an empty section at the end', '## Timeline', '2024-01-15T14:30Z', '## Timeline\n\n- **14:30** - New\n'],
  [
    'below the introduction',
    '## Timeline\n\nAll times in CET.\n\n## Impact\n',
    '2024-01-15T14:30Z',
    '## Timeline\n\nAll times in CET.\n\n- **15:30** - New\n\n## Impact\n',
  ],
  [
    'in place of the template’s bullets',
    '## Timeline (UTC)\n- **HH:MM** - [event]\n- **HH:MM** - [event]\n\n## Impact\n',
    '2024-01-15T14:30Z',
    '## Timeline (UTC)\n- **14:30** - New\n\n## Impact\n',
  ],
  [
    'in place of the template’s bullet with a date',
    '## Timeline (UTC)\n\n* YYYY-MM-DD HH:MM: what happened\n',
    '2024-01-15T14:30Z',
    '## Timeline (UTC)\n\n* 2024-01-15 14:30: New\n',
  ],
  [
    'as the first row of an empty table',
    '## Timeline\n\n| Time | Event | Link |\n|--|--|--|\n\n## Impact\n',
    '2024-01-15T14:30Z',
    '## Timeline\n\n| Time | Event | Link |\n|--|--|--|\n| 14:30 | New |  |\n\n## Impact\n',
  ],
  [
    'in place of an empty row',
    '## Timeline\n\n| Time | Event |\n|--|--|\n| | |\n',
    '2024-01-15T14:30Z',
    '## Timeline\n\n| Time | Event |\n|--|--|\n| 14:30 | New |\n',
  ],
  [
    'with the date where the document has another',
    '## Timeline\n\n## Impact\n',
    '2024-01-17T14:30Z',
    '## Timeline\n\n- **2024-01-17 14:30** - New\n\n## Impact\n',
  ],
];
