import { asksForOwner } from '../model/actionColumns.ts';
import type { ActionItem } from '../model/document.ts';
import { saysNothing } from '../model/values/absent.ts';
import { defineRule, type Finding, type Level } from './rule.ts';

/** An action that nobody is named for. */
export const actionNoOwner = defineRule({
  id: 'action-no-owner',
  kinds: ['postmortem'],
  summary: 'An action has no owner.',
  level: 'warning',
  fixable: false,
  *check({ actionItems, stage, template, each, recall }) {
    const asked = recall(asksForOwner, template);
    const grave: Level = stage === 'final' ? 'error' : 'warning';
    const headers = new Set<number>();
    for (const { item, finding } of each(lacking, actionItems)) {
      // A template whose table has no place for it leaves it to the tracker.
      if (headers.has(finding.span.start) || (!item.owner && !asked)) continue;
      // A table without the column is one mistake, not one for each row.
      if (!item.owner && item.header) headers.add(item.header.start);
      // The issue that it links has an owner of its own.
      yield { ...finding, level: item.ticket && !item.owner ? 'information' : grave };
    }
  },
});

function lacking(item: ActionItem) {
  const finding = findingOf(item);
  return finding ? [{ item, finding }] : [];
}

function findingOf({ owner, state, textSpan, header }: ActionItem): Finding | undefined {
  if (state === 'dropped') return undefined;
  if (owner) {
    if (!saysNothing(owner.value)) return undefined;
    return owner.value === ''
      ? { span: textSpan, message: 'This action has no owner; name the one person who will see it done.' }
      : {
          span: owner.span,
          message: `"${owner.value}" is no owner; name the one person who will see this action done.`,
        };
  }
  if (state !== 'open') return undefined;
  return header
    ? { span: header, message: 'These actions have no owners; add a column "Owner" and name one person for each.' }
    : {
        span: textSpan,
        message: 'This action has no owner; name the one person who will see it done: "(owner: @name)".',
      };
}
