import type { IncidentDocument, Step } from '../document.ts';
import type { Section } from '../../parse/outline.ts';
import { programOf } from './commandNames.ts';
import { commandsOf, type StepCommand } from './commands.ts';
import { changesSystem, looksAtSystem, isNeverUndone } from './changes.ts';
import { stepsBehind, surroundingsOf } from './surroundings.ts';

/** Words that tell the reader to look, or what there is to see. */
const looking =
  /\b(?:verif\w*|validat\w*|check\w*|confirm\w*|ensure|make sure|monitor\w*|observ\w*|wait (?:for|until|till)|watch|look (?:at|for|in)|should (?:be|see|now|show|return|have|start|no longer|then|drop|fall)|will (?:be|show|return|see|now|then)|expect\w*|see (?:that|if|whether)|you (?:can|will|should) see|test\w*|inspect\w*|until|once|successful\w*|recover\w*|resolved|healthy|output)\b/i;
/** A later step of a list that is told in words: "4. Monitor the stack until it is done". */
const checkItem =
  /^[ \t]*(?:[-*+]|\d+[.)])\s+(?:\[[ x]\]\s+)?[*_]*(?:verify|validate|check|confirm|ensure|make sure|monitor|observe|wait|watch|test)\b/im;
const undoing =
  /\b(?:roll(?:ed|ing)?[ -]?back\w*|revert\w*|undo\w*|undone|restor\w*|back ?out|backed out|backing out|re-?enabl\w*|uncordon|scale (?:it )?(?:back|up again)|switch back|fail ?back|(?:previous|old|prior|last good|last known) (?:version|release|value|state|number|setting|config\w*|image|revision)|to go back|go(?:ing)? back to|(?:set|put|switch|change|turn|move|swap) (?:it|them|this|the \w+) back|original (?:value|setting|state|number)|resum\w*|un-?suspend\w*|un-?paus\w*|turn(?:ed)? (?:it |them )?back on|clean ?up|if this (?:fails|does not help|doesn't help|makes))\b/i;

/** The first command of a step that changes the system; undefined where it only looks. */
export function firstChange(step: Step, document: IncidentDocument): StepCommand | undefined {
  return commandsOf(step, document).find(({ text }) => document.recall(changes, text));
}

/** The steps of a document that change the system. */
export function changingSteps(document: IncidentDocument): readonly Step[] {
  return document.each(changing, document.steps, document);
}

function changing(step: Step, document: IncidentDocument): readonly Step[] {
  return firstChange(step, document) ? [step] : [];
}

/** The first command of a step whose change could be undone; a restart or a deletion could not. */
export function firstLastingChange(step: Step, document: IncidentDocument): StepCommand | undefined {
  return commandsOf(step, document).find(({ text }) => document.recall(changes, text) && !isNeverUndone(text));
}

/** Whether a step, or what stands behind it in its section, tells how to see that its change worked. */
export function isChecked(step: Step, document: IncidentDocument): boolean {
  const commands = commandsOf(step, document);
  const change = commands.findIndex(({ text }) => document.recall(changes, text));
  if (commands.slice(change + 1).some(({ text }) => document.recall(looks, text))) return true;
  const own = step.content.split('\n').filter((line) => /^\s*(?:#|--)/.test(line));
  const { before, after } = surroundingsOf(step, document);
  const lastParagraph =
    before
      .trimEnd()
      .split(/\n\s*\n/)
      .at(-1) ?? '';
  if (looking.test(own.join('\n')) || looking.test(after) || looking.test(lastParagraph)) return true;
  const later = stepsBehind(step, document);
  if (later.some((other) => checkItem.test(surroundingsOf(other, document).after))) return true;
  if (later.flatMap((other) => commandsOf(other, document)).some(({ text }) => document.recall(looks, text)))
    return true;
  return followedByCheck(step, document);
}

/** A section behind, such as "Verification", says it for those before. */
function followedByCheck({ span }: Step, { outline, each }: IncidentDocument): boolean {
  const last = each(promisingCheck, outline.allSections).at(-1);
  return last !== undefined && last.heading.span.start > span.end;
}

function promisingCheck(section: Section): readonly Section[] {
  return /\b(?:verif|validat|confirm|check|test)/i.test(section.heading.text) ? [section] : [];
}

function changes(command: string): boolean {
  return changesSystem(command, programOf(command));
}

function looks(command: string): boolean {
  return looksAtSystem(command, programOf(command));
}

/** Whether the document says anywhere how to undo what it does. */
export function isUndone({ text }: IncidentDocument): boolean {
  return undoing.test(text);
}
