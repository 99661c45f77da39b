import { changingSteps, firstChange, isChecked } from '../model/steps/checks.ts';
import { defineRule } from './rule.ts';

/** A step that changes the system and does not say how to see that it worked. */
export const changeNoVerify = defineRule({
  id: 'change-no-verify',
  kinds: ['runbook'],
  summary: 'A step changes the system and does not look whether it worked.',
  level: 'information',
  fixable: false,
  *check(document) {
    for (const step of changingSteps(document)) {
      const change = firstChange(step, document);
      if (!change || isChecked(step, document)) continue;
      yield {
        span: change.span,
        message:
          'This changes the system, and nothing says how to see that it worked; add a command that shows it, or what should be seen.',
      };
    }
  },
});
