import { preventsNothing } from '../model/values/actionPurpose.ts';
import { sectionsOfRole } from '../schema/align.ts';
import { contains } from '../text/span.ts';
import { defineRule } from './rule.ts';

/** Action items that would show the same failure sooner, explain it better or clear it up, but not keep it from coming back. */
export const noPreventiveAction = defineRule({
  id: 'no-preventive-action',
  kinds: ['postmortem'],
  summary: 'No action item keeps the incident from happening again.',
  level: 'information',
  fixable: false,
  *check({ actionItems, alignment }) {
    const prevention = sectionsOfRole(alignment, 'actions-prevention');
    const wanted = actionItems.filter(({ state }) => state !== 'dropped');
    if (wanted.length === 0) return;
    const prevents = wanted.some(
      ({ text, span }) => !preventsNothing(text) || prevention.some((section) => contains(section.span, span)),
    );
    const [section] = sectionsOfRole(alignment, 'actions');
    if (prevents || !section) return;
    yield {
      span: section.heading.span,
      message:
        'These actions watch for the failure, tell of it or clear it up, but none prevents it; add one that does.',
    };
  },
});
