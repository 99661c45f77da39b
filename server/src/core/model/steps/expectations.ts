import type { IncidentDocument, Step } from '../document.ts';
import { stepsBehind, surroundingsOf } from './surroundings.ts';

/** Words that say what a command shows, and what is normal. */
const expecting =
  /\b(?:expect\w*|should|normal(?:ly)?|healthy|output|returns?|shows?|displays?|prints?|lists?|look (?:for|at)|if (?:the|it|any|there|you|no|all|this|not)|when|otherwise|example|similar|you(?:'ll| will| can)? see|means?|indicates?|verify|confirm|check (?:that|if|whether|for)|make sure|ensure|more than|less than|above|below|at least|until|sample)\b|[<>≥≤]\s*\d/i;

/** Whether the words around a step, or its comments, say what its commands show. */
export function saysWhatToSee(step: Step, document: IncidentDocument): boolean {
  const { before, after } = surroundingsOf(step, document);
  const lead =
    before
      .trimEnd()
      .split(/\n\s*\n/)
      .at(-1) ?? '';
  const comments = step.content.split('\n').filter((line) => /^\s*(?:#|--)/.test(line));
  const [next] = stepsBehind(step, document);
  const showsOutput = next !== undefined && !next.runnable;
  return (
    showsOutput || [lead.startsWith('#') ? '' : lead, after, comments.join('\n')].some((words) => expecting.test(words))
  );
}
