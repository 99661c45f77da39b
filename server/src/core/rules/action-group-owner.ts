import { namesGroup } from '../model/values/people.ts';
import { defineRule } from './rule.ts';

/** An action that a team owns, and so nobody. */
export const actionGroupOwner = defineRule({
  id: 'action-group-owner',
  kinds: ['postmortem'],
  summary: 'The owner of an action is a group.',
  level: 'information',
  fixable: false,
  *check({ actionItems }) {
    for (const { owner, state } of actionItems) {
      if (!owner || state !== 'open' || !namesGroup(owner.value)) continue;
      yield {
        span: owner.span,
        message: `"${owner.value}" is a group; name the one person in it who will see this action done.`,
      };
    }
  },
});
