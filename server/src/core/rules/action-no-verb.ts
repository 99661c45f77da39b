import type { ActionItem } from '../model/document.ts';
import { saysWhatToDo } from '../model/values/actionWords.ts';
import { defineRule } from './rule.ts';

/** An action that names a thing and not what is to be done with it. */
export const actionNoVerb = defineRule({
  id: 'action-no-verb',
  kinds: ['postmortem'],
  summary: 'An action does not say what is to be done.',
  level: 'hint',
  fixable: false,
  *check({ actionItems, each }) {
    for (const { textSpan } of each(withoutVerb, actionItems)) {
      yield {
        span: textSpan,
        message: 'Say what is to be done: begin with a verb, such as "Add", "Remove" or "Document".',
      };
    }
  },
});

function withoutVerb(item: ActionItem): readonly ActionItem[] {
  return item.state === 'open' && !saysWhatToDo(item.text) ? [item] : [];
}
