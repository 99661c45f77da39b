import type { IncidentDocument, Step } from '../document.ts';
import { surroundingsOf } from './surroundings.ts';

/** Words with which people warn, and the marks of callouts. */
const warning =
  /\b(?:warning|caution|danger(?:ous)?|careful(?:ly)?|beware|destructive|irreversibl[ey]|irrecoverabl[ey]|permanent(?:ly)?|data loss|lose (?:any |all |the )?(?:data|state)|will be (?:deleted|lost|destroyed)|cannot be (?:undone|recovered|reversed)|can't be (?:undone|recovered)|no undo|last resort|only if|only when|make sure|ensure|be sure|double[- ]check|confirm|verify|before you|first (?:check|make|take|ensure)|back ?up|snapshot|disruptive|downtime|outage|interrupt\w*|safe(?:ly)?|unsafe|risk\w*|important|note that|never)\b|\[!(?:WARNING|CAUTION|IMPORTANT|DANGER)\]|⚠|🚨|❗|🛑|⛔|:warning:|^:{3,}\s*(?:warning|danger|caution)|^!{3}\s*\w+/im;
/** A comment in the block itself counts when it says one of these outright. */
const comment =
  /^\s*(?:#|--|\/\/).*\b(?:warning|caution|danger(?:ous)?|careful|destructive|irreversible|deletes|data loss|only if|make sure)\b/im;
/** A warning right behind the block is still read in time. */
const near = 240;

/** Whether anything in a step's section warns of what it does. */
export function warnsOf(step: Step, document: IncidentDocument): boolean {
  const { before, after } = surroundingsOf(step, document);
  return warning.test(before) || warning.test(after.slice(0, near)) || comment.test(step.content);
}
