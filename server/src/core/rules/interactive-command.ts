import type { IncidentDocument, Step } from '../model/document.ts';
import { commandsOf } from '../model/steps/commands.ts';
import { readInteractive } from '../model/steps/interactive.ts';
import { defineRule } from './rule.ts';

/** A command that waits for somebody to type. */
export const interactiveCommand = defineRule({
  id: 'interactive-command',
  kinds: ['runbook'],
  summary: 'A command waits for somebody to type.',
  level: 'information',
  fixable: false,
  *check({ steps, lines, recall, each }) {
    for (const { command, interactive } of each(interactiveIn, steps, { lines, recall }))
      yield { span: command.span, message: `This command ${interactive.reason}; ${interactive.advice}.` };
  },
});

function interactiveIn(step: Step, document: Pick<IncidentDocument, 'lines' | 'recall'>) {
  if (!step.runnable) return [];
  return commandsOf(step, document).flatMap((command) => {
    const interactive = document.recall(readInteractive, command.text);
    return interactive ? [{ command, interactive }] : [];
  });
}
