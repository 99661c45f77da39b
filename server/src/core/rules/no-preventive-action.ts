import type { ActionItem } from '../model/document.ts';
import { preventsNothing, typePrevents } from '../model/values/actionPurpose.ts';
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
  *check({ actionItems, alignment, each }) {
    const prevention = sectionsOfRole(alignment, 'actions-prevention');
    const wanted = each(judged, actionItems);
    if (wanted.length === 0) return;
    const prevents = wanted.some(
      ({ says, may, span }) => says ?? (may || prevention.some((section) => contains(section.span, span))),
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

/** Whether an action says by its type that it prevents something, which is taken at its word, and whether its text lets it. */
function judged({ state, text, type, span }: ActionItem) {
  return state === 'dropped' ? [] : [{ span, says: typePrevents(type?.value ?? ''), may: !preventsNothing(text) }];
}
