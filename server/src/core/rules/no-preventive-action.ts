import type { ActionItem } from '../model/document.ts';
import { preventsNothing } from '../model/values/actionPurpose.ts';
import { sectionsOfRole } from '../schema/align.ts';
import { slice } from '../text/slice.ts';
import { contains } from '../text/span.ts';
import { defineRule } from './rule.ts';

/** Action items that would show the same failure sooner, explain it better or clear it up, but not keep it from coming back. */
export const noPreventiveAction = defineRule({
  id: 'no-preventive-action',
  kinds: ['postmortem'],
  summary: 'No action item keeps the incident from happening again.',
  level: 'information',
  fixable: false,
  *check({ actionItems, alignment, each, text }) {
    const prevention = sectionsOfRole(alignment, 'actions-prevention');
    const wanted = each(judged, actionItems);
    if (wanted.length === 0) return;
    const prevents = wanted.some(({ may, span }) => {
      const type = typeCell.exec(slice(text, span))?.[1];
      return type ? /^p/i.test(type) : may || prevention.some((section) => contains(section.span, span));
    });
    const [section] = sectionsOfRole(alignment, 'actions');
    if (prevents || !section) return;
    yield {
      span: section.heading.span,
      message:
        'These actions watch for the failure, tell of it or clear it up, but none prevents it; add one that does.',
    };
  },
});

/** A cell that says what an action is for, which is taken at its word. */
const typeCell = /\|\s*(prevent|detect|mitigat|process|repair)\w*\s*\|/i;

/** Whether an action may prevent something by what it says. */
function judged({ state, text, span }: ActionItem) {
  return state === 'dropped' ? [] : [{ span, may: !preventsNothing(text) }];
}
