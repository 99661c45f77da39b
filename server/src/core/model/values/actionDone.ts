import { isActionVerb } from './actionVerbs.ts';

/** "We have added", "The team's moved": what follows is told as done. */
const perfect =
  /^\W*(?:[Ww]e|I|[Tt]hey|[Tt]he \w+(?: team)?|[A-Z]\w+(?: team)?)(?:['’]ve|\s+(?:have|has))\s+(?:(?:already|now|since|also|both|just)\s+)*([\w-]+)/;
/** "The account has been documented", where nothing says that it should be. */
const passive =
  /^(?!.*\b(?:that|which|who|if|when|once|until|after|should|need|needs|must|will|not)\b).*\b(?:has|have)\s+(?:\w+\s+)?been\s+([\w-]+)/is;
/** "Added an alert": told as done, where "Improved alerts" may be what is wanted. */
const past = /^\W*(\w{2,}ed)\s+(?:an?|the|our|all|some|this|these)\s/i;
/** What ends so and is not past. */
const present = /^(?:embed|speed|seed|feed|shed|need|exceed|proceed|succeed|breed)$/i;
/** What is merely begun, meant or seen. */
const unfinished =
  /^(?:to|not|no|been|never|yet|a|an|the|begun|started|planned|decided|agreed|scheduled|discussed|considered|identified|noticed|seen|learned|learnt|had|needed|wanted|experienced|asked|requested|proposed|suffered|failed|neglected|observed|reported)$/i;
const irregular =
  /^(?:made|put|built|set|found|sent|brought|written|done|moved|run|split|cut|taken|given|gone|got|taught|told|shut)$/i;

/** Whether an action that states no status is told as something that has been done. */
export function saysDone(text: string): boolean {
  const participle = perfect.exec(text)?.[1] ?? passive.exec(text)?.[1];
  if (participle !== undefined) return isParticiple(participle);
  const verb = past.exec(text)?.[1];
  return verb !== undefined && isActionVerb(verb) && !present.test(verb);
}

function isParticiple(word: string): boolean {
  return !unfinished.test(word) && (/ed$/i.test(word) || irregular.test(word));
}

/** "Immediate actions (completed)", "Actions taken", "We have taken the following actions:", "What we did" */
const allDone =
  /\b(?:completed|done|finished)\)?:?$|^\W*(?:already\s+)?(?:completed|done|finished)\b|\b(?:actions?|steps|measures|fixes|mitigations?)\s+(?:(?:already|we|were|have|been)\s+)*(?:taken|done|completed|performed|made|applied|implemented)\b|\b(?:we|have|been|were)\s+(?:implemented|taken|made|completed|done|applied|deployed)\b[^.]*:\s*$|\bwe\s+(?:did|took)\b:?$/i;
const stillToDo = /\b(?:not|to be|will|should|must|needs?)\b/i;
/** What is begun at once may be told as done as well as asked for. */
const atOnce = /\b(?:immediate(?:ly)?|mitigations?|hot-?fix(?:es)?)\b/i;
/** Without an article behind: "Reverted pull request 12"; but "Improved alerts" may be what is wanted. */
const barePast =
  /^\W*(?!(?:improved|enhanced|automated|dedicated|staged|shared|scheduled|cent\w+ed)\b)(\w{2,}ed|sent|made|built|wrote|ran|took|gave)\s/i;

/** Whether a heading, or the words above a list, say of an action below them that it has been done. */
export function saysDoneBelow(words: string, action: string): boolean {
  if (stillToDo.test(words)) return false;
  if (allDone.test(words)) return true;
  const verb = atOnce.test(words) ? barePast.exec(action)?.[1] : undefined;
  return verb !== undefined && isActionVerb(verb) && !present.test(verb);
}
