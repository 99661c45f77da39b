import { readBlame } from '../model/values/blame.ts';
import type { Passage } from '../model/prose.ts';
import { defineRule } from './rule.ts';

/** A person joined to a judgement: "the engineer failed to", "Bob's fault". */
export const blameLanguage = defineRule({
  id: 'blame-language',
  kinds: ['postmortem'],
  summary: 'A sentence judges a person instead of saying what made the failure possible.',
  level: 'warning',
  fixable: true,
  *check({ prose, each }) {
    for (const { passage, index, length, what, verb } of each(blameIn, prose)) {
      const { words } = passage;
      const judged = words.slice(index, index + length).trim();
      const written = verb && words.slice(verb.index, verb.index + verb.length);
      yield {
        span: passage.spanOf(index, index + length),
        message: `"${judged}" judges a person; ${advice[what]}.`,
        ...(verb
          ? {
              fix: {
                title: `Write "did not" for "${written}"`,
                edits: [{ span: passage.spanOf(verb.index, verb.index + verb.length), text: 'did not' }],
              },
            }
          : {}),
      };
    }
  },
});

function blameIn(passage: Passage) {
  return readBlame(passage.words).map((blame) => ({ ...blame, passage }));
}

const advice = {
  omission: 'say what happened, and what made it easy to miss',
  character: 'say what made the mistake possible instead of what somebody is like',
  guilt: 'say which conditions came together instead of whose fault it was',
} as const;
