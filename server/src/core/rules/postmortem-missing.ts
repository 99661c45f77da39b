import { headerField } from '../model/fields.ts';
import { hasPostmortem, reviewDue, reviewReason } from '../model/incident/followUp.ts';
import { isOver } from '../model/incident/live.ts';
import { defineRule } from './rule.ts';

/** A resolved incident that is worth a postmortem and links to none (S4); one that is late is `postmortem-overdue`'s finding. */
export const postmortemMissing = defineRule({
  id: 'postmortem-missing',
  kinds: ['incident'],
  summary: 'A resolved incident that needs a postmortem links to none.',
  level: 'information',
  fixable: false,
  *check(document, { clock, configuration }) {
    const status = headerField(document.fields, 'Status');
    if (!status || !isOver(document) || hasPostmortem(document)) return;
    const reason = reviewReason(document, configuration);
    const due = reviewDue(document, configuration);
    if (reason === undefined || (due && clock.isOver(due.day))) return;
    yield {
      span: status.valueSpan,
      message: `This incident needs a postmortem, as ${reason}; write one${due ? ` by ${due.day}` : ''} and link to it here.`,
      related: due?.span ? [{ span: due.span, message: 'When it is to be reviewed.' }] : [],
    };
  },
});
