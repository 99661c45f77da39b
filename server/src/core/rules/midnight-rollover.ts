import { insertDate } from '../edits/insertDate.ts';
import { isoDate } from '../model/timeline/calendar.ts';
import { slice } from '../text/slice.ts';
import { defineRule } from './rule.ts';

/** An entry after midnight, where only the clock that starts anew says that it is another day. */
export const midnightRollover = defineRule({
  id: 'midnight-rollover',
  kinds: ['incident', 'postmortem'],
  summary: 'The timeline passes midnight without saying so.',
  level: 'warning',
  fixable: true,
  *check(document) {
    const { timeline, text } = document;
    if (!timeline) return;
    for (const entry of timeline.entries) {
      if (!entry.pastMidnight) continue;
      const { day, stamp } = entry;
      const written = slice(text, stamp.span);
      if (!day) {
        yield {
          span: stamp.span,
          message: `At ${written} another day begins; write the date of each day above its entries.`,
        };
        continue;
      }
      const date = isoDate(day);
      yield {
        span: stamp.span,
        message: `At ${written} another day begins, which seems to be ${date}; write that date above the entry.`,
        // Newest first, the day of the entries above would be lost.
        ...(timeline.order === 'ascending'
          ? { fix: { title: `Write ${date} above the entry`, edits: [insertDate(document, timeline, entry, day)] } }
          : {}),
      };
    }
  },
});
