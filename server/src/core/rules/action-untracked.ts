import { at, type Span } from '../text/span.ts';
import { defineRule } from './rule.ts';

/** An action that no issue follows up. */
export const actionUntracked = defineRule({
  id: 'action-untracked',
  kinds: ['postmortem'],
  summary: 'An action links no issue.',
  level: 'off',
  fixable: true,
  *check({ actionItems, text }) {
    for (const { ticket, ticketPlace, state, textSpan } of actionItems) {
      if (ticket || state !== 'open') continue;
      yield {
        span: textSpan,
        level: 'hint',
        message: 'No issue follows this action up; link the one in which the work is planned.',
        fix: {
          title: 'Add a place for the issue',
          edits: [
            ticketPlace
              ? { span: ticketPlace, text: cellWords(text, ticketPlace) }
              : { span: at(placeOfIssue(textSpan, text)), text: ' (issue: TODO)' },
          ],
        },
      };
    }
  },
});

/** Behind the words; before the colon of "Add alerts for:", below which the list goes on. */
function placeOfIssue({ end }: Span, text: string): number {
  return text[end - 1] === ':' ? end - 1 : end;
}

/** The place for it in its own cell, apart from the cell's edge. */
function cellWords(text: string, { end }: Span): string {
  return text[end] === '|' ? 'TODO ' : 'TODO';
}
