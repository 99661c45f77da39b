import type { TimelineEntry } from '../model/timeline/timeline.ts';
import { contains } from '../text/span.ts';
import { defineRule } from './rule.ts';

/** Something in the timeline that stands where a time should and is none that can be read, or none as it is written. */
export const timelineUnparsed = defineRule({
  id: 'timeline-unparsed',
  kinds: ['incident', 'postmortem'],
  summary: 'A time of the timeline can’t be read.',
  level: 'warning',
  fixable: true,
  *check({ timeline, placeholders, stage, text }) {
    if (!timeline) return;
    for (const { span, reason } of timeline.unread) {
      // A placeholder in a document that is final is an error already.
      if (stage === 'final' && placeholders.some((placeholder) => contains(span, placeholder.span))) continue;
      yield { span, message: reason };
    }
    for (const { span, meant, isCertain } of timeline.slips)
      yield {
        span,
        message: `"${text.slice(span.start, span.end)}" is mistyped, and read as ${meant}; write that.`,
        fix: { title: `Write ${meant}`, edits: [{ span, text: meant }], onRequest: !isCertain },
      };
    const lost = timeline.entries.find(countsFromNowhere);
    if (lost) {
      yield {
        span: lost.stamp.span,
        message: 'This entry counts from a start that no entry gives; write the start with date and time.',
      };
    }
  },
});

function countsFromNowhere({ stamp, at }: TimelineEntry): boolean {
  return stamp.offset !== undefined && at === undefined;
}
