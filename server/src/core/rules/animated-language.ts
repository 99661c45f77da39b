import type { Passage } from '../model/prose.ts';
import { defineRule } from './rule.ts';

/** Words that carry a feeling and no fact. */
const animated =
  /\b(?<!\w-)(?:nightmares?|horrible|horribly|horrendous(?:ly)?|terrible|terribly|awful(?:ly)?|insane(?:ly)?|crazy|ridiculous(?:ly)?|idiotic|disastrous(?:ly)?|catastrophically|shocking(?:ly)?|spectacular(?:ly)?|(?:went|gone|go(?:es|ing)?) (?:haywire|berserk|bananas|nuts|bonkers)|heroic(?:ally)?|frantic(?:ally)?|painfully|abysmal(?:ly)?|pathetic(?:ally)?|unbelievabl[ey]|embarrassing(?:ly)?|outrageous(?:ly)?|(?:total|complete|utter|absolute|unmitigated|huge) (?:disaster|catastrophe|chaos|mess|fiasco|debacle|meltdown|joke)|(?<=\b(?:was|is) an? )(?:disaster|catastrophe|mess|joke)|(?<=\b(?:we|they|team|people|every(?:one|body)) )panicked|fiasco|debacle|shambles|all hell (?:broke|breaks) loose|shit ?show|clusterfuck|dreadful(?:ly)?|appalling(?:ly)?|hellish|horrific(?:ally)?|wildly|OMG|WTF)\b(?!-\w)|!{2,}/gi;

const warns = /\b(?:malicious|virus|malware|phishing|do not|don['’]t|warning|danger|caution|never)\b/i;

function animatedIn(passage: Passage) {
  return [...passage.words.matchAll(animated)].map((match) => ({ passage, match }));
}

/** Feeling where a number or a fact would help. */
export const animatedLanguage = defineRule({
  id: 'animated-language',
  kinds: ['postmortem'],
  summary: 'A word carries a feeling where a fact would help.',
  level: 'information',
  fixable: false,
  *check({ prose, each }) {
    for (const { passage, match } of each(animatedIn, prose)) {
      const before = passage.words.slice(Math.max(0, match.index - 40), match.index);
      // A warning to the reader, and an apology, are no report.
      if (match[0].startsWith('!') && warns.test(before)) continue;
      if (/\b(?:feel|felt|are|am|is) $/i.test(before) && /^terribl/i.test(match[0])) continue;
      yield {
        span: passage.spanOf(match.index, match.index + match[0].length),
        message: `"${match[0]}" tells a feeling; give the number or the fact behind it.`,
      };
    }
  },
});
