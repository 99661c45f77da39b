import type { Step } from '../model/document.ts';
import { guessLanguage, mayBeCommands } from '../model/steps/guess.ts';
import { isShell } from '../model/steps/languages.ts';
import { at } from '../text/span.ts';
import { defineRule } from './rule.ts';

/** A fenced block that does not say in which language it is. */
export const fenceNoLanguage = defineRule({
  id: 'fence-no-language',
  kinds: ['runbook'],
  summary: 'A code block names no language.',
  level: 'warning',
  fixable: true,
  *check({ steps, text, each }) {
    for (const step of each(withoutLanguage, steps)) {
      const language = guessLanguage(step.content);
      yield {
        span: step.fenceSpan,
        message: isShell(language)
          ? `This block names no language, so it can't be run; write "${language}" behind the opening marks.`
          : language === 'text'
            ? 'This block names no language; write which one it is behind the opening marks, "text" for output or a message.'
            : `This block names no language; write "${language}" behind the opening marks.`,
        // What may be commands of a program that nobody here knows is for its writer to name.
        ...(language === 'text' && mayBeCommands(step.content)
          ? {}
          : { fix: { title: `Write ${language}`, edits: [{ span: at(behindMarks(step, text)), text: language }] } }),
      };
    }
  },
});

function withoutLanguage(step: Step): readonly Step[] {
  return step.language === '' && step.content.trim() !== '' ? [step] : [];
}

function behindMarks({ fenceSpan }: Step, text: string): number {
  const mark = text[fenceSpan.start];
  let end = fenceSpan.start;
  while (text[end] === mark) end++;
  return end;
}
