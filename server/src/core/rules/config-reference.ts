import { insteadOf } from '../shapes/words.ts';
import { nearestWord } from '../text/nearest.ts';
import { defineRule, everyKind } from './rule.ts';

/**
 * A name of something that is not there. The reader of `config.yaml` finds it there; in a document it is a template that
 * nobody has, so that the document is checked against another.
 */
export const configReference = defineRule({
  id: 'config-reference',
  kinds: everyKind,
  summary: 'The configuration, or a front matter, names something that does not exist.',
  level: 'error',
  fixable: false,
  *check({ frontMatter, kind }, { templates }) {
    const entry = frontMatter.entries.find(({ key }) => key === 'template');
    if (typeof entry?.value !== 'string') return;
    const names = [...new Set(templates.filter((template) => template.kind === kind).map(({ name }) => name))];
    if (names.includes(entry.value)) return;
    // Site generators have templates too; a document that states its kind, or nearly a name of ours, means ours.
    const isOurs =
      frontMatter.entries.some(({ key }) => key === 'kind') || nearestWord(entry.value, names) !== undefined;
    if (!isOurs) return;
    const instead = insteadOf(entry.value, names, ['there is', 'there are']);
    yield { span: entry.valueSpan, message: `There is no ${kind} template "${entry.value}"${instead}` };
  },
});
