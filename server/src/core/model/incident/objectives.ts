import type { List, ListItem } from 'mdast';
import { spanOf } from '../../parse/markdown.ts';
import { walk, wordsOf } from '../../parse/walk.ts';
import { sectionsOfRole } from '../../schema/align.ts';
import type { Span } from '../../text/span.ts';
import type { IncidentDocument } from '../document.ts';
import { saysNothing } from '../values/absent.ts';
import { isMeasured } from '../values/measure.ts';

/** A condition under which the incident counts as resolved (S2). */
export interface Objective {
  readonly text: string;
  readonly textSpan: Span;
  /** Undefined where the document does not say whether it is met. */
  readonly met: boolean | undefined;
  /** Whether it can be told for certain that it is met: it has a number, or names a state that holds or does not. */
  readonly measurable: boolean;
}

/** Words of a template that nobody has replaced. */
const blank = /^\[[^[\]]*\]$|^\W*$/;
const given = /^(?:✅|✔️?|☑️?)|\((?:met|done|confirmed|verified)\)$|: done$/iu;
const refused = /^(?:❌|✗|✘|☐)|\((?:not met|not yet|open|pending)\)$|: todo$/iu;
/** States that hold or do not. */
const state =
  /\b(?:healthy|green|passes|passing|succeeds?|successful(?:ly)?|restored|rolled back|reverted|disabled|enabled|drained|empty|confirmed|confirms?|verified|resolved|deployed|in sync|caught up|baseline|closed|cleared|stopped|complete[ds]?|normal levels?|back to normal|under|below|above|within|less than|more than|reconciled|available|reachable|running)\b/i;

/** Words that are true or not as one feels. */
const felt =
  /\b(?:works?|happy|satisfied|better|fine|ok(?:ay)?|good|well|acceptable|reasonable|low|fast|usual|as expected|properly)\b/i;

function isMeasurable(line: string): boolean {
  return /\d/.test(line) || state.test(line) || (isMeasured(line) && !felt.test(line));
}

/** Whether words stand where objectives belong and are none: `[What]`, `TBD`, `none yet`. */
export function saysNoObjective(words: string): boolean {
  return (
    blank.test(words) ||
    saysNothing(words) ||
    /^(?:none|nothing|not)(?: (?:yet|so far|defined|set|agreed))+\.?$/i.test(words)
  );
}

/** The filled-in objectives of a document, struck-out ones aside, in document order. */
export function readObjectives({ alignment, text }: IncidentDocument): Objective[] {
  const lists = sectionsOfRole(alignment, 'objectives').flatMap(({ body }) =>
    body.filter((node): node is List => node.type === 'list'),
  );
  return lists.flatMap((list) => list.children.flatMap((item) => objectiveIn(item, text)));
}

function objectiveIn(item: ListItem, text: string): Objective[] {
  const lead = item.children[0];
  if (lead?.type !== 'paragraph') return [];
  let struck = false;
  walk(lead, (node) => {
    struck ||= node.type === 'delete';
    return undefined;
  });
  const words = wordsOf(lead);
  if (struck || saysNoObjective(words)) return [];
  const textSpan = spanOf(lead);
  const marked = given.test(words) ? true : refused.test(words) ? false : undefined;
  const met = item.checked ?? marked;
  const line = text.slice(textSpan.start, textSpan.end);
  return [{ text: words, textSpan, met, measurable: isMeasurable(line) }];
}
