import { actionBadDate } from './action-bad-date.ts';
import { actionGroupOwner } from './action-group-owner.ts';
import { actionNoDue } from './action-no-due.ts';
import { actionNoOwner } from './action-no-owner.ts';
import { actionNoVerb } from './action-no-verb.ts';
import { actionOverdue } from './action-overdue.ts';
import { actionStatusUnknown } from './action-status-unknown.ts';
import { actionUntracked } from './action-untracked.ts';
import { actionVague } from './action-vague.ts';
import { completeWithOpenItems } from './complete-with-open-items.ts';
import { configSyntax } from './config-syntax.ts';
import { duplicateSection } from './duplicate-section.ts';
import { emptySection } from './empty-section.ts';
import { missingSection } from './missing-section.ts';
import { missingTitle } from './missing-title.ts';
import { sectionOrder } from './section-order.ts';
import type { Rule } from './rule.ts';

/** All rules, in the order in which they are listed to people: structure, timeline, facts, actions, runbooks, configuration. */
export const rules: readonly Rule[] = [
  missingTitle,
  missingSection,
  sectionOrder,
  duplicateSection,
  emptySection,
  actionNoOwner,
  actionGroupOwner,
  actionNoDue,
  actionBadDate,
  actionStatusUnknown,
  actionOverdue,
  actionVague,
  actionNoVerb,
  completeWithOpenItems,
  actionUntracked,
  configSyntax,
];
