import { secretLiterals } from '../model/steps/secrets.ts';
import { defineRule, everyKind } from './rule.ts';

/** A key, token or password in a block: whoever reads the repository has it. */
export const secretLiteral = defineRule({
  id: 'secret-literal',
  kinds: everyKind,
  summary: 'A key, token or password stands in the open.',
  level: 'error',
  fixable: false,
  *check({ steps, text, recall }) {
    for (const { contentSpan } of steps) {
      for (const { index, length, name } of recall(secretLiterals, text.slice(contentSpan.start, contentSpan.end))) {
        const start = contentSpan.start + index;
        yield {
          span: { start, end: start + length },
          message: `This looks like ${name}; write a parameter in its place, such as $TOKEN, and replace the secret itself, as the repository has it in its history.`,
        };
      }
    }
  },
});
