import type { Rule } from '../../core/rules/rule.ts';

const names = { error: 'error', warning: 'warning', information: 'note', hint: 'note', off: 'none' } as const;

/** SARIF's word for a level. */
export function sarifLevel(level: Rule['level']): (typeof names)[keyof typeof names] {
  return names[level];
}
