import type { ActionDetail, ActionItem } from '../model/document.ts';
import { namesGroup } from '../model/values/people.ts';
import { defineRule } from './rule.ts';

/** An action that a team owns, and so nobody. */
export const actionGroupOwner = defineRule({
  id: 'action-group-owner',
  kinds: ['postmortem'],
  summary: 'The owner of an action is a group.',
  level: 'information',
  fixable: false,
  *check({ actionItems, each }) {
    for (const owner of each(groupOf, actionItems)) {
      yield {
        span: owner.span,
        message: `"${owner.value}" is a group; name the one person in it who will see this action done.`,
      };
    }
  },
});

function groupOf({ owner, state }: ActionItem): readonly ActionDetail[] {
  return owner && state === 'open' && namesGroup(owner.value) ? [owner] : [];
}
