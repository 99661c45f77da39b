import type { ActionDetail, ActionItem } from '../model/document.ts';
import { saysNothing } from '../model/values/absent.ts';
import { actionStatusNames, readActionStatus } from '../model/values/actionStatus.ts';
import { nearestWord } from '../text/nearest.ts';
import { defineRule, type Finding } from './rule.ts';

/** A status of an action that says neither that it is open nor that it is done. */
export const actionStatusUnknown = defineRule({
  id: 'action-status-unknown',
  kinds: ['incident', 'postmortem'],
  summary: 'The status of an action is no status that is known.',
  level: 'warning',
  fixable: true,
  *check({ actionItems, text, each }) {
    for (const { status, ticket, textSpan } of each(withUnknownStatus, actionItems)) {
      // A cell that leads to an issue leaves the status to the tracker.
      if (ticket && status.span.start <= ticket.span.start && ticket.span.end <= status.span.end) continue;
      if (status.value === '') {
        yield { span: textSpan, message: 'The status of this action is empty; write Planned, In Progress or Done.' };
      } else {
        yield saysNothing(status.value) ? unknown(status) : misspelt(status, text);
      }
    }
  },
});

function withUnknownStatus({ status, ticket, textSpan }: ActionItem) {
  return status && !readActionStatus(status.value) ? [{ status, ticket, textSpan }] : [];
}

function unknown({ value, span }: ActionDetail): Finding {
  return { span, message: `"${value}" is no status; write Planned, In Progress or Done.` };
}

/** Only the words before a remark are compared: "Donne (see the pull request)". */
function misspelt(status: ActionDetail, text: string): Finding {
  const words = status.value.split(/[,;:(.]|\s-\s/)[0]?.trim() ?? '';
  const name = nearestWord(words, actionStatusNames);
  const start = text.slice(status.span.start, status.span.end).indexOf(words);
  if (name === undefined || start < 0) return unknown(status);
  const span = { start: status.span.start + start, end: status.span.start + start + words.length };
  return {
    span,
    message: `"${words}" is no status; write ${name}.`,
    fix: { title: `Write ${name}`, edits: [{ span, text: name }] },
  };
}
