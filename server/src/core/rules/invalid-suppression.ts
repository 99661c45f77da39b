import { defineRule, everyKind } from './rule.ts';

/** A comment that should suppress something and does not. What it suppresses shows only when all other rules have spoken, so the linter says it. */
export const invalidSuppression = defineRule({
  id: 'invalid-suppression',
  kinds: everyKind,
  summary: 'A comment suppresses a rule that does not exist, or suppresses nothing.',
  level: 'warning',
  fixable: false,
  check: () => [],
});
