import { documentKinds } from '../schema/vocabulary.ts';
import { oneOf } from '../shapes/words.ts';
import { nearestWord } from '../text/nearest.ts';
import { defineRule, everyKind } from './rule.ts';

/**
 * A value that is not of the right form. The reader of `config.yaml` and of templates finds it there; in a document it is a
 * kind that is mistyped, so that the document passes for something else, and a parameter's declaration that has no effect.
 */
export const configType = defineRule({
  id: 'config-type',
  kinds: everyKind,
  summary: 'A value of the configuration, or of a front matter, is not of the right form.',
  level: 'error',
  fixable: false,
  *check({ frontMatter, declarations }) {
    yield* declarations.problems;
    const kind = frontMatter.entries.find(({ key }) => key === 'kind');
    if (typeof kind?.value !== 'string') return;
    const stated = kind.value.toLowerCase();
    // Other tools have kinds of their own; only what is nearly one of ours is meant as one.
    if (documentKinds.some((known) => known === stated) || nearestWord(stated, documentKinds) === undefined) return;
    const message = `"kind" must be ${oneOf(documentKinds)}, not "${kind.value}".`;
    yield { span: kind.valueSpan, message };
  },
});
