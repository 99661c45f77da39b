import type { IncidentDocument, Step } from '../model/document.ts';
import { commandsOf, type StepCommand } from '../model/steps/commands.ts';
import { readEndless } from '../model/steps/endless.ts';
import { excerpt } from '../text/excerpt.ts';
import { slice } from '../text/slice.ts';
import { defineRule, type Fix } from './rule.ts';

/** A command that runs until somebody stops it, so that the steps behind it never come. */
export const nonTerminating = defineRule({
  id: 'non-terminating',
  kinds: ['runbook'],
  summary: 'A command never ends by itself.',
  level: 'information',
  fixable: true,
  *check({ steps, lines, text, recall, each }) {
    for (const { command, endless } of each(endlessIn, steps, { lines, recall })) {
      const { because, advice } = endless;
      const fix = rewritten(command, endless.ending, text);
      yield {
        span: command.span,
        message: because.startsWith('-')
          ? `"${because}" makes this command run until somebody stops it; ${advice}.`
          : `"${because}" runs until somebody stops it; ${advice}.`,
        ...(fix ? { fix } : {}),
      };
    }
  },
});

function endlessIn(step: Step, document: Pick<IncidentDocument, 'lines' | 'recall'>) {
  if (!step.runnable) return [];
  return commandsOf(step, document).flatMap((command) => {
    const endless = document.recall(readEndless, command.text, command.program);
    // A loop over several lines may be left further below.
    const isLeft = /^(?:while|until)\b/.test(command.text) && /\b(?:break|exit|return)\b/.test(step.command);
    return endless && !isLeft ? [{ command, endless }] : [];
  });
}

/** Only a command of one line is rewritten. */
function rewritten({ span, text: command }: StepCommand, ending: string | undefined, text: string): Fix | undefined {
  if (ending === undefined || slice(text, span).trimEnd() !== command) return undefined;
  return {
    title: `Write ${excerpt(ending)}`,
    edits: [{ span: { start: span.start, end: span.start + command.length }, text: ending }],
  };
}
