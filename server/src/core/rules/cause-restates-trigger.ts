import { causesIn, namesOnlyAnEvent } from '../model/causes.ts';
import { topicsOf } from '../model/values/topics.ts';
import { wordsBelow } from '../parse/content.ts';
import type { Section } from '../parse/outline.ts';
import { sectionsOfRole } from '../schema/align.ts';
import { contains } from '../text/span.ts';
import { defineRule } from './rule.ts';

/** A root cause that names what set the incident off, and not what let that become an incident. */
export const causeRestatesTrigger = defineRule({
  id: 'cause-restates-trigger',
  kinds: ['postmortem'],
  summary: 'The cause only says what set the incident off.',
  level: 'information',
  fixable: false,
  *check({ alignment, placeholders }) {
    const [trigger] = sectionsOfRole(alignment, 'trigger');
    for (const section of sectionsOfRole(alignment, 'cause')) {
      if (placeholders.some(({ span }) => contains(section.span, span))) continue;
      const causes = causesIn(section);
      const isEventAlone = causes.length === 1 && causes.every(namesOnlyAnEvent);
      if (causes.length === 0 || !(isEventAlone || (trigger && repeats(section, trigger)))) continue;
      yield {
        span: section.heading.span,
        message: 'This names what set it off, not why that could become an incident; ask what let it through.',
        related: trigger ? [{ span: trigger.heading.span, message: 'The trigger.' }] : [],
      };
    }
  },
});

/** Whether nearly all that one section speaks of is what another one speaks of. */
function repeats(cause: Section, trigger: Section): boolean {
  const said = topicsOf(wordsBelow(trigger));
  const topics = [...topicsOf(wordsBelow(cause))];
  return topics.length >= 3 && topics.filter((topic) => said.has(topic)).length >= topics.length * 0.9;
}
