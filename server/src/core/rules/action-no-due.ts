import { asksForDue } from '../model/actionColumns.ts';
import type { ActionItem } from '../model/document.ts';
import { saysNothing } from '../model/values/absent.ts';
import { defineRule, type Finding } from './rule.ts';

/** An action that no day is set for. */
export const actionNoDue = defineRule({
  id: 'action-no-due',
  kinds: ['postmortem'],
  summary: 'An action has no due date.',
  level: 'warning',
  fixable: false,
  *check({ actionItems, template, each, recall }) {
    const asked = recall(asksForDue, template) || actionItems.some(({ due }) => due);
    const headers = new Set<number>();
    for (const { item, finding } of each(lacking, actionItems)) {
      // A template whose table has no place for it leaves it to the tracker.
      if (headers.has(finding.span.start) || (!item.due && !asked)) continue;
      // A table without the column is one mistake, not one for each row.
      if (!item.due && item.header) headers.add(item.header.start);
      // The issue that it links is planned where it stands.
      yield item.ticket && !item.due ? { ...finding, level: 'information' } : finding;
    }
  },
});

function lacking(item: ActionItem) {
  const finding = findingOf(item);
  return finding ? [{ item, finding }] : [];
}

function findingOf({ due, state, textSpan, header }: ActionItem): Finding | undefined {
  if (state === 'dropped') return undefined;
  if (due) {
    if (!saysNothing(due.value)) return undefined;
    return due.value === ''
      ? { span: textSpan, message: 'This action has no due date; set a day, such as 2024-02-01.' }
      : { span: due.span, message: `"${due.value}" is no due date; set a day, such as 2024-02-01.` };
  }
  if (state !== 'open') return undefined;
  return header
    ? { span: header, message: 'These actions have no due dates; add a column "Due Date" and set a day for each.' }
    : { span: textSpan, message: 'This action has no due date; set a day: "(due: 2024-02-01)".' };
}
