import { frontMatterText } from '../parse/frontMatter.ts';
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
    // What a site's own keys say twice is the site's affair, and it works.
    const isOurs = ['kind', 'template'].some((key) => frontMatterText(frontMatter, key) !== undefined);
    for (const { isTolerated, ...finding } of frontMatter.problems)
      yield isTolerated && !isOurs ? { ...finding, level: 'information' } : finding;
  },
});
