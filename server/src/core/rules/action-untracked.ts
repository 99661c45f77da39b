import { at } from '../text/span.ts';
import { defineRule } from './rule.ts';

/** An action that no issue follows up. */
export const actionUntracked = defineRule({
  id: 'action-untracked',
  kinds: ['postmortem'],
  summary: 'An action links no issue.',
  level: 'off',
  fixable: true,
  *check({ actionItems }) {
    for (const { ticket, state, textSpan } of actionItems) {
      if (ticket || state !== 'open') continue;
      yield {
        span: textSpan,
        level: 'hint',
        message: 'No issue follows this action up; link the one in which the work is planned.',
        fix: { title: 'Add a place for the issue', edits: [{ span: at(textSpan.end), text: ' (issue: TODO)' }] },
      };
    }
  },
});
