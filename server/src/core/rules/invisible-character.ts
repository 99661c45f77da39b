import type { Step } from '../model/document.ts';
import { hiddenCharacters } from '../model/steps/hiddenCharacters.ts';
import { slice } from '../text/slice.ts';
import { defineRule, everyKind } from './rule.ts';

/** A character in a command that can't be seen: what runs is not what is read. */
export const invisibleCharacter = defineRule({
  id: 'invisible-character',
  kinds: everyKind,
  summary: 'A command holds a character that can’t be seen.',
  level: 'error',
  fixable: true,
  *check({ steps, text, each }) {
    for (const { step, index, length, code, name } of each(hiddenIn, steps, text)) {
      const start = step.contentSpan.start + index;
      const span = { start, end: start + length };
      const space = code === 'U+00A0' || code === 'U+202F';
      yield {
        span,
        message: `${code} stands here, ${name}; ${space ? 'write an ordinary space' : 'remove it'}, as what runs is not what is read.`,
        fix: {
          title: space ? `Write a space for ${code}` : `Remove ${code}`,
          edits: [{ span, text: space ? ' ' : '' }],
        },
      };
    }
  },
});

/** The characters that nobody sees in a step that runs, counted from the beginning of its content. */
function hiddenIn(step: Step, text: string) {
  return step.runnable ? hiddenCharacters(slice(text, step.contentSpan)).map((found) => ({ ...found, step })) : [];
}
