import type { Passage } from '../model/prose.ts';
import { defineRule, type Finding, type Fix } from './rule.ts';

/** A person, as postmortems name one: a handle, a role, a single he or she. "We" is the author's own, and a system no person. */
const person = String.raw`(?:@[\w.-]+|\b(?:he|she|[Ss]omeone|[Ss]omebody|(?:[Tt]he |[Aa]n? |[Oo]ur |[Oo]ne of (?:the|our) )?(?:[\w-]+ )?(?:engineers?|developers?|operators?|admins?|administrators?|sysadmins?|contractors?|interns?|employees?|colleagues?|responders?|on-?call|devs?|reviewers?|managers?|DBAs?|SREs?)(?: on (?:call|duty|shift))?))`;

/** A name before a verb that only people do: "Bob forgot to". */
const named = String.raw`\b[A-Z][a-z]+`;

/** What is left undone, in words that judge. */
const omission = new RegExp(
  String.raw`(?:${person} ((?:had |has |have |simply |just )*(?:failed|forgot|forgotten|neglected|omitted|did not bother) to)|${named} ((?:had |has |simply |just )*(?:forgot|forgotten|neglected) to))(?= [a-z])`,
  'g',
);

/** Judgements that stand beside a person in the same sentence. */
const judgement =
  /\b(?:careless(?:ly|ness)?|negligen(?:t|tly|ce)|sloppy|sloppiness|incompeten(?:t|tly|ce)|lazy(?![- ]?(?:load|eval|init|import|mount|fetch))|laziness|irresponsib(?:le|ly)|reckless(?:ly|ness)?|stupid(?:ly|ity)?|clumsy|clumsily|inattentive(?:ly)?|inexcusabl[ey])\b/gi;
const anyPerson = new RegExp(
  `${person}|${String.raw`\b(?:his|her|their)\b|\b[A-Z][a-z]+(?:'s|’s)? (?:was|were|is)\b`}`,
);

/** Guilt by name. */
const guilt = new RegExp(
  String.raw`\b(?:(?:was|is|were) (?:entirely |all |largely |partly )?(?:the )?fault of (?:the |our )?(?!\w+ (?:tolerance|domain))|(?:the )?blame (?:lies|rests|falls) (?:with|on)|(?:is|was|were|are) to blame\b)|${named}(?:'s|’s) (?:fault|negligence|carelessness|incompetence)\b`,
  'g',
);

/** A person joined to a judgement: "the engineer failed to", "Bob's fault". */
export const blameLanguage = defineRule({
  id: 'blame-language',
  kinds: ['postmortem'],
  summary: 'A sentence judges a person instead of saying what made the failure possible.',
  level: 'warning',
  fixable: true,
  *check({ prose }) {
    for (const passage of prose) {
      yield* omissions(passage);
      yield* judgements(passage);
      for (const match of passage.words.matchAll(guilt)) {
        yield finding(
          passage,
          match[0],
          match.index,
          'say which conditions came together instead of whose fault it was',
        );
      }
    }
  },
});

function* omissions(passage: Passage): Generator<Finding> {
  for (const match of passage.words.matchAll(omission)) {
    const verb = match[1] ?? match[2] ?? '';
    const start = match.index + match[0].length - verb.length;
    const fix: Fix = {
      title: `Write "did not" for "${verb}"`,
      edits: [{ span: passage.spanOf(start, start + verb.length), text: 'did not' }],
    };
    yield { ...finding(passage, match[0], match.index, 'say what happened, and what made it easy to miss'), fix };
  }
}

function* judgements(passage: Passage): Generator<Finding> {
  for (const match of passage.words.matchAll(judgement)) {
    const sentence = sentenceAround(passage.words, match.index);
    if (
      !anyPerson.test(sentence) ||
      /\b(?:not|never|no|nobody|without)\b[^.]{0,30}$/i.test(passage.words.slice(0, match.index))
    )
      continue;
    yield finding(
      passage,
      match[0],
      match.index,
      'say what made the mistake possible instead of what somebody is like',
    );
  }
}

function finding(passage: Passage, words: string, start: number, advice: string): Finding {
  return {
    span: passage.spanOf(start, start + words.length),
    message: `"${words.trim()}" judges a person; ${advice}.`,
  };
}

function sentenceAround(words: string, index: number): string {
  const start = words.lastIndexOf('. ', index) + 1;
  const end = words.indexOf('. ', index);
  return words.slice(start, end < 0 ? undefined : end);
}
