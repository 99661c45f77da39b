import { saysWhatToSee } from '../model/steps/expectations.ts';
import { defineRule } from './rule.ts';

/** A command of which nothing says what it shows. */
export const stepNoExpected = defineRule({
  id: 'step-no-expected',
  kinds: ['runbook'],
  summary: 'Nothing says what a command should show.',
  level: 'off',
  fixable: false,
  *check(document) {
    for (const step of document.steps) {
      if (!step.runnable || saysWhatToSee(step, document)) continue;
      yield {
        span: step.fenceSpan,
        level: 'information',
        message:
          'Nothing says what this shows when all is well; add what to expect, and what it means when it differs.',
      };
    }
  },
});
