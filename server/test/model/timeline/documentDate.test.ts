import assert from 'node:assert/strict';
import { isoDate } from '../../../src/core/model/timeline/calendar.ts';
import { dateFromPath, dateFromTitle, readDate } from '../../../src/core/model/timeline/documentDate.ts';

const texts: readonly (readonly [text: string, date: string | undefined])[] = [
  ['2024-01-15', '2024-01-15'],
  ['2024-01-15 14:23 UTC', '2024-01-15'],
  ['2024-01-15T14:23:00Z', '2024-01-15'],
  ['January 14-19, 2026', '2026-01-14'],
  ['14–19 January 2026', '2026-01-14'],
  ['14 and 19 January 2026', '2026-01-14'],
  ['14. bis 19. Januar 2026', '2026-01-14'],
  ['14→15/01/2026', '2026-01-14'],
  ['Monday, 15 Jan 2024', '2024-01-15'],
  ['15/01/2024', '2024-01-15'],
  ['1/15/24', '2024-01-15'],
  ['the 15th of January 2024', '2024-01-15'],
  ['YYYY-MM-DD', undefined],
  ['January 2024', undefined],
  ['2024-02-30', undefined],
  ['', undefined],
];
const titles: readonly (readonly [title: string, date: string | undefined])[] = [
  ['Incident on 2020-02-12', '2020-02-12'],
  ['May 30th, 2019 Prow Flakiness', '2019-05-30'],
  ['Website Outage 5-26-21', '2021-05-26'],
  ['Flags Outage - September 29, 2025', '2025-09-29'],
  ['2017-11-30 4:23PM PST, OOM Proxy', '2017-11-30'],
  ['Outages (October 2025)', undefined],
  ['High latency', undefined],
];
const paths: readonly (readonly [path: string, date: string | undefined])[] = [
  ['/w/postmortems/2024-01-15-api-latency.md', '2024-01-15'],
  ['/w/postmortems/2024_01_15_api.md', '2024-01-15'],
  ['/w/postmortems/20240115-api.md', '2024-01-15'],
  ['/w/2023-04/04-25-User_Account.md', '2023-04-25'],
  ['/w/incidents/2024/01/15/cache.md', '2024-01-15'],
  ['/w/incidents/2020-02-12.html.md.erb.md', '2020-02-12'],
  ['/w/PM2021-005 - All services.md', undefined],
  ['/w/2024/notes.md', undefined],
];

describe('The date of a document', () => {
  for (const [of, read, rows] of [
    ['text', readDate, texts],
    ['title', dateFromTitle, titles],
    ['path', dateFromPath, paths],
  ] as const) {
    for (const [written, date] of rows) {
      it(`is ${date ?? 'not known'} for the ${of} "${written}"`, () => {
        const found = read(written);
        assert.equal(found && isoDate(found), date);
      });
    }
  }
});
