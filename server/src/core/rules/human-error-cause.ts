import { defineRule } from './rule.ts';

/** Mistakes given as a cause. */
const mistake =
  /\b(?:human|operator|user|pilot|engineer|developer|administrator|manual)[ -](?:error|mistake)s?\b|\b(?:caused by|due to|because of|result of) (?:a |an |the )?(?:simple |honest |careless |silly )?(?:mistake|oversight) (?:by|of|from) (?:the |an? |our )?(?:engineer|developer|operator|admin\w*|on-?call|team|someone|employee|contractor)\b/gi;

/** Words before it by which the author says that it is no cause, or speaks of such mistakes in general. */
const notAsCause =
  /\b(?:not|never|no|n't|beyond|rather than|instead of|prevent\w*|avoid\w*|reduc\w+|eliminat\w+|prone to|risk of|room for|against|catch\w*|possib\w+|chance of|minimi[sz]\w+|guard\w*|assum\w+|suspect\w+)\b[^.]{0,40}$/i;

/** "Human error" as the end of the search for causes. */
export const humanErrorCause = defineRule({
  id: 'human-error-cause',
  kinds: ['postmortem'],
  summary: 'Human error is given as a cause, where the search for causes begins.',
  level: 'warning',
  fixable: false,
  *check({ prose }) {
    for (const passage of prose) {
      for (const match of passage.words.matchAll(mistake)) {
        if (notAsCause.test(passage.words.slice(0, match.index))) continue;
        // A class of responses is no person: "4xx user errors", "user error rate".
        if (
          /^\s*(?:rates?|messages?|codes?|pages?|reports?|logs?|budget|handling)\b/i.test(
            passage.words.slice(match.index + match[0].length),
          )
        )
          continue;
        yield {
          span: passage.spanOf(match.index, match.index + match[0].length),
          message: `"${match[0]}" ends the search too early; say what made the mistake possible and what would have caught it.`,
        };
      }
    }
  },
});
