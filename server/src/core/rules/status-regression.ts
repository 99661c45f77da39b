import { headerField } from '../model/fields.ts';
import { isLive } from '../model/incident/live.ts';
import { rankOf, statusChanges, statusOrder } from '../model/incident/statuses.ts';
import { defineRule } from './rule.ts';

/** Words by which an entry tells why an incident goes back a step. */
const reason =
  /\b(?:because|since|as|again|after|due to|recur\w*|return\w*|re-?open\w*|relaps\w*|came back|comes back|not (?:fixed|enough|the cause)|still|fail\w*|wrong|reverted|new (?:errors?|alerts?))\b/i;

/** A status that lies before the one that the timeline had reached. */
export const statusRegression = defineRule({
  id: 'status-regression',
  kinds: ['incident'],
  summary: 'The status goes back, and nothing says why.',
  level: 'information',
  fixable: false,
  *check(document) {
    const changes = statusChanges(document);
    for (const [index, change] of changes.entries()) {
      const before = changes[index - 1];
      if (!before || change.rank >= before.rank || reason.test(change.text)) continue;
      yield {
        span: change.textSpan,
        message: `The status goes back from ${before.name} to ${change.name}; say why in this entry, or correct it.`,
        related: [{ span: before.textSpan, message: `Here it was ${before.name}.` }],
      };
    }
    const last = changes.at(-1);
    const field = headerField(document.fields, 'Status');
    if (!last || !field || !isLive(document)) return;
    const order = statusOrder(document);
    const rank = rankOf(field.value, order);
    if (rank < 0 || rank >= last.rank) return;
    yield {
      span: field.valueSpan,
      message: `The timeline has reached ${last.name}, this says ${order[rank] ?? field.value}; set the status to ${last.name}, or write down why it went back.`,
      related: [{ span: last.textSpan, message: `Here it became ${last.name}.` }],
    };
  },
});
