import { insertCallout } from '../edits/insertCallout.ts';
import type { IncidentDocument, Step } from '../model/document.ts';
import { allCode, isFenced } from '../model/steps/allCode.ts';
import { commandsOf } from '../model/steps/commands.ts';
import { dangerOf } from '../model/steps/dangerous.ts';
import { warnsOf } from '../model/steps/warnings.ts';
import { defineRule, type Finding } from './rule.ts';

/** A command that destroys something, with no word of warning around it. */
export const destructiveNoWarning = defineRule({
  id: 'destructive-no-warning',
  kinds: ['runbook'],
  summary: 'A destructive command stands without a warning.',
  level: 'warning',
  fixable: true,
  *check(document) {
    for (const block of document.each(dangersIn, allCode(document), document)) {
      const finding = findingOf(block, document);
      if (finding) yield finding;
    }
  },
});

function dangersIn(step: Step, document: IncidentDocument) {
  const found = commandsOf(step, document).flatMap((command) => {
    const danger = document.recall(dangerOf, command.text, command.program);
    return danger ? [{ command, danger }] : [];
  });
  return found.length > 0 ? [{ step, found }] : [];
}

/** The gravest of a block's commands; one warning is enough for the block. */
function findingOf(
  { step, found }: ReturnType<typeof dangersIn>[number],
  document: IncidentDocument,
): Finding | undefined {
  const worst = found.find(({ danger }) => danger.harm === 'lost') ?? found[0];
  if (!worst || warnsOf(step, document)) return undefined;
  const { reason, harm } = worst.danger;
  return {
    span: worst.command.span,
    ...(harm === 'disrupted' ? { level: 'information' } : {}),
    message: `This command ${reason}, and nothing warns of it; say above the block what to check first.`,
    // Above indented code it would be code as well.
    ...(isFenced(step) ? { fix: { title: 'Add a warning', edits: [insertCallout(document, step, reason)] } } : {}),
  };
}
