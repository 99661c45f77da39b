import { headerField } from '../model/fields.ts';
import { hasPostmortem, reviewDue, reviewReason } from '../model/incident/followUp.ts';
import { isOver } from '../model/incident/live.ts';
import { defineRule } from './rule.ts';

/** A resolved incident whose day of review has passed and that links to no postmortem. */
export const postmortemOverdue = defineRule({
  id: 'postmortem-overdue',
  kinds: ['incident'],
  summary: 'The day on which the incident was to be reviewed has passed, and there is no postmortem.',
  level: 'warning',
  fixable: false,
  *check(document, { clock, configuration }) {
    const status = headerField(document.fields, 'Status');
    if (!status || !isOver(document) || hasPostmortem(document)) return;
    const due = reviewDue(document, configuration);
    if (!due || !clock.isOver(due.day)) return;
    const reason = reviewReason(document, configuration);
    // A day that somebody has set needs no further reason.
    if (reason === undefined && !due.span) return;
    const days = clock.daysSince(Date.parse(due.day));
    const since = days === 1 ? 'yesterday' : `${days} days ago`;
    yield {
      span: due.span ?? status.valueSpan,
      message: `The postmortem was due ${since} (${due.day})${reason === undefined ? '' : `, as ${reason}`}; write it and link to it, or set a new date.`,
      // A document with a form of its own may well have its postmortem elsewhere.
      ...(due.span || document.likeness === 'declared' ? {} : { level: 'information' }),
    };
  },
});
