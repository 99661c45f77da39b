import { headerField } from '../model/fields.ts';
import { isOver } from '../model/incident/live.ts';
import { readObjectives } from '../model/incident/objectives.ts';
import { excerpt } from '../text/excerpt.ts';
import { defineRule } from './rule.ts';

/** An incident that is called resolved while one of its objectives is not met (S2). */
export const resolvedUnmetObjective = defineRule({
  id: 'resolved-unmet-objective',
  kinds: ['incident'],
  summary: 'The incident is called resolved, but an objective is not met.',
  level: 'error',
  fixable: false,
  *check(document) {
    if (!isOver(document)) return;
    const status = headerField(document.fields, 'Status');
    for (const { text, textSpan, met } of readObjectives(document)) {
      if (met !== false) continue;
      yield {
        span: textSpan,
        message: `The incident is called ${status?.value ?? 'resolved'}, but "${excerpt(text)}" is not met; check it off if it is, or set the status back.`,
        related: status ? [{ span: status.valueSpan, message: 'The status.' }] : [],
      };
    }
  },
});
