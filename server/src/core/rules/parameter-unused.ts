import { parameterKey } from '../model/steps/declared.ts';
import { assignedVariables } from '../model/steps/environment.ts';
import { defineRule } from './rule.ts';

/** A parameter that no command needs. */
export const parameterUnused = defineRule({
  id: 'parameter-unused',
  kinds: ['runbook'],
  summary: 'A declared parameter is used by no command.',
  level: 'information',
  fixable: false,
  *check(document) {
    if (document.declarations.parameters.length === 0) return;
    // Without a command to run, the parameters are those of something else: a form, a pipeline.
    if (!document.steps.some(({ runnable }) => runnable)) return;
    const used = new Set(
      document.steps
        .flatMap(({ parameters, command }) => [
          ...parameters.map(({ name }) => name),
          ...document.recall(assignedVariables, command),
        ])
        .map(parameterKey),
    );
    for (const { name, span, isOptional } of document.declarations.parameters) {
      if (isOptional || used.has(parameterKey(name)) || document.steps.some(({ content }) => content.includes(name)))
        continue;
      yield { span, message: `No command uses "${name}"; remove it, or write it where it belongs.` };
    }
  },
});
