import { defineRule } from './rule.ts';

/** Words that carry a feeling and no fact. */
const animated =
  /\b(?:nightmares?|horrible|horribly|horrendous(?:ly)?|terrible|terribly|awful(?:ly)?|insane(?:ly)?|crazy|ridiculous(?:ly)?|idiotic|disastrous(?:ly)?|catastrophically|shocking(?:ly)?|unbelievabl[ey]|embarrassing(?:ly)?|outrageous(?:ly)?|dreadful(?:ly)?|appalling(?:ly)?|hellish|horrific(?:ally)?|wildly|OMG|WTF)\b|!{2,}/gi;

/** Feeling where a number or a fact would help. */
export const animatedLanguage = defineRule({
  id: 'animated-language',
  kinds: ['postmortem'],
  summary: 'A word carries a feeling where a fact would help.',
  level: 'information',
  fixable: false,
  *check({ prose }) {
    for (const passage of prose) {
      for (const match of passage.words.matchAll(animated)) {
        yield {
          span: passage.spanOf(match.index, match.index + match[0].length),
          message: `"${match[0]}" tells a feeling; give the number or the fact behind it.`,
        };
      }
    }
  },
});
