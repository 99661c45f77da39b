import { choice, list, mapOf, oneOrMany, otherwise, record, shorthand, sparseRecord } from '../shapes/describe.ts';
import type { Fields, Shape, ValueOf } from '../shapes/shape.ts';
import { kinds } from './documents.ts';
import { glob } from './written/pattern.ts';

const levelMeanings = {
  off: 'Never reported.',
  hint: 'A suggestion, shown faintly.',
  information: 'Worth knowing.',
  warning: 'Something is most likely wrong.',
  error: 'Something is wrong; the command line fails.',
} as const;

const level = choice('How grave a finding is.', levelMeanings);

/** How grave a finding of a rule is. */
export type RuleLevel = ValueOf<typeof level>;

/** What a workspace says of a rule: its level where it differs, and the options that are set. */
export type RuleSetting = { readonly level?: RuleLevel } & Readonly<Record<string, unknown>>;

/** What the description of the rules needs to know of each. */
export interface DescribedRule {
  readonly id: string;
  readonly summary: string;
  readonly level: RuleLevel;
  readonly options?: Fields;
}

/** The shapes of `rules` and `overrides`, for the rules that there are. */
export function describeRules(rules: readonly DescribedRule[]) {
  const byId = new Map(rules.map((rule) => [rule.id, settingOf(rule)]));
  const unknown = settingOf({ id: '', summary: 'A rule.', level: 'off' });
  const settings = mapOf<RuleSetting>(
    'The level of each rule that differs from its own, and its options.',
    (id) => byId.get(id) ?? unknown,
    {
      keys: 'rule',
      known: [...byId.keys()],
    },
  );
  const override = record('Rules for some documents.', {
    kinds: otherwise(oneOrMany(choice('The kinds of document that it is for; all where none is named.', kinds)), []),
    files: otherwise(oneOrMany(glob('The files that it is for; all where none is named.')), []),
    rules: settings,
  });
  return {
    rules: settings,
    overrides: otherwise(
      list(
        'Other levels and options for some kinds or folders, laid over `rules`; later ones over earlier ones.',
        override,
      ),
      [],
    ),
  };
}

function settingOf({ summary, level: own, options = {} }: DescribedRule): Shape<RuleSetting> {
  const meaning = `${summary} Its own level is \`${own}\`.`;
  const short = otherwise({ ...level, meaning }, own);
  const full = sparseRecord(meaning, { ...options, level: otherwise(level, own) });
  return shorthand(short, full as Shape<RuleSetting>, (given) => ({ level: given }));
}
