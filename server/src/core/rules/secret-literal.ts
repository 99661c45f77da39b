import { keyLiterals, secretLiterals, type SecretLiteral } from '../model/steps/secrets.ts';
import { contains } from '../text/span.ts';
import { defineRule, everyKind, type Finding } from './rule.ts';

/** A key, token or password in the open: whoever reads the repository has it. */
export const secretLiteral = defineRule({
  id: 'secret-literal',
  kinds: everyKind,
  summary: 'A key, token or password stands in the open.',
  level: 'error',
  fixable: false,
  *check({ steps, text, recall }) {
    for (const { contentSpan } of steps) {
      for (const { index, length, name } of recall(secretLiterals, text.slice(contentSpan.start, contentSpan.end))) {
        yield finding({ index: contentSpan.start + index, length, name });
      }
    }
    for (const key of keyLiterals(text)) {
      const span = { start: key.index, end: key.index + key.length };
      if (!steps.some(({ contentSpan }) => contains(contentSpan, span))) yield finding(key);
    }
  },
});

function finding({ index, length, name }: SecretLiteral): Finding {
  return {
    span: { start: index, end: index + length },
    message: `This looks like ${name}; write a parameter in its place, such as $TOKEN, and replace the secret itself, as the repository has it in its history.`,
  };
}
