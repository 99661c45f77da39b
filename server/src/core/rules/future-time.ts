import { isoDate } from '../model/timeline/calendar.ts';
import type { TimelineEntry } from '../model/timeline/timeline.ts';
import { slice } from '../text/slice.ts';
import { defineRule } from './rule.ts';

const minuteMs = 60_000;
/** Clocks differ a little. */
const slack = 5 * minuteMs;
/** Without a zone it may be as much later elsewhere. */
const zoneSlack = 14 * 60 * minuteMs;

/** An entry that lies in the future: nobody can have seen it happen. */
export const futureTime = defineRule({
  id: 'future-time',
  kinds: ['postmortem'],
  summary: 'An entry of the timeline lies in the future.',
  level: 'error',
  fixable: false,
  *check({ timeline, text }, { clock }) {
    if (!timeline) return;
    const days = new Set<string>();
    for (const entry of timeline.entries) {
      const earliest = momentOf(entry);
      if (earliest === undefined) continue;
      const known = entry.at !== undefined && (entry.stamp.zone ?? timeline.zone) !== undefined;
      if (clock.hasCome(earliest - (known ? slack : zoneSlack))) continue;
      const today = clock.today();
      const stamp = slice(text, entry.stamp.span);
      const day = entry.day && isoDate(entry.day);
      if (entry.stamp.date || day === undefined || day === today) {
        yield {
          span: entry.stamp.span,
          message: `${stamp} lies in the future, as today is ${today}; correct the date or the time.`,
        };
      } else if (!days.has(day)) {
        // A day that stands above all of them is one mistake.
        days.add(day);
        yield {
          span: entry.stamp.span,
          message: `By the date above it this entry is of ${day}, which lies in the future, as today is ${today}; correct that date.`,
        };
      }
    }
  },
});

/** The moment, or where only the day is known its beginning, in ms since 1970 UTC. */
function momentOf({ at, day }: TimelineEntry): number | undefined {
  return at ?? (day && Date.UTC(day.year, day.month - 1, day.day));
}
