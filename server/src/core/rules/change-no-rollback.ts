import { changingSteps, firstLastingChange, isUndone } from '../model/steps/checks.ts';
import { defineRule } from './rule.ts';

/** A runbook that changes the system and does not say how to undo it. */
export const changeNoRollback = defineRule({
  id: 'change-no-rollback',
  kinds: ['runbook'],
  summary: 'A runbook changes the system and does not say how to undo it.',
  level: 'information',
  fixable: false,
  *check(document) {
    if (isUndone(document)) return;
    for (const step of changingSteps(document)) {
      const change = firstLastingChange(step, document);
      if (!change) continue;
      yield {
        span: change.span,
        message:
          'This changes the system, and the runbook says nowhere how to undo it; add what to do where it makes things worse.',
      };
      return;
    }
  },
});
