import { nextReview, statedReview } from '../model/review.ts';
import { number, otherwise } from '../shapes/describe.ts';
import { defineRule } from './rule.ts';

const dayMs = 86_400_000;

/** A runbook that nobody has looked at for a long time. */
export const reviewStale = defineRule({
  id: 'review-stale',
  kinds: ['runbook'],
  summary: 'The runbook was reviewed too long ago.',
  level: 'warning',
  fixable: false,
  options: {
    days: otherwise(
      number('After how many days a runbook is to be reviewed again, unless it says so itself.', {
        minimum: 1,
        maximum: 3650,
        whole: true,
      }),
      365,
    ),
  },
  *check(document, { clock, options }) {
    const next = nextReview(document);
    if (next) {
      if (!clock.isOver(next.day)) return;
      const message = `This runbook was to be reviewed by ${next.day}; try its steps and write the next date.`;
      yield { span: next.span, message };
      return;
    }
    const review = statedReview(document);
    if (!review) return;
    const reviewed = Date.parse(review.reviewed);
    const limit = Math.round(review.within ?? options.days);
    if (!clock.hasCome(reviewed + (limit + 1) * dayMs)) return;
    yield {
      span: review.span,
      message: `This runbook was last reviewed ${clock.daysSince(reviewed)} days ago and is to be reviewed every ${limit} days; try its steps and write the new date.`,
    };
  },
});
