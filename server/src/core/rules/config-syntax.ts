import { defineRule, everyKind } from './rule.ts';

/**
 * A front matter that YAML can't read: what stands in it has no effect until it is mended. The readers of `config.yaml` and
 * of templates find what can't be read there.
 */
export const configSyntax = defineRule({
  id: 'config-syntax',
  kinds: everyKind,
  summary: 'The configuration or a front matter can’t be read, or a template of the team is none.',
  level: 'error',
  fixable: false,
  *check({ frontMatter }) {
    yield* frontMatter.problems;
  },
});
