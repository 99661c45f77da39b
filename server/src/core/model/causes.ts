import { wordsOf } from '../parse/walk.ts';
import type { Section } from '../parse/outline.ts';

/** What a section on causes says, cut into the causes that it names. */
export function causesIn({ body, children }: Section): string[] {
  const own = body.flatMap((node) => {
    if (node.type === 'list') return node.children.map(wordsOf);
    return node.type === 'paragraph' ? sentencesOf(wordsOf(node)) : [wordsOf(node)];
  });
  return [...own.filter((words) => words !== ''), ...children.map(({ heading }) => heading.text)];
}

function sentencesOf(words: string): string[] {
  return words.split(/(?<=[.!?])\s+(?=[\p{Lu}"(])/u).filter((sentence) => sentence.trim() !== '');
}

/** Words that lead from what happened to why it could happen. */
const reasons =
  /\b(?:because|since|due to|owing to|as a result|caused by|led to|leading to|resulted in|resulting in|insufficien\w*|inadequate\w*|missing|miss(?:ed|es)|lack\w*|absen\w*|no|not|n't|never|without|only|wrong\w*|incorrect\w*|invalid|bugs?|defects?|race|leak\w*|exhaust\w*|misconfigur\w*|unbounded|unlimited|limits?|too|instead|despite|although|while|which|so that|therefore|deadlock\w*|outdated|expired|broke\w*|corrupt\w*|overload\w*|fail\w*|unable|incompatib\w*|conflict\w*|cannot|could not|did not|assum\w*|unaware|untested|manual\w*|drift\w*|allow\w*|ma(?:ke|kes|de|king)|known|difficult|hard|unstable)\b|n't\b/i;

/** Whether words say why something could happen, rather than only that it did. */
export function saysWhy(words: string): boolean {
  return reasons.test(words);
}

const event =
  /\b(?:deploy(?:ed|ment)|releas(?:e|ed)|roll(?:ed|ing)? ?out|upgrad(?:e|ed)|updat(?:e|ed)|migrat(?:ion|ed)|spike|surge|restart(?:ed)?|reboot(?:ed)?|push(?:ed)?|merg(?:e|ed)|maintenance|outage|went down|crash(?:ed)?|campaign|(?:config\w*|code) change)\b/i;

/** Whether a few words name only what set the incident off: "The deployment of v2.3." */
export function namesOnlyAnEvent(words: string): boolean {
  return event.test(words) && !saysWhy(words) && isShort(words);
}

/** Whether words are no more than a short sentence. */
export function isShort(words: string): boolean {
  return words !== '' && words.split(/\s+/).length <= 20;
}
