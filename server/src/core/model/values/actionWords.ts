import { isActionVerb } from './actionVerbs.ts';

/** How an action is worded. */
export interface ActionWording {
  /** `vague` where nobody could tell when it is done, `open-ended` where it asks to find out rather than to change. */
  readonly kind: 'vague' | 'open-ended';
  /** The words that make it so, as they are written. */
  readonly words: string;
  /** Where they begin in the action's words. */
  readonly start: number;
  /** Whether it calls for care, which no system can keep. */
  readonly careful?: true;
}

/** That it shall not happen again is what every action is for: "Make sure that this never happens again". */
const hope =
  /^(?:mak(?:e|ing) sure|ensur(?:e|ing)|prevent(?:ing)?|avoid(?:ing)?|guarantee(?:ing)?|see (?:to it )?that)\b[^.;:]{0,40}?\b(?:happen(?:s|ing)?|occur(?:s|ring)?|recur(?:s|ring|rence)?|repeat(?:s|ed|ing)?)(?: again| any ?more| in (?:the )?future)*\W*$/i;
/** A call for care, which no system can keep. */
const care =
  /\b(?:be(?:ing)? (?:more |extra |very )?(?:careful|vigilant|cautious|mindful|aware|diligent|proactive)|(?:pay|take|with) (?:more |better |closer |extra |greater )?(?:attention|care)\b|remember to|try (?:harder|to)|think(?:ing)? (?:harder|twice)|do better|better communication|communicate (?:better|more)|keep an eye|double[- ]check(?:ing)?|rais(?:e|ing) awareness|remind(?:ing)? (?:everyone|everybody|all|people|the team|each other|ourselves|engineers|developers|folks))\b/i;
const lead =
  /^\W*(?:(?:we|someone|the team|they|people)(?:['’]ve|\s+have)?\s+)?(?:(?:should|must|need(?:s)? to|have to|want to|could|can|will|plan to|to)\s+)?(?:if (?:possible|needed|necessary|feasible),?\s+|also\s+|probably\s+|further\s+|please\s+|generally\s+)?/i;
const weak =
  /^(?:improv(?:e|ing|ed)|enhanc(?:e|ing)|strengthen(?:ing)?|ensur(?:e|ing)|mak(?:e|ing) sure|better|optimi[sz](?:e|ing)|increas(?:e|ing)|reduc(?:e|ing)|streamlin(?:e|ing)|harden(?:ing)?|revisit(?:ing)?|keep|add(?:ing)? (?:more|better|additional)|mak(?:e|ing) (?:\w+ ){1,4}?more (?:robust|resilient|reliable|stable|secure|scalable|visible|transparent|fault-tolerant))\b/i;
/** "Monitoring should be improved" */
const wished =
  /\b(?:should|must|needs? to|ha(?:s|ve) to) be (?:improved|enhanced|strengthened|optimi[sz]ed|hardened)\b/i;
const seeking =
  /^(?:investigat(?:e|ing)|look(?:ing)? (?:into|at)|explor(?:e|ing)|research(?:ing)?|consider(?:ing)?|think(?:ing)? (?:about|of)|figur(?:e|ing) out|find(?:ing)? (?:out|a way)|understand(?:ing)?|discuss(?:ing)?|evaluat(?:e|ing)|review(?:ing)?|reflect(?:ing)? on|analy[sz](?:e|ing)|check (?:if|whether))\b/i;
/** A number, code, a means, a condition or an issue: by one of these it can be seen when the action is done. */
const measure =
  /\d|`|https?:|#\d|\b(?:by|via|through|using|so that|such that|until|when(?:ever)?|if|unless|before|after|from|instead of|at least|at most|every|each|all|never|always|any|only|no longer|to (?:a|an|the|our|their)|per)\b/i;

/** The words of an action that leave open when it is done; undefined for one whose end can be seen. */
export function readActionWording(text: string): ActionWording | undefined {
  const caring = care.exec(text);
  if (caring) {
    const tries = /^try to/i.test(caring[0]);
    return { kind: 'vague', words: caring[0], start: caring.index, ...(tries ? {} : { careful: true }) };
  }
  // "Alerts: improve them" says what it is about before what is to be done.
  const label = /^[^:.]{1,40}:\s+(?=\S)/.exec(text)?.[0] ?? '';
  const start = label.length + (lead.exec(text.slice(label.length))?.[0].length ?? 0);
  const rest = text.slice(start);
  const hoping = hope.exec(rest)?.[0].replace(/\W+$/, '');
  if (hoping !== undefined) return { kind: 'vague', words: hoping, start };
  const open = seeking.exec(rest);
  if (open) return { kind: 'open-ended', words: open[0], start };
  const wish = wished.exec(text);
  const verb = wish ?? weak.exec(rest);
  if (!verb || measure.test(wish ? text : rest.slice(verb[0].length)) || rest.split(/\s+/).length > 12)
    return undefined;
  return { kind: 'vague', words: verb[0], start: wish?.index ?? start };
}

/** Words that turn any sentence into something to be done. */
const obliges = /\b(?:should|must|needs?|has to|have to|will|shall|ought to|let's|to be \w+ed)\b/i;
/** "Systematically cordon", "Better document": what may stand before the verb. */
const adverb = /(?:ly|^better|^more|^also|^maybe|^not|^don't|^do)$/i;

/** "Sunset the importer", "Salt all keys": with one of these behind it, nearly any word is a verb that commands. */
const determiner = /^(?:the|an?|all|each|every|our|this|these|those|its|their|any)$/i;
/** Words before a determiner that are none: "Missing an alert", "For each region". */
const noImperative =
  /ing$|^(?:in|on|at|for|of|to|by|with|without|from|into|over|under|about|after|before|during|since|until|as|if|when|while|where|why|how|what|because|and|or|but|not|no|all|both|only|that|than|via|per|is|are|was|were|has|had|there|despite|between|across)$/i;

/** Whether an action says at its beginning what is to be done: "Add …", "We should …", "Alerts: add …", "Instead, use …". */
export function saysWhatToDo(text: string): boolean {
  const label = /^[^:.]{1,60}:\s+(?=\S)/.exec(text)?.[0] ?? '';
  const aside = /^[^,.]{1,40},\s+(?=\S)/.exec(text)?.[0] ?? '';
  // "**Deeper monitoring**" on a line of its own, and below it what is planned.
  const title = /^[^\n]{1,60}\n/.exec(text)?.[0] ?? '';
  return [text, ...[label, aside, title].map((start) => text.slice(start.length))].some((part) => {
    const said = part.replace(/^\s*(?:\([^()]{1,60}\)|\[[^[\]]{1,60}\])\s*/, '');
    const rest = said.slice(lead.exec(said)?.[0].length ?? 0).replace(/^[^\p{L}]+/u, '');
    const [first = '', second = ''] = rest.split(/[^\p{L}'-]+/u);
    const commands = determiner.test(second) && !noImperative.test(first);
    return commands || isActionVerb(first) || (adverb.test(first) && isActionVerb(second)) || obliges.test(part);
  });
}
