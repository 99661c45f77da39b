import type { Step } from '../model/document.ts';
import { commandOf, hasPrompts, showsSession } from '../model/steps/command.ts';
import { isSession } from '../model/steps/languages.ts';
import { defineRule, type Fix } from './rule.ts';

/** A block of commands that shows a session: prompts before the commands, output between them. */
export const promptInBlock = defineRule({
  id: 'prompt-in-block',
  kinds: ['runbook'],
  summary: 'A block of commands has prompts in it.',
  level: 'hint',
  fixable: true,
  *check({ steps, text, each }) {
    for (const step of each(withPrompts, steps)) {
      const fix = asSession(step, text);
      yield {
        span: step.fenceSpan,
        message: `This block shows prompts, so not all of it is commands; write "console" in place of "${step.language}".`,
        ...(fix ? { fix } : {}),
      };
    }
  },
});

/** The step, where it shows prompts and is not said to. */
function withPrompts(step: Step): readonly Step[] {
  const { content, language, runnable } = step;
  const shows = runnable && !isSession(language) && (hasPrompts(content, language) || showsSession(content));
  return shows ? [step] : [];
}

/** Offered only where the same commands would run. */
function asSession({ fenceSpan, language, content, command }: Step, text: string): Fix | undefined {
  const index = text.slice(fenceSpan.start, fenceSpan.end).toLowerCase().indexOf(language);
  if (index < 0 || commandOf(content, 'console') !== command) return undefined;
  const span = { start: fenceSpan.start + index, end: fenceSpan.start + index + language.length };
  return { title: 'Write console', edits: [{ span, text: 'console' }] };
}
