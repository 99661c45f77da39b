import { saysWhatToDo } from '../model/values/actionWords.ts';
import { defineRule } from './rule.ts';

/** An action that names a thing and not what is to be done with it. */
export const actionNoVerb = defineRule({
  id: 'action-no-verb',
  kinds: ['postmortem'],
  summary: 'An action does not say what is to be done.',
  level: 'hint',
  fixable: false,
  *check({ actionItems }) {
    for (const { text, textSpan, state } of actionItems) {
      if (state !== 'open' || saysWhatToDo(text)) continue;
      yield {
        span: textSpan,
        message: 'Say what is to be done: begin with a verb, such as "Add", "Remove" or "Document".',
      };
    }
  },
});
