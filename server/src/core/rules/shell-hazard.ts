import type { IncidentDocument, Step } from '../model/document.ts';
import { commandsOf, commentsOf, type StepCommand } from '../model/steps/commands.ts';
import { leavesShell, readHazards, type ShellHazard } from '../model/steps/hazards.ts';
import { readInteractive } from '../model/steps/interactive.ts';
import { isWithinAnother } from '../model/steps/surroundings.ts';
import { slice } from '../text/slice.ts';
import { defineRule, type Finding } from './rule.ts';

/** Something in a block that does harm to the shell it runs in, or that no shell understands. */
export const shellHazard = defineRule({
  id: 'shell-hazard',
  kinds: ['runbook'],
  summary: 'A command does harm to the shell that it runs in, or is not understood by it.',
  level: 'warning',
  fixable: true,
  *check(document) {
    const { steps, lines, text, recall, each } = document;
    // How many shells are open in one another: "exit" leaves the innermost, in a later block too.
    let depth = 0;
    for (const step of each(notHarmless, steps, document)) {
      const commands = commandsOf(step, document);
      const comment = step.language === 'zsh' ? commentsOf(step, lines)[0] : undefined;
      if (comment)
        yield {
          span: comment,
          message:
            'A zsh that somebody types into takes "#" for a command; leave the comment away, or write it above the block.',
        };
      for (const command of commands) {
        // A block with "exit" alone is a step of its own: it leaves what the prose above has opened.
        const nested =
          depth > 0 ||
          (commands.length === 1 && !/[1-9]/.test(command.text)) ||
          (leavesShell(command.text) && isWithinAnother(step, document));
        yield* findings(command, recall(nested ? nestedHazards : hazards, command.text), text);
        if (recall(readInteractive, command.text)?.nests) depth++;
        else if (depth > 0 && leavesShell(command.text)) depth--;
      }
    }
  },
});

/** A step of which something may be said, or behind which not as many shells are open as before it. */
function notHarmless(step: Step, document: IncidentDocument): readonly Step[] {
  const { lines, recall } = document;
  if (!step.runnable || isScript(step)) return [];
  if (step.language === 'zsh' && commentsOf(step, lines).length > 0) return [step];
  const isHarmless = commandsOf(step, document).every(
    ({ text }) =>
      recall(hazards, text).length === 0 &&
      recall(nestedHazards, text).length === 0 &&
      !recall(readInteractive, text)?.nests &&
      !leavesShell(text),
  );
  return isHarmless ? [] : [step];
}

/** A block with a first line "#!/bin/sh" is the text of a file, and runs in a shell of its own. */
function isScript({ content }: Step): boolean {
  return content.startsWith('#!');
}

function hazards(command: string): readonly ShellHazard[] {
  return readHazards(command, false);
}

function nestedHazards(command: string): readonly ShellHazard[] {
  return readHazards(command, true);
}

function* findings(command: StepCommand, found: readonly ShellHazard[], text: string): Generator<Finding> {
  if (found.length === 0) return;
  const oneLine = slice(text, command.span).startsWith(command.text);
  for (const { index, length, message, replacement } of found) {
    // In a command of several lines the place within it is not known.
    const start = command.span.start + index;
    const span = oneLine ? { start, end: start + length } : command.span;
    yield {
      span,
      message,
      ...(oneLine && replacement !== undefined
        ? { fix: { title: `Write ${replacement}`, edits: [{ span, text: replacement }] } }
        : {}),
    };
  }
}
