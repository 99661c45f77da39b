import type { IncidentDocument, Step } from '../document.ts';
import { introductionOf, surroundingsOf } from './surroundings.ts';

/** Words with which people warn, wherever in the section they say them, and the marks of callouts. */
const warning =
  /\b(?:warning|caution|danger(?:ous)?|careful(?:ly)?|beware|destructive|irreversibl[ey]|irrecoverabl[ey]|permanent(?:ly)?|data loss|lose (?:any |all |the )?(?:data|state)|will be (?:deleted|lost|destroyed)|cannot be (?:undone|recovered|reversed)|can['’]t be (?:undone|recovered)|no undo|last resort|double[- ]check|before you|first (?:check|make|take|ensure)|back(?:ed)? ?up|snapshot|disruptive|unsafe|risk\w*|side[- ]effects?|easy to (?:make (?:a )?mistakes?|delete)|by accident|accidental(?:ly)?|only (?:do|run|use) (?:this|it)|(?:correct|right|intended|wrong) (?:cluster|host|environment|namespace|account|context|server|database|node|machine|workspace)|do not run|don['’]t run|never run)\b|\[!(?:WARNING|CAUTION|IMPORTANT|DANGER)\]|⚠|🚨|❗|🛑|⛔|:warning:|^:{3,}\s*(?:warning|danger|caution)|^!{3}\s*\w+/im;
/** Words that tell to look first: they warn where they stand right before the block. */
const lookFirst =
  /\b(?:only (?:if|when|after|once)|wait (?:for|until|till)|(?:do not|don['’]t) want|if (?:this|it|the plan) (?:looks|is safe)|make sure|ensure|be sure|confirm\w*|verif\w*|validat\w*|check (?:that|whether|if|first)|downtime|outage|interrupt\w*|safe(?:ly)?|important|note that|never|must (?:be|have|not)|deletes|destroys|loses|drops|removes all|as (?:it|this) (?:will|deletes|removes))\b/i;
/** Words that tell to look whether something has worked, which warns of nothing that comes later. */
const lookBehind = /\b(?:then|afterwards|finally),? (?:check|confirm|verify|validate|ensure|make sure)\b/gi;
/** Words behind it by which the command itself asks before it goes on. */
const review = /\bif (?:this|it|the plan|that|everything) looks\b/i;
/** A comment in the block itself counts when it says one of these outright. */
const comment =
  /^\s*(?:#|--|\/\/).*\b(?:warning|caution|danger(?:ous)?|careful|destructive|irreversible|deletes|data loss|only if|make sure)\b/im;
/** What the words below the title must say, to warn of all that the runbook does. */
const ofAll =
  /\b(?:warning|caution|careful(?:ly)?|danger(?:ous)?|destructive|irreversibl[ey]|easy to (?:make (?:a )?mistakes?|delete))\b|\[!(?:WARNING|CAUTION|IMPORTANT|DANGER)\]|⚠|🚨|⛔|:warning:/i;
/** A warning right behind the block is still read in time. */
const near = 240;

/** Whether anything in a step's section warns of what it does. */
export function warnsOf(step: Step, document: IncidentDocument): boolean {
  const { before, after } = surroundingsOf(step, document);
  const [lead = '', previous = ''] = before
    .trimEnd()
    .split(/\n\s*\n/)
    .toReversed();
  return (
    warning.test(before) ||
    ofAll.test(introductionOf(document)) ||
    [previous.replace(lookBehind, ''), lead].some((words) => lookFirst.test(words.replace(/^#.*$/gm, ''))) ||
    review.test(after.slice(0, near)) ||
    warning.test(after.slice(0, near)) ||
    comment.test(step.content)
  );
}
