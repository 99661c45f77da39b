import { hiddenCharacters } from '../model/steps/hiddenCharacters.ts';
import { defineRule, everyKind } from './rule.ts';

/** A character in a command that can't be seen: what runs is not what is read. */
export const invisibleCharacter = defineRule({
  id: 'invisible-character',
  kinds: everyKind,
  summary: 'A command holds a character that can’t be seen.',
  level: 'error',
  fixable: true,
  *check({ steps, text }) {
    for (const step of steps) {
      if (!step.runnable) continue;
      const { start, end } = step.contentSpan;
      for (const { index, length, code, name } of hiddenCharacters(text.slice(start, end))) {
        const span = { start: start + index, end: start + index + length };
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
    }
  },
});
