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
  *check({ steps, lines, recall }) {
    for (const step of steps) {
      if (!step.runnable) continue;
      for (const command of commandsOf(step, { lines, recall })) {
        const interactive = recall(readInteractive, command.text);
        if (!interactive) continue;
        yield { span: command.span, message: `This command ${interactive.reason}; ${interactive.advice}.` };
      }
    }
  },
});
