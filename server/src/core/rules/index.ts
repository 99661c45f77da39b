import type { Rule } from './rule.ts';
import { actionBadDate } from './action-bad-date.ts';
import { actionGroupOwner } from './action-group-owner.ts';
import { actionNoDue } from './action-no-due.ts';
import { actionNoOwner } from './action-no-owner.ts';
import { actionNoVerb } from './action-no-verb.ts';
import { actionOverdue } from './action-overdue.ts';
import { actionStatusUnknown } from './action-status-unknown.ts';
import { actionUntracked } from './action-untracked.ts';
import { actionVague } from './action-vague.ts';
import { animatedLanguage } from './animated-language.ts';
import { blameLanguage } from './blame-language.ts';
import { completeWithOpenItems } from './complete-with-open-items.ts';
import { configReference } from './config-reference.ts';
import { configSyntax } from './config-syntax.ts';
import { configType } from './config-type.ts';
import { configUnknownKey } from './config-unknown-key.ts';
import { counterfactual } from './counterfactual.ts';
import { deadLink } from './dead-link.ts';
import { duplicateSection } from './duplicate-section.ts';
import { durationMismatch } from './duration-mismatch.ts';
import { emptySection } from './empty-section.ts';
import { fenceNoLanguage } from './fence-no-language.ts';
import { humanErrorCause } from './human-error-cause.ts';
import { invalidField } from './invalid-field.ts';
import { invalidSuppression } from './invalid-suppression.ts';
import { missingField } from './missing-field.ts';
import { missingSection } from './missing-section.ts';
import { missingTitle } from './missing-title.ts';
import { sectionOrder } from './section-order.ts';
import { timelineOrder } from './timeline-order.ts';
import { timelineUnparsed } from './timeline-unparsed.ts';
import { timezoneMissing } from './timezone-missing.ts';
import { unfilledPlaceholder } from './unfilled-placeholder.ts';

/** All rules, in the order in which they are listed to people: structure, timeline, facts, actions, prose, runbooks, configuration. */
export const rules: readonly Rule[] = [
  missingTitle,
  missingSection,
  sectionOrder,
  duplicateSection,
  emptySection,
  missingField,
  invalidField,
  unfilledPlaceholder,
  deadLink,
  invalidSuppression,
  timelineUnparsed,
  timelineOrder,
  timezoneMissing,
  durationMismatch,
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
  blameLanguage,
  humanErrorCause,
  counterfactual,
  animatedLanguage,
  fenceNoLanguage,
  configSyntax,
  configUnknownKey,
  configType,
  configReference,
];
