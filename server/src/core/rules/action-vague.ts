import { readActionWording } from '../model/values/actionWords.ts';
import type { ActionItem } from '../model/document.ts';
import { defineRule } from './rule.ts';

/** An action of which nobody could tell when it is done. */
export const actionVague = defineRule({
  id: 'action-vague',
  kinds: ['postmortem'],
  summary: 'Nobody can tell when an action is done.',
  level: 'warning',
  fixable: false,
  *check({ actionItems, each }) {
    for (const { textSpan, ticket, wording } of each(worded, actionItems)) {
      yield wording.kind === 'vague'
        ? {
            span: textSpan,
            // The issue may well say it.
            ...(ticket && !wording.careful ? { level: 'information' as const } : {}),
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

function worded(item: ActionItem) {
  const { textSpan, ticket, state, parts } = item;
  const wording = state === 'open' ? readActionWording(withoutDetails(item)) : undefined;
  // What the bullets below say at length need not be said again.
  if (!wording || (parts > 0 && wording.kind === 'vague') || (ticket && wording.kind === 'open-ended')) return [];
  return [{ textSpan, ticket, wording }];
}

/** What the action itself says: by a day on which it is due nobody can tell when it is done. */
function withoutDetails({ text, owner, due, status }: ActionItem): string {
  return [due, owner, status].reduce((words, detail) => {
    const at = detail && detail.value !== '' ? words.lastIndexOf(detail.value) : -1;
    if (at < 0 || !detail) return words;
    const before = words
      .slice(0, at)
      .replace(/[\s,;(—–-]*(?:\b(?:due(?: date)?|owner|status|by|before|until|on)\b[:\s]*)*$/i, '');
    return `${before} ${words.slice(at + detail.value.length)}`;
  }, text);
}
