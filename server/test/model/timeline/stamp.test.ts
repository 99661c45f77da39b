import assert from 'node:assert/strict';
import { assertRead, timelineOf } from './reading.ts';

/** Entries as teams write them; each is put between two plain ones. */
const forms: readonly (readonly [entry: string, at: string, text: string])[] = [
  // times
  ['- **14:23** - Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 20240115T142305Z Alert fired', '2024-01-15T14:23:05', 'Alert fired'],
  ['- **14:23:** Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- **14:23 -** Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- __14:23__: Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- *14:23* – Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- _14:23_ Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- `14:23` Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- **`14:23`** - Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- [14:23] Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- \\[14:23\\] Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- (14:23) Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- [14:23](https://chat.example/p1) Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- {{ 14:23 }} Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 14:23 Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 14:23: Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 14:23 : Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 14:23 - Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 14:23 -- Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 14:23 → Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 14:23 | Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 14:23, Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 14:23 **Alert** fired', '2024-01-15T14:23', '**Alert** fired'],
  ['- **14:23** **Alert** fired', '2024-01-15T14:23', '**Alert** fired'],
  ['- 14:23 :fire: Alert fired', '2024-01-15T14:23', ':fire: Alert fired'],
  ['- 🔥 14:23 Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- [x] 14:23 Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- <b>14:23</b> Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 14:23:45 Alert fired', '2024-01-15T14:23:45', 'Alert fired'],
  ['- 14:23:45.123 Alert fired', '2024-01-15T14:23:45', 'Alert fired'],
  ['- 14.23 Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- [14.23](https://chat.example/p1) Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 14h23 Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 14:23h Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 14:23 hrs - Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 1423Z Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 1423 UTC - Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 9:05 Alert fired', '2024-01-15T09:05', 'Alert fired'],
  ['- 2:23 PM Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 2:23pm: Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 2:23 p.m. - Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 2:23 p.m : Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 10:45a Alert fired', '2024-01-15T10:45', 'Alert fired'],
  ['- 10:45p - Alert fired', '2024-01-15T22:45', 'Alert fired'],
  ['- 2.23pm Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 2pm - Alert fired', '2024-01-15T14:00', 'Alert fired'],
  ['- 12:05 AM Alert fired', '2024-01-15T00:05', 'Alert fired'],
  ['- 12:05 PM Alert fired', '2024-01-15T12:05', 'Alert fired'],
  ['- 13:55 PM Alert fired', '2024-01-15T13:55', 'Alert fired'],
  ['- 10:45 a user called', '2024-01-15T10:45', 'a user called'],
  ['- noon - Alert fired', '2024-01-15T12:00', 'Alert fired'],
  ['- At 14:23, the alert fired', '2024-01-15T14:23', 'the alert fired'],
  ['- kl. 14.23 Alert fired', '2024-01-15T14:23', 'Alert fired'],
  // about right
  ['- ~14:23 Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- **~14:23** - Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 14:23~ Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- approx. 14:23 Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- Around 14:23 - Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- ca. 14:23 Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 14:23 (approx) - Alert fired', '2024-01-15T14:23', 'Alert fired'],
  // ranges
  ['- 14:00 - 14:20 Alerts fired', '2024-01-15T14:00', 'Alerts fired'],
  ['- 14:00–14:20: Alerts fired', '2024-01-15T14:00', 'Alerts fired'],
  ['- 14:00 to 14:20 - Alerts fired', '2024-01-15T14:00', 'Alerts fired'],
  ['- 14:00 UTC - 14:20 UTC - Alerts fired', '2024-01-15T14:00', 'Alerts fired'],
  ['- 1:15-1:45 PM Alerts fired', '2024-01-15T13:15', 'Alerts fired'],
  ['- 2024-01-15 14:00 – 2024-01-15 14:20: Alerts fired', '2024-01-15T14:00', 'Alerts fired'],
  ['- Between 14:00 and 14:20 alerts fired', '2024-01-15T14:00', 'alerts fired'],
  ['- 14:23 - 5 pods crashed', '2024-01-15T14:23', '5 pods crashed'],
  ['- 14:23 UTC - 5 pods crashed', '2024-01-15T14:23', '5 pods crashed'],
  ['- 14:23 - 10.0.0.1 went away', '2024-01-15T14:23', '10.0.0.1 went away'],
  // dates
  ['- 2024-01-16 14:23 - Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- 2024-01-16T14:23:45Z Alert fired', '2024-01-16T14:23:45', 'Alert fired'],
  ['- 2024-01-16T14:23:45+02:00 Alert fired', '2024-01-16T12:23:45', 'Alert fired'],
  ['- 2024-01-16T14:23-05:00 Alert fired', '2024-01-16T19:23', 'Alert fired'],
  ['- 2024-01-16 14:23:45 +0200: Alert fired', '2024-01-16T12:23:45', 'Alert fired'],
  ['- 2024-01-16, 14:23: Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- 2024-01-16 @ 14:23 - Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- 2024-01-16 - 14:23 - Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- [2024-01-16 14:23] Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- [2024-01-16] [14:23] Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- **2024-01-16** - **14:23** - Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- **2024-01-16** 14:23 Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- 2024/01/16 14:23 Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- 2024.01.16 14:23 Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- 20240116 1423 - Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- 2024-01-16 1423 - Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- 16-01-2024 14:23 Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- 01/16/2024 2:23 PM - Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- 16/01/24 14:23 Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- 16.01.2024 14:23 Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- [01-16 14:23] Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- January 16, 2024 14:23 - Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- January 16th, 2024: 2:23pm UTC Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- **June 14th, 2023, 10:00 AM:** Alert fired', '2023-06-14T10:00', 'Alert fired'],
  ['- Jan 16, 2:23 PM: Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- Jan 16 14:23 Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- 16 January 2024 at 14:23: Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- 16 Jan 14:23 Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- 16-Jan-2024 14:23 Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- 16. January, 14:23 Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- Tuesday, January 16th 2024, 14:23 - Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- Tue 16 Jan 14:23 Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- Tue 14:23 Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- 14:23 UTC (Jan 16) - Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- 14:23 PM Tuesday Jan 16th: Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- 14:23 on 16 January 2024: Alert fired', '2024-01-16T14:23', 'Alert fired'],
  ['- 16th at 14:23: Alert fired', '2024-01-16T14:23', 'Alert fired'],
  // zones
  ['- 14:23 UTC: Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 14:23Z Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 14:23 (UTC) Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 14:23 CET - Alert fired', '2024-01-15T13:23', 'Alert fired'],
  ['- 14:23 PDT - Alert fired', '2024-01-15T21:23', 'Alert fired'],
  ['- 6:23 AM PT - Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 6:23 AM Pacific Time - Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 6:23 AM PST/PDT - Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 14:23 UTC+2 - Alert fired', '2024-01-15T12:23', 'Alert fired'],
  ['- 14:23 GMT+05:30 Alert fired', '2024-01-15T08:53', 'Alert fired'],
  ['- 14:23 +02:00 Alert fired', '2024-01-15T12:23', 'Alert fired'],
  ['- 15:23 Europe/Berlin Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 14:23 UTC (6:23 AM PST) - Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 14:23 UTC / 6:23 PST - Alert fired', '2024-01-15T14:23', 'Alert fired'],
  ['- 14:23 (6:23 PST): Alert fired', '2024-01-15T14:23', 'Alert fired'],
  // the label first
  ['- Alert fired: 2024-01-15 14:23', '2024-01-15T14:23', 'Alert fired'],
  ['- Alert fired at 14:23', '2024-01-15T14:23', 'Alert fired'],
  ['- Alert fired (14:23 UTC)', '2024-01-15T14:23', 'Alert fired'],
  ['- **Detected:** 14:23 UTC', '2024-01-15T14:23', 'Detected'],
  ['- **Detected:** 14:23 UTC, by a customer', '2024-01-15T14:23', 'by a customer'],
];

describe('Stamps of timeline entries', () => {
  for (const [entry, at, text] of forms) {
    it(`reads ${entry}`, () => assertRead(entry, at, text));
  }

  it('marks what is about right', () => {
    const about = ['~14:23', '14:23~', 'approx. 14:23', 'around 14:23', 'ca. 14:23', '14:23 (approx)', '≈14:23'];
    for (const stamp of about) {
      assert.equal(timelineOf(`## Timeline\n- ${stamp} - Alert\n`).entries[0]?.stamp.approximate, true, stamp);
    }
    assert.equal(timelineOf('## Timeline\n- 14:23 - Alert\n').entries[0]?.stamp.approximate, false);
  });

  it('keeps the end of a range', () => {
    const [entry] = timelineOf('## Timeline\n- 14:00 – 14:20: Alerts\n').entries;
    assert.deepEqual(entry?.stamp.until, { hour: 14, minute: 20, second: 0 });
  });

  it('covers exactly the stamp with its span, and exactly the words with the text’s', () => {
    const text = '## Timeline\n- **2024-01-15 14:23 UTC** - Alert *fired*\n';
    const [entry] = timelineOf(text).entries;
    assert.equal(text.slice(entry?.stamp.span.start, entry?.stamp.span.end), '2024-01-15 14:23 UTC');
    assert.equal(text.slice(entry?.textSpan.start, entry?.textSpan.end), 'Alert *fired*');
    assert.equal(text.slice(entry?.span.start, entry?.span.end), '- **2024-01-15 14:23 UTC** - Alert *fired*');
  });
});
