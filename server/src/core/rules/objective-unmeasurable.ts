import { isLive } from '../model/incident/live.ts';
import { readObjectives } from '../model/incident/objectives.ts';
import { excerpt } from '../text/excerpt.ts';
import { defineRule } from './rule.ts';

/** An objective of which nobody can say for certain whether it is met. */
export const objectiveUnmeasurable = defineRule({
  id: 'objective-unmeasurable',
  kinds: ['incident'],
  summary: 'An objective has no number and no clear state.',
  level: 'information',
  fixable: false,
  *check(document) {
    if (!isLive(document)) return;
    for (const { text, textSpan, measurable } of readObjectives(document)) {
      if (measurable) continue;
      yield {
        span: textSpan,
        message: `Nobody can tell for certain whether "${excerpt(text)}" is met; give it a number or a state that can be checked.`,
      };
    }
  },
});
