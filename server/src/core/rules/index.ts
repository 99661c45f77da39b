import { configSyntax } from './config-syntax.ts';
import { missingTitle } from './missing-title.ts';
import type { Rule } from './rule.ts';

/** All rules, in the order in which they are listed to people: structure, timeline, facts, actions, runbooks, configuration. */
export const rules: readonly Rule[] = [missingTitle, configSyntax];
