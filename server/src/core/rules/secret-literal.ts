import type { Step } from '../model/document.ts';
import { keyLiterals, secretLiterals, type SecretLiteral } from '../model/steps/secrets.ts';
import { spanOf } from '../parse/markdown.ts';
import { partReader, readParts } from '../parse/partReader.ts';
import { slice } from '../text/slice.ts';
import { contains, type Span } from '../text/span.ts';
import { defineRule, everyKind, type Finding } from './rule.ts';

/** A key, token or password in the open: whoever reads the repository has it. */
export const secretLiteral = defineRule({
  id: 'secret-literal',
  kinds: everyKind,
  summary: 'A key, token or password stands in the open.',
  level: 'error',
  fixable: false,
  *check(document) {
    const { steps, text, outline, each } = document;
    for (const { step, index, length, name } of each(secretsIn, steps, text)) {
      const start = step.contentSpan.start + index;
      yield finding({ name, span: { start, end: start + length } });
    }
    const { frontMatter, parts } = outline;
    for (const key of [...(frontMatter ? placed(frontMatter.span, text) : []), ...readParts(keysIn, parts, document)])
      if (!steps.some(({ contentSpan }) => contains(contentSpan, key.span))) yield finding(key);
  },
});

interface PlacedSecret extends Pick<SecretLiteral, 'name'> {
  readonly span: Span;
}

function finding({ name, span }: PlacedSecret): Finding {
  return {
    span,
    message: `This looks like ${name}; write a parameter in its place, such as $TOKEN, and replace the secret itself, as the repository has it in its history.`,
  };
}

/** The secrets of a step, counted from the beginning of its content. */
function secretsIn(step: Step, text: string) {
  return secretLiterals(slice(text, step.contentSpan)).map((secret) => ({ ...secret, step }));
}

/** The keys of a part, its blocks included. */
const keysIn = partReader(
  ({ heading, body }, { text }) => {
    const blocks = heading ? [heading.node, ...body] : body;
    return blocks.flatMap((block) => placed(spanOf(block), text));
  },
  ({ span }: PlacedSecret) => [span],
);

function placed(place: Span, text: string): PlacedSecret[] {
  return keyLiterals(slice(text, place)).map(({ index, length, name }) => {
    const start = place.start + index;
    return { name, span: { start, end: start + length } };
  });
}
