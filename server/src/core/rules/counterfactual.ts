import type { Passage } from '../model/prose.ts';
import { contains } from '../text/span.ts';
import { defineRule } from './rule.ts';

const participle =
  '(?:\\w{2,}ed|been|begun|broken|built|caught|chosen|come|cut|done|fallen|found|given|gone|grown|had|held|hit|kept|known|led|left|let|lost|made|meant|met|paid|put|read|run|said|seen|sent|set|shown|shut|spent|split|spread|stopped|taken|told|thought|understood|written|brought)';
/** Who or what might have done otherwise; a guess at a cause ("something could have gone wrong") has another subject. */
const subject = '(?:[Ww]e|I|[Tt]he team|[Tt]hey|engineers?|alerts?|alerting|monitoring|tests?|reviews?|manager)';
/** What an event could have been is regret with these words only: "it could have held more" tells how something works. */
const event = '(?:[Tt]his(?: one)?|[Tt]hat|[Ii]t|[Tt]he (?:incident|outage|issue|problem|impact|failure|error|bug))';
const averted =
  '(?:(?:completely |entirely )?(?:avoided|prevented|caught|detected|noticed|mitigated|averted|alerted|found|fixed|reduced|limited|shorter|spotted|helped|saved|shortened))';
const adverbs = '(?: (?:also|already|never|not|easily|probably|perhaps|really|at least|immediately|been))*';
const have = `${adverbs}(?: have|['’]ve)${adverbs} `;
const regret = new RegExp(
  [
    `\\b(?:should(?:n't)?|ought to|(?<=\\b${subject} )could)${have}${participle}\\b`,
    `(?<=\\b${event} )(?:could|would)${have}${averted}\\b`,
    '\\b[Ii]f only\\b',
    `\\b[Ii]f (?:${subject}|the (?:[\\w-]+ )?(?:${subject})|[A-Z][a-z]+) had(?:n't| not)? ${participle}\\b(?=[^.;]{0,90}\\bwould(?:n't| not| never)? (?:never |not )?have\\b)`,
    "(?:^|[.;] )With (?:a |an |the |more |better |proper |some )[^.;,]{3,60},? (?:this|it|that|we|the (?:incident|outage|issue|problem)) (?:would|could)(?:n['’]t| not| never)? have\\b",
    '(?:^|[.;] )Had \\w+(?: \\w+){0,5} (?:been|had|not)\\b',
    `(?:^|[.;] )Had (?:the|we|our|they|it|there|this|that|some(?:one|body)|any(?:one|body)|[A-Z]\\w+) [^.;]{3,90}?,[^.;,]{1,40}\\b(?:would|could)(?:n['’]t| not| never)?(?: \\w+)? have\\b`,
    `\\b(?:would(?:n['’]t| not| never)|could have been) have (?:happened|occurred|shipped|failed|gone|been \\w+)(?: \\w+){0,4} (?:if|had) (?:the|we|our|they|it|there|some(?:one|body)|any(?:one|body)|[A-Z]\\w+)\\b`,
  ].join('|'),
  'g',
);

/** Without one of these nothing is regretted, which is told at once. */
const hint = /should|ought|could|would|[Ii]f only|Had /;

/** Worlds that are no regret: how much worse it might have been, and guesses at what happened. */
const noRegret =
  /^\s*(?:more careful|(?:more |closer |better )?attention|(?:a lot |much |far |even )?worse|difficult|caused?|a factor|due|related|the cause|lucky|longer)\b/i;
/** Words before it by which somebody only supposes, or asks. */
const supposed = /\b(?:assum\w+|whether|wonder\w*|guess\w*|believ\w+|thought|hoped) (?:that )?(?:\w+ ){0,3}$/i;
/** What the writer expects to have happened by itself is no regret: "should have been automatically corrected". */
const expected = /^should have (?:been )?(?:automatically|now|since)\b/i;

function regretsIn(passage: Passage) {
  const { words } = passage;
  if (!hint.test(words)) return [];
  return [...words.matchAll(regret)].flatMap((match) => {
    const behind = words.slice(match.index + match[0].length);
    if (noRegret.test(behind) || (/^could|known$/.test(match[0]) && /^ better\b/.test(behind))) return [];
    const isNone = supposed.test(words.slice(0, match.index)) || expected.test(words.slice(match.index));
    return isNone ? [] : [{ passage, match }];
  });
}

/** A world that did not happen, where what did happen needs explaining. */
export const counterfactual = defineRule({
  id: 'counterfactual',
  kinds: ['postmortem'],
  summary: 'A sentence tells of what did not happen ("should have") instead of why what happened made sense.',
  level: 'information',
  fixable: false,
  *check({ prose, alignment, each }) {
    // What luck kept from happening is told in just these words.
    const lucky = alignment.matches.filter(({ schema }) => schema.role === 'lucky').map(({ section }) => section);
    const actions = alignment.matches.filter(({ schema }) => schema.role === 'actions').map(({ section }) => section);
    for (const { passage, match } of each(regretsIn, prose)) {
      if (passage.section && lucky.includes(passage.section)) continue;
      const words = match[0].replace(/^[.;] /, '');
      const start = match.index + match[0].length - words.length;
      const span = passage.spanOf(start, start + words.length);
      // "This would have caught it" tells there what the action is for.
      if (words.startsWith('would') && actions.some((section) => contains(section.span, span))) continue;
      yield {
        span,
        message: `"${words}" tells of what did not happen; say what did, why it made sense then, and put the wish into an action item.`,
      };
    }
  },
});
