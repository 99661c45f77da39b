import { readActionWording } from '../model/values/actionWords.ts';
import { defineRule } from './rule.ts';

/** An action of which nobody could tell when it is done. */
export const actionVague = defineRule({
  id: 'action-vague',
  kinds: ['postmortem'],
  summary: 'Nobody can tell when an action is done.',
  level: 'warning',
  fixable: false,
  *check({ actionItems }) {
    for (const { text, textSpan, ticket, state, parts } of actionItems) {
      const wording = state === 'open' ? readActionWording(text) : undefined;
      // What an issue, or the bullets below, say at length need not be said again.
      if (!wording || ticket || (parts > 0 && wording.kind === 'vague')) continue;
      yield wording.kind === 'vague'
        ? {
            span: textSpan,
            message: `Nobody can tell when "${wording.words}" is done; say what will be there then, such as an alert, a test or a number.`,
          }
        : {
            span: textSpan,
            level: 'hint',
            message: `"${wording.words}" says what to look at, not what will change; name what comes out of it: a decision, a document, a change.`,
          };
    }
  },
});
