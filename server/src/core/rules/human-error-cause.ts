import type { Passage } from '../model/prose.ts';
import { contains } from '../text/span.ts';
import { defineRule } from './rule.ts';

const who = String.raw`(?:the |an? |our )?(?:engineer|developer|operator|admin\w*|on-?call|team|someone|employee|contractor)\b`;
const honest = String.raw`(?:a |an |the )?(?:simple |honest |careless |silly )?`;
/** Mistakes given as a cause. */
const mistake = new RegExp(
  [
    String.raw`\bhuman[ -](?:error|mistake|oversight|failure|factor)s?\b`,
    String.raw`\b(?:operator|user|pilot|engineer|developer|administrator|admin|manual)[ -](?:error|mistake)s?\b`,
    String.raw`\bPEBKAC\b|\bfat[- ]finger(?:ed|ing)? (?:error|mistake|typo)s?\b`,
    String.raw`(?<=^|\b(?:an?|the|by|of|to|was|is|simple|cause:) )fat[- ]finger(?:ed|ing)?\b`,
    String.raw`\b(?:error|mistake|oversight)s? on the part of ${who}`,
    String.raw`\b(?:someone|somebody|an? (?:on-?call )?(?:engineer|developer|operator|admin\w*|sysadmin|employee|contractor|colleague)) (?:had )?(?:accidentally |mistakenly )?(?:mis-?typed|made an? (?:typo|mistake|error)|(?:typed|entered|used|ran|chose|picked|selected|clicked|deleted|copied|pasted) the wrong)`,
    String.raw`\b(?:caused by|due to|because of|result of|cause (?:was|is)) ${honest}(?:mistake|oversight) (?:made )?(?:by|of|from) ${who}`,
  ].join('|'),
  'gi',
);

/** Words before it by which the author says that it is no cause. */
const denied =
  /(?:\b(?:not|never|no|beyond|rather than|instead of)|n['’]t)\s+(?:(?:just|simply|only|merely|purely|stop at|end (?:at|with)|be|been|a|an|the|about|called?|blamed? on|attributed? to|due to|caused by|because of|(?:a |the )?result of)\s+){0,4}$/i;
/** Words before it by which he speaks of such mistakes in general. */
const inGeneral =
  /\b(?:prevent\w*|avoid\w*|reduc\w+|eliminat\w+|prone to|risk of|room for|against|catch\w*|possib\w+|chance of|minimi[sz]\w+|guard\w*|assum\w+|suspect\w+)\b[^.]{0,40}$/i;

/** Words that make of an entry in the timeline, which else tells what happened, a cause. */
const causal = /\b(?:caus\w+|due to|because of|result\w*|led to|attributed|turned out)\b/i;
/** A class of responses is no person: "4xx user errors", "user error rate"; and what was ruled out is no cause. */
const noCause =
  /^\s*(?:\([45](?:xx|\d\d)|rose|fell|spiked|rates?|messages?|codes?|pages?|reports?|logs?|budget|handling|(?:was|were|has been|is|can be) (?:ruled out|excluded|not))\b/i;

/** Without one of these there is no mistake, which is told at once. */
const hint = /error|mistake|oversight|failure|factor|pebkac|finger|typ|wrong/i;

function mistakesIn(passage: Passage) {
  const { words } = passage;
  if (!hint.test(words)) return [];
  return [...words.matchAll(mistake)].flatMap((match) => {
    const before = words.slice(0, match.index);
    const behind = words.slice(match.index + match[0].length);
    return denied.test(before) || inGeneral.test(before) || noCause.test(behind) ? [] : [{ passage, match }];
  });
}

/** "Human error" as the end of the search for causes. */
export const humanErrorCause = defineRule({
  id: 'human-error-cause',
  kinds: ['postmortem'],
  summary: 'Human error is given as a cause, where the search for causes begins.',
  level: 'warning',
  fixable: false,
  *check({ prose, timeline, each }) {
    for (const { passage, match } of each(mistakesIn, prose)) {
      const { words } = passage;
      const span = passage.spanOf(match.index, match.index + match[0].length);
      if (timeline && contains(timeline.span, span) && !causal.test(words)) continue;
      yield {
        span,
        message: `"${match[0]}" ends the search too early; say what made the mistake possible and what would have caught it.`,
      };
    }
  },
});
