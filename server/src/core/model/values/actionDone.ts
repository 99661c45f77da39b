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
