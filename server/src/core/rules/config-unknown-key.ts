import { defineRule, everyKind } from './rule.ts';

/** A key of `config.yaml`, or of a template's front matter, that nobody reads. The reader of these files finds it; a document's own front matter is open. */
export const configUnknownKey = defineRule({
  id: 'config-unknown-key',
  kinds: everyKind,
  summary: 'A key of the configuration, or of a template’s front matter, is not known.',
  level: 'error',
  fixable: false,
  check: () => [],
});
