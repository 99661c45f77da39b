import { declareParameters } from '../edits/declareParameters.ts';
import type { Step } from '../model/document.ts';
import { spanInDocument } from '../model/steps/commands.ts';
import { explainsItself, isToldBeside } from '../model/steps/explained.ts';
import { isMentioned, parameterKey, proseOf } from '../model/steps/declared.ts';
import { defineRule } from './rule.ts';

/** A placeholder in a command that nothing explains. */
export const placeholderUndeclared = defineRule({
  id: 'placeholder-undeclared',
  kinds: ['runbook'],
  summary: 'A command has a placeholder that is not among the runbook’s parameters.',
  level: 'information',
  fixable: true,
  *check(document) {
    const declared = new Set(document.declarations.parameters.map(({ name }) => parameterKey(name)));
    const places = document.each(askingForWords, document.steps).flatMap((step) =>
      step.parameters.map(({ name, uses }) => {
        const use = uses.find(({ place }) => place.quoting !== 'comment') ?? uses[0];
        const isTold = explainsItself(name) || uses.some((each) => isToldBeside(step, name, each, document));
        return { name, isTold, span: use ? spanInDocument(step, document.lines, use.span) : step.fenceSpan };
      }),
    );
    if (places.length === 0) return;
    const prose = proseOf(document);
    const seen = new Set<string>();
    const undeclared = places.filter(({ name, isTold }) => {
      const key = parameterKey(name);
      if (declared.has(key) || seen.has(key) || isMentioned(name, prose)) return false;
      // What the first block tells of, the later ones need not.
      seen.add(key);
      return !isTold;
    });
    const [first] = undeclared;
    if (!first) return;
    const names = undeclared.map(({ name }) => name);
    const edits = [declareParameters(document, names, first.span.start)];
    for (const { name, span } of undeclared) {
      yield {
        span,
        message: `Nothing says what "${name}" is; list it in a table "Parameters", with what it is and where to find it.`,
        fix: { title: 'List the parameters in a table', edits },
      };
    }
  },
});

function askingForWords(step: Step): readonly Step[] {
  return step.runnable && step.parameters.length > 0 ? [step] : [];
}
