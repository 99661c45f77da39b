import type { InlineCode, RootContent } from 'mdast';
import type { Step } from '../model/document.ts';
import { nodesOf } from '../model/nodes.ts';
import { allCode } from '../model/steps/allCode.ts';
import { statedSecrets } from '../model/steps/statedSecrets.ts';
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
    const { text, outline, each } = document;
    for (const { step, index, length, name } of each(secretsIn, allCode(document), text)) {
      const start = step.contentSpan.start + index;
      yield finding({ name, span: { start, end: start + length } });
    }
    const { frontMatter, parts } = outline;
    const code = allCode(document);
    const told = [
      ...(frontMatter ? placed(frontMatter.span, text) : []),
      ...readParts(keysIn, parts, document),
      ...readParts(statedIn, parts, document),
    ].filter(({ span }) => !code.some(({ contentSpan }) => contains(contentSpan, span)));
    // A key may be told as a password, too.
    const seen = new Set<number>();
    for (const secret of told) {
      if (!seen.has(secret.span.start)) yield finding(secret);
      seen.add(secret.span.start);
    }
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

/** The passwords that a part states in words, tables and inline code. */
const statedIn = partReader(
  (part, source): PlacedSecret[] => {
    const { body } = part;
    const { text, recall } = source;
    return [
      ...body.flatMap((block) => recall(statedSecrets, block, text).map((one) => placeIn(block, one))),
      ...nodesOf(part, source).inlineCode.flatMap((node) =>
        recall(secretsInline, node, text).map((one) => placeIn(node, one)),
      ),
    ];
  },
  ({ span }: PlacedSecret) => [span],
);

/** The secrets of inline code, as it is written: Markdown shows a break of the line as a space. */
function secretsInline(node: InlineCode, text: string): readonly SecretLiteral[] {
  return secretLiterals(slice(text, spanOf(node)).replace(/[`\r\n]/g, ' '));
}

/** The keys of a part, its blocks included. */
const keysIn = partReader(
  ({ heading, body }, { text }) => {
    const blocks = heading ? [heading.node, ...body] : body;
    return blocks.flatMap((block) => placed(spanOf(block), text));
  },
  ({ span }: PlacedSecret) => [span],
);

/** A secret of a node, counted from where the node begins. */
function placeIn(node: RootContent, { index, length, name }: SecretLiteral): PlacedSecret {
  const start = spanOf(node).start + index;
  return { name, span: { start, end: start + length } };
}

function placed(place: Span, text: string): PlacedSecret[] {
  return keyLiterals(slice(text, place)).map(({ index, length, name }) => {
    const start = place.start + index;
    return { name, span: { start, end: start + length } };
  });
}
