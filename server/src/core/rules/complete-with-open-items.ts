import { headerField } from '../model/fields.ts';
import { defineRule } from './rule.ts';

/** A postmortem that calls itself finished while its actions are not. */
export const completeWithOpenItems = defineRule({
  id: 'complete-with-open-items',
  kinds: ['postmortem'],
  summary: 'A finished postmortem has open actions.',
  level: 'off',
  fixable: false,
  *check({ actionItems, fields, stage }) {
    const status = headerField(fields, 'Status');
    // "Complete, action items in progress" says it.
    if (stage !== 'final' || !status || /\baction/i.test(status.value)) return;
    const open = actionItems.filter(({ state }) => state === 'open');
    if (open.length === 0) return;
    const actions = open.length === 1 ? 'an action is' : `${open.length} actions are`;
    yield {
      span: status.valueSpan,
      level: 'information',
      message: `This postmortem is "${status.value}" while ${actions} still open; write "${status.value}, action items in progress" until they are done.`,
      related: open.map(({ textSpan }) => ({ span: textSpan, message: 'Still open.' })),
    };
  },
});
