import { hasContent, wordsBelow } from '../parse/content.ts';
import { saysNothing } from '../model/values/absent.ts';
import { isMeasured } from '../model/values/measure.ts';
import { sectionsOfRole } from '../schema/align.ts';
import { normalizeLabel } from '../schema/label.ts';
import { roleOfHeading } from '../schema/synonyms.ts';
import { contains } from '../text/span.ts';
import { defineRule } from './rule.ts';

const message =
  'This impact has no number; say how many users, requests or hours, or how much money, as well as you know.';

/** An impact without a number: nobody can tell how bad it was, or compare it with another incident's. */
export const impactUnmeasured = defineRule({
  id: 'impact-unmeasured',
  kinds: ['postmortem'],
  summary: 'The impact has no number.',
  level: 'warning',
  fixable: false,
  *check({ alignment, placeholders, fields }) {
    const sections = sectionsOfRole(alignment, 'impact');
    for (const section of sections) {
      const isEmpty = section.children.length === 0 && !section.body.some(hasContent);
      if (isEmpty || placeholders.some(({ span }) => contains(section.span, span))) continue;
      if (isMeasured(wordsBelow(section))) continue;
      yield { span: section.heading.span, message };
    }
    if (sections.length > 0) return;
    // "**Impact:** …" in a line of the header; of a mere risk there is nothing to count.
    for (const { label, value, valueSpan, section } of fields)
      if (
        !section &&
        roleOfHeading(normalizeLabel(label)) === 'impact' &&
        !(saysNothing(value) || isMeasured(value) || /^if\b|\brisk\b/i.test(value))
      )
        yield { span: valueSpan, message };
  },
});
