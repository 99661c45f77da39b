import type { Step } from '../model/document.ts';
import { nodesOf } from '../model/nodes.ts';
import { allCode, isFenced } from '../model/steps/allCode.ts';
import { hiddenCharacters, type HiddenCharacter } from '../model/steps/hiddenCharacters.ts';
import { spanOf } from '../parse/markdown.ts';
import { partReader, readParts } from '../parse/partReader.ts';
import { slice } from '../text/slice.ts';
import type { Span } from '../text/span.ts';
import { defineRule, everyKind, type Finding } from './rule.ts';

/** A character in a command that can't be seen: what runs is not what is read. */
export const invisibleCharacter = defineRule({
  id: 'invisible-character',
  kinds: everyKind,
  summary: 'A command holds a character that can’t be seen.',
  level: 'error',
  fixable: true,
  *check(document) {
    const { text, outline, each } = document;
    for (const { step, index, length, code, name } of each(hiddenIn, allCode(document), text)) {
      const start = step.contentSpan.start + index;
      yield finding({ span: { start, end: start + length }, code, name });
    }
    for (const hidden of readParts(hiddenInWords, outline.parts, document)) yield finding(hidden);
  },
});

/** The characters that nobody sees in a step that runs, counted from the beginning of its content. */
function hiddenIn(step: Step, text: string) {
  if (!step.runnable && isFenced(step)) return [];
  const found = hiddenCharacters(slice(text, step.contentSpan)).map((one) => ({ ...one, step }));
  return step.runnable ? found : found.filter(isDeceptive);
}

/** A hidden character of the document. */
interface Hidden extends Pick<HiddenCharacter, 'code' | 'name'> {
  readonly span: Span;
}

function finding({ span, code, name }: Hidden): Finding {
  const space = code === 'U+00A0' || code === 'U+202F';
  return {
    span,
    message: `${code} stands here, ${name}; ${space ? 'write an ordinary space' : 'remove it'}, as what runs is not what is read.`,
    fix: {
      title: space ? `Write a space for ${code}` : `Remove ${code}`,
      edits: [{ span, text: space ? ' ' : '' }],
    },
  };
}

/** The characters without width in the code that stands among words. */
const hiddenInWords = partReader(
  (part, source): Hidden[] =>
    nodesOf(part, source).inlineCode.flatMap((node) => {
      const { start, end } = spanOf(node);
      return hiddenCharacters(source.text.slice(start, end))
        .filter(isDeceptive)
        .map(({ index, length, code, name }) => ({
          span: { start: start + index, end: start + index + length },
          code,
          name,
        }));
    }),
  ({ span }: Hidden) => [span],
);

/** Whether a character has no width or turns the text around; a space of another sort does no harm among words. */
function isDeceptive({ code }: HiddenCharacter): boolean {
  return !/^U\+(?:00[89A].|202[89F])$/.test(code);
}
