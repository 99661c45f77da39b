import { defineRule } from './rule.ts';

const participle =
  '(?:\\w{2,}ed|been|begun|broken|built|caught|chosen|come|cut|done|fallen|found|given|gone|grown|had|held|hit|kept|known|led|left|let|lost|made|meant|met|paid|put|read|run|said|seen|sent|set|shown|shut|spent|split|spread|stopped|taken|told|thought|understood|written|brought)';
/** Who or what might have done otherwise; a guess at a cause ("something could have gone wrong") has another subject. */
const subject =
  '(?:[Ww]e|I|[Tt]his(?: one)?|[Tt]hat|[Ii]t|[Tt]he team|[Tt]hey|engineers?|alerts?|alerting|monitoring|tests?|reviews?|manager)';
const regret = new RegExp(
  `\\b(?:should(?:n't| not)?|ought to|(?<=\\b${subject} )could) have (?:also |already |never |not |easily |probably |been |immediately )*${participle}\\b|\\b[Ii]f only\\b|(?:^|[.;] )Had \\w+(?: \\w+){0,5} (?:been|had|not)\\b`,
  'g',
);

/** Worlds that are no regret: how much worse it might have been, and guesses at what happened. */
const noRegret =
  /^\s*(?:better|(?:a lot |much |far |even )?worse|difficult|caused?|a factor|due|related|the cause|lucky|longer)\b/i;

/** A world that did not happen, where what did happen needs explaining. */
export const counterfactual = defineRule({
  id: 'counterfactual',
  kinds: ['postmortem'],
  summary: 'A sentence tells of what did not happen ("should have") instead of why what happened made sense.',
  level: 'information',
  fixable: false,
  *check({ prose, alignment }) {
    // What luck kept from happening is told in just these words.
    const lucky = alignment.matches.filter(({ schema }) => schema.role === 'lucky').map(({ section }) => section);
    for (const passage of prose) {
      if (passage.section && lucky.includes(passage.section)) continue;
      for (const match of passage.words.matchAll(regret)) {
        if (noRegret.test(passage.words.slice(match.index + match[0].length))) continue;
        const words = match[0].replace(/^[.;] /, '');
        const start = match.index + match[0].length - words.length;
        yield {
          span: passage.spanOf(start, start + words.length),
          message: `"${words}" tells of what did not happen; say what did, why it made sense then, and put the wish into an action item.`,
        };
      }
    }
  },
});
