import { assertRead } from './reading.ts';

/** Stamps as other teams, chats, logs and status pages write them; each is put between two plain ones. */
const forms: readonly (readonly [entry: string, at: string, text: string])[] = [
  // chats and logs
  ['- **14:05** @bob: alert fired', '2024-01-15T14:05', '@bob: alert fired'],
  ['- [14:05:33] <bob> alert fired', '2024-01-15T14:05:33', '<bob> alert fired'],
  ['- 14:05:33Z alert fired', '2024-01-15T14:05:33', 'alert fired'],
  ['- `2024-01-15T14:05:00.123Z` alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 2024-01-15T14:05:00+01:00: alert fired', '2024-01-15T13:05', 'alert fired'],
  ['- 2024-01-15T14:06:00+0530 alert fired', '2024-01-15T08:36', 'alert fired'],
  ['- 2024-01-15 14:05:33,123 alert fired', '2024-01-15T14:05:33', 'alert fired'],
  ['- 15/Jan/2024 14:05 alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 15/Jan/2024:14:05:10 +0000 alert fired', '2024-01-15T14:05:10', 'alert fired'],
  ['- Mon, 15 Jan 2024 14:05:00 +0000 alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- Mon Jan 15 14:05:00 UTC 2024: alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 2024-01-15_14:05 alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- Posted Jan 15, 2024 - 14:05 UTC', '2024-01-15T14:05', ''],
  ['- Alert fired at Jan-15-2024 02:05:33 PM +UTC', '2024-01-15T14:05:33', 'Alert fired'],
  ['- 2024\u201101\u201115 14:05 alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- _14:05 EST_ alert fired', '2024-01-15T19:05', 'alert fired'],
  // zones of places without a summer time
  ['- 14:05 GST: alert fired', '2024-01-15T10:05', 'alert fired'],
  ['- 14:05 ICT alert fired', '2024-01-15T07:05', 'alert fired'],
  ['- 14:05 WIB - alert fired', '2024-01-15T07:05', 'alert fired'],
  // dates
  ['- Jan 15, 14:05 PST - alert fired', '2024-01-15T22:05', 'alert fired'],
  ['- Mon 15 Jan, 14:05 — alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- January 15, 2024 at 2:05 PM EST: alert fired', '2024-01-15T19:05', 'alert fired'],
  ['- **January 15, 2024 2:05:33 PM UTC** — alert fired', '2024-01-15T14:05:33', 'alert fired'],
  ['- **2024-01-15 | 14:05 UTC** | alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 15.01.2024 14:05 Uhr: alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 15.1. 14.05 alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 14:05 15/01/2024 alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 14:05, 15 Jan 2024 - alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 14:05 UTC 2024-01-15: alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- (15 Jan) 14:05 alert fired', '2024-01-15T14:05', 'alert fired'],
  // times
  ['- 14h05min: alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 14 h 05 : alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 14h: alert fired', '2024-01-15T14:00', 'alert fired'],
  ['- 1405Z alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 1405 hrs: alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 230pm alert fired', '2024-01-15T14:30', 'alert fired'],
  ['- 0240 PM alert fired', '2024-01-15T14:40', 'alert fired'],
  ['- 12:00 noon alert fired', '2024-01-15T12:00', 'alert fired'],
  ['- 12:00 midnight alert fired', '2024-01-15T00:00', 'alert fired'],
  ['- 2:05\u202fPM UTC – alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 14:05\u00a0UTC\u00a0– alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 14：05 alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- {14:05} alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- [x] **14:05** - alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- [ ] `14:05` alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 🚨 **14:05** alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 14:05[^1] alert fired', '2024-01-15T14:05', 'alert fired'],
  // what parts a stamp from the words
  ['- 14:05 ⇒ alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 14:05 ➜ alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 14:05 => alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 14:05 ― alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 14:05 ‒ alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 14:05 − alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 14:05 » alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 14:05 ▸ alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 14:05 · alert fired', '2024-01-15T14:05', 'alert fired'],
  // ranges, and what is about right
  ['- 14:05 → 14:20: alerts fired', '2024-01-15T14:05', 'alerts fired'],
  ['- 14:05‑14:20 alerts fired', '2024-01-15T14:05', 'alerts fired'],
  ['- ~14:05 - ~14:20: alerts fired', '2024-01-15T14:05', 'alerts fired'],
  ['- 15 Jan 2024, 23:50 - 16 Jan 2024, 00:10 UTC: alerts fired', '2024-01-15T23:50', 'alerts fired'],
  ['- 14:05-ish: alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 14:05? alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- before 14:05 alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- Shortly after 14:05, alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- 16-17 January 14:05 alert fired', '2024-01-16T14:05', 'alert fired'],
  // zones
  ['- UTC 14:05 alert fired', '2024-01-15T14:05', 'alert fired'],
  ['- CET 14:05: alert fired', '2024-01-15T13:05', 'alert fired'],
  ['- 14:05 (UTC+1) alert fired', '2024-01-15T13:05', 'alert fired'],
  ['- 14:05 UTC+0530 alert fired', '2024-01-15T08:35', 'alert fired'],
  ['- 14:05 GMT-3: alert fired', '2024-01-15T17:05', 'alert fired'],
  ['- 14:05 BRT alert fired', '2024-01-15T17:05', 'alert fired'],
  ['- 14:05 COT alert fired', '2024-01-15T19:05', 'alert fired'],
  ['- 14:05 WAT alert fired', '2024-01-15T13:05', 'alert fired'],
  ['- **14:05 UTC (9:05 AM EST)**: alert fired', '2024-01-15T14:05', 'alert fired'],
  // days that the stamp names without a date
  ['- 14:05 (+1 day) alert fired', '2024-01-16T14:05', 'alert fired'],
  ['- 14:05 (+1d) alert fired', '2024-01-16T14:05', 'alert fired'],
  ['- 14:05 (next day) alert fired', '2024-01-16T14:05', 'alert fired'],
  ['- 14:05 next day — alert fired', '2024-01-16T14:05', 'alert fired'],
  ['- (next day) 14:05 alert fired', '2024-01-16T14:05', 'alert fired'],
  ['- **Next day, 14:05** - alert fired', '2024-01-16T14:05', 'alert fired'],
  ['- D+1 14:05 alert fired', '2024-01-16T14:05', 'alert fired'],
  ['- Day 2 at 14:05: alert fired', '2024-01-16T14:05', 'alert fired'],
  // the label first
  ['- **Mitigation** (14:05 UTC): rolled back', '2024-01-15T14:05', 'rolled back'],
  ['- Alert fired – 14:05 UTC', '2024-01-15T14:05', 'Alert fired'],
];

describe('Stamps of other teams', () => {
  for (const [entry, at, text] of forms) {
    it(`reads ${entry}`, () => assertRead(entry, at, text));
  }
});
