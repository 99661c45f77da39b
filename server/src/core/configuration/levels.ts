import type { DocumentKind } from '../schema/vocabulary.ts';
import type { Fields } from '../shapes/shape.ts';
import type { Configuration } from './configuration.ts';
import { globThatNames } from './globs.ts';
import type { DescribedRule, RuleLevel, RuleSetting } from './rules.ts';

/** How a rule runs on a document. */
export interface SettledRule {
  readonly level: RuleLevel;
  /** Whether the configuration names the level: then it holds for every finding, whatever the rule itself would say. */
  readonly isChosen: boolean;
  readonly options: Readonly<Record<string, unknown>>;
}

/** Settles the rules for one document. */
export type Settle = (rule: DescribedRule) => SettledRule;

/**
 * How each rule runs on a document of a kind, or on a file that is none. The path is relative to the workspace's folder,
 * undefined outside any.
 */
export function settleRules(
  { rules, overrides }: Configuration,
  kind: DocumentKind | undefined,
  path: string | undefined,
): Settle {
  const layers = [
    rules,
    ...overrides
      .filter(({ kinds }) => kinds.length === 0 || (kind !== undefined && kinds.includes(kind)))
      .filter(({ files }) => files.length === 0 || (path !== undefined && globThatNames(files, path) !== undefined))
      .map((override) => override.rules),
  ];
  return ({ id, level, options = {} }) => {
    const settings = layers.map((layer) => layer.get(id)).filter((setting) => setting !== undefined);
    const chosen = settings.findLast((setting) => setting.level !== undefined)?.level;
    return { level: chosen ?? level, isChosen: chosen !== undefined, options: optionsOf(options, settings) };
  };
}

function optionsOf(shapes: Fields, settings: readonly RuleSetting[]): Readonly<Record<string, unknown>> {
  const chosen: Readonly<Record<string, unknown>> = Object.assign({}, ...settings);
  return Object.fromEntries(
    Object.entries(shapes).map(([key, { fallback }]) => [
      key,
      Object.hasOwn(chosen, key) ? chosen[key] : fallback?.value,
    ]),
  );
}
