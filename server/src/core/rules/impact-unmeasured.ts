import { hasContent, wordsBelow } from '../parse/content.ts';
import { isMeasured } from '../model/values/measure.ts';
import { sectionsOfRole } from '../schema/align.ts';
import { contains } from '../text/span.ts';
import { defineRule } from './rule.ts';

/** An impact without a number: nobody can tell how bad it was, or compare it with another incident's. */
export const impactUnmeasured = defineRule({
  id: 'impact-unmeasured',
  kinds: ['postmortem'],
  summary: 'The impact has no number.',
  level: 'warning',
  fixable: false,
  *check({ alignment, placeholders }) {
    for (const section of sectionsOfRole(alignment, 'impact')) {
      const isEmpty = section.children.length === 0 && !section.body.some(hasContent);
      if (isEmpty || placeholders.some(({ span }) => contains(section.span, span))) continue;
      if (isMeasured(wordsBelow(section))) continue;
      yield {
        span: section.heading.span,
        message:
          'This impact has no number; say how many users, requests or hours, or how much money, as well as you know.',
      };
    }
  },
});
