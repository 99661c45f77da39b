import type { ActionItem } from '../model/document.ts';
import { readActionStatus } from '../model/values/actionStatus.ts';
import { readDate } from '../model/values/date.ts';
import { defineRule } from './rule.ts';

/** An open action whose day has passed. */
export const actionOverdue = defineRule({
  id: 'action-overdue',
  kinds: ['incident', 'postmortem'],
  summary: 'An open action is past its due date.',
  level: 'warning',
  fixable: false,
  *check({ actionItems, each }, { clock }) {
    for (const { due, status, iso } of each(openWithDay, actionItems)) {
      if (!clock.isOver(iso)) continue;
      const days = clock.daysSince(Date.parse(iso));
      const since = days === 1 ? 'yesterday' : `${days} days ago`;
      // Where nobody records the status, the action may well be done.
      yield status
        ? {
            span: due.span,
            message: `This action was due ${since} (${iso}) and is not done; finish it or set a new date.`,
          }
        : {
            span: due.span,
            level: 'information',
            message: `This action was due ${since} (${iso}); say whether it is done, or set a new date.`,
          };
    }
  },
});

function openWithDay({ due, state, status }: ActionItem) {
  const iso = readDate(due?.value ?? '')?.iso;
  if (!due || iso === undefined || state !== 'open') return [];
  // A status that nobody knows may say that it is done.
  return status && status.value !== '' && !readActionStatus(status.value) ? [] : [{ due, status, iso }];
}
