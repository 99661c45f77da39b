import { actionBadDate } from './action-bad-date.ts';
import { actionGroupOwner } from './action-group-owner.ts';
import { actionNoDue } from './action-no-due.ts';
import { actionNoOwner } from './action-no-owner.ts';
import { actionNoVerb } from './action-no-verb.ts';
import { actionOverdue } from './action-overdue.ts';
import { actionStatusUnknown } from './action-status-unknown.ts';
import { actionUntracked } from './action-untracked.ts';
import { actionVague } from './action-vague.ts';
import { alertNameMismatch } from './alert-name-mismatch.ts';
import { animatedLanguage } from './animated-language.ts';
import { blameLanguage } from './blame-language.ts';
import { causeRestatesTrigger } from './cause-restates-trigger.ts';
import { changeNoRollback } from './change-no-rollback.ts';
import { changeNoVerify } from './change-no-verify.ts';
import { claimMismatch } from './claim-mismatch.ts';
import { completeWithOpenItems } from './complete-with-open-items.ts';
import { configReference } from './config-reference.ts';
import { configSyntax } from './config-syntax.ts';
import { configType } from './config-type.ts';
import { configUnknownKey } from './config-unknown-key.ts';
import { counterfactual } from './counterfactual.ts';
import { dateMismatch } from './date-mismatch.ts';
import { deadAnchor } from './dead-anchor.ts';
import { deadLink } from './dead-link.ts';
import { destructiveNoWarning } from './destructive-no-warning.ts';
import { detectionMissing } from './detection-missing.ts';
import { duplicateAction } from './duplicate-action.ts';
import { duplicateSection } from './duplicate-section.ts';
import { durationMismatch } from './duration-mismatch.ts';
import { emptySection } from './empty-section.ts';
import { entryNoEvidence } from './entry-no-evidence.ts';
import { escalationDue } from './escalation-due.ts';
import { escalationMissing } from './escalation-missing.ts';
import { escalationUnreachable } from './escalation-unreachable.ts';
import { externalMessageLeak } from './external-message-leak.ts';
import { fenceNoLanguage } from './fence-no-language.ts';
import { filenameDateMismatch } from './filename-date-mismatch.ts';
import { futureTime } from './future-time.ts';
import { humanErrorCause } from './human-error-cause.ts';
import { impactUnmeasured } from './impact-unmeasured.ts';
import { interactiveCommand } from './interactive-command.ts';
import { invalidField } from './invalid-field.ts';
import { invalidSuppression } from './invalid-suppression.ts';
import { invisibleCharacter } from './invisible-character.ts';
import { luckyMissing } from './lucky-missing.ts';
import { midnightRollover } from './midnight-rollover.ts';
import { milestoneMissing } from './milestone-missing.ts';
import { milestoneOrder } from './milestone-order.ts';
import { missingField } from './missing-field.ts';
import { missingSection } from './missing-section.ts';
import { missingTitle } from './missing-title.ts';
import { multiRole } from './multi-role.ts';
import { nextUpdateMissing } from './next-update-missing.ts';
import { noPreventiveAction } from './no-preventive-action.ts';
import { nonTerminating } from './non-terminating.ts';
import { objectiveMissing } from './objective-missing.ts';
import { objectiveUnmeasurable } from './objective-unmeasurable.ts';
import { parameterUnused } from './parameter-unused.ts';
import { placeholderUndeclared } from './placeholder-undeclared.ts';
import { postmortemMissing } from './postmortem-missing.ts';
import { postmortemOverdue } from './postmortem-overdue.ts';
import { promptInBlock } from './prompt-in-block.ts';
import { resolvedUnmetObjective } from './resolved-unmet-objective.ts';
import { resolvedWithoutWatch } from './resolved-without-watch.ts';
import { reviewMissing } from './review-missing.ts';
import { reviewStale } from './review-stale.ts';
import { roleMissing } from './role-missing.ts';
import { secretLiteral } from './secret-literal.ts';
import { sectionOrder } from './section-order.ts';
import { severityDrift } from './severity-drift.ts';
import { severityImpactMismatch } from './severity-impact-mismatch.ts';
import { severityMismatch } from './severity-mismatch.ts';
import { shellHazard } from './shell-hazard.ts';
import { singleCause } from './single-cause.ts';
import { startsAtAlert } from './starts-at-alert.ts';
import { statusMismatch } from './status-mismatch.ts';
import { statusRegression } from './status-regression.ts';
import { stepNoCommand } from './step-no-command.ts';
import { stepNoExpected } from './step-no-expected.ts';
import { sumMismatch } from './sum-mismatch.ts';
import { timelineOrder } from './timeline-order.ts';
import { timelineUnparsed } from './timeline-unparsed.ts';
import { timezoneAmbiguous } from './timezone-ambiguous.ts';
import { timezoneMissing } from './timezone-missing.ts';
import { undefinedAcronym } from './undefined-acronym.ts';
import { unfilledPlaceholder } from './unfilled-placeholder.ts';
import { unknownSection } from './unknown-section.ts';
import { updateGap } from './update-gap.ts';
import { updateOverdue } from './update-overdue.ts';
import { wentWrongUncovered } from './went-wrong-uncovered.ts';
import type { Rule } from './rule.ts';

/** All rules, in the order in which they are listed to people: structure, timeline, facts, actions, prose, runbooks, live incidents, configuration. */
export const rules: readonly Rule[] = [
  missingTitle,
  missingSection,
  sectionOrder,
  duplicateSection,
  emptySection,
  unknownSection,
  missingField,
  invalidField,
  unfilledPlaceholder,
  deadLink,
  deadAnchor,
  filenameDateMismatch,
  invalidSuppression,
  timelineUnparsed,
  timelineOrder,
  timezoneMissing,
  timezoneAmbiguous,
  midnightRollover,
  futureTime,
  milestoneMissing,
  milestoneOrder,
  updateGap,
  startsAtAlert,
  entryNoEvidence,
  durationMismatch,
  dateMismatch,
  severityMismatch,
  severityImpactMismatch,
  claimMismatch,
  sumMismatch,
  statusMismatch,
  actionNoOwner,
  actionGroupOwner,
  actionNoDue,
  actionBadDate,
  actionStatusUnknown,
  actionOverdue,
  actionVague,
  actionNoVerb,
  noPreventiveAction,
  wentWrongUncovered,
  completeWithOpenItems,
  duplicateAction,
  actionUntracked,
  blameLanguage,
  humanErrorCause,
  counterfactual,
  animatedLanguage,
  impactUnmeasured,
  causeRestatesTrigger,
  singleCause,
  detectionMissing,
  luckyMissing,
  externalMessageLeak,
  undefinedAcronym,
  fenceNoLanguage,
  promptInBlock,
  stepNoCommand,
  stepNoExpected,
  destructiveNoWarning,
  changeNoVerify,
  changeNoRollback,
  placeholderUndeclared,
  parameterUnused,
  nonTerminating,
  interactiveCommand,
  shellHazard,
  invisibleCharacter,
  secretLiteral,
  escalationMissing,
  escalationUnreachable,
  reviewStale,
  reviewMissing,
  alertNameMismatch,
  roleMissing,
  multiRole,
  updateOverdue,
  nextUpdateMissing,
  objectiveMissing,
  objectiveUnmeasurable,
  resolvedUnmetObjective,
  resolvedWithoutWatch,
  statusRegression,
  severityDrift,
  escalationDue,
  postmortemMissing,
  postmortemOverdue,
  configUnknownKey,
  configReference,
  configType,
  configSyntax,
];
