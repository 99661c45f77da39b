import { causesIn, isShort, namesOnlyAnEvent, saysWhy } from '../model/causes.ts';
import { topicsOf } from '../model/values/topics.ts';
import { wordsBelow } from '../parse/content.ts';
import { sectionsOfRole } from '../schema/align.ts';
import { contains } from '../text/span.ts';
import { defineRule } from './rule.ts';

/** A root cause that names what set the incident off or what happened, and not what let that become an incident. */
export const causeRestatesTrigger = defineRule({
  id: 'cause-restates-trigger',
  kinds: ['postmortem'],
  summary: 'The cause only says what set the incident off.',
  level: 'information',
  fixable: false,
  *check({ alignment, placeholders, outline }) {
    const [trigger] = sectionsOfRole(alignment, 'trigger');
    for (const section of sectionsOfRole(alignment, 'cause')) {
      if (placeholders.some(({ span }) => contains(section.span, span))) continue;
      const causes = causesIn(section);
      const [only = ''] = causes.length === 1 ? causes : [];
      if (isShort(only) && !saysWhy(only) && repeats(only, outline.title?.text ?? '', 1)) {
        yield {
          span: section.heading.span,
          message:
            'This only says again what happened, as the title does; ask why it happened, and what let it through.',
        };
        continue;
      }
      const restates = namesOnlyAnEvent(only) || (trigger && repeats(wordsBelow(section), wordsBelow(trigger), 3));
      if (causes.length === 0 || !restates) continue;
      yield {
        span: section.heading.span,
        message: 'This names what set it off, not why that could become an incident; ask what let it through.',
        related: trigger ? [{ span: trigger.heading.span, message: 'The trigger.' }] : [],
      };
    }
  },
});

/** Whether some words speak of at least so many things, and nearly all of them are what others speak of. */
function repeats(words: string, others: string, least: number): boolean {
  const said = topicsOf(others);
  const topics = [...topicsOf(words)];
  return topics.length >= least && topics.filter((topic) => said.has(topic)).length >= topics.length * 0.9;
}
