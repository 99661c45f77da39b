import { demandedRoles } from '../model/incident/demanded.ts';
import { rolePlaces } from '../model/incident/roles.ts';
import { saysNothing } from '../model/values/absent.ts';
import { excerpt } from '../text/excerpt.ts';
import { contains } from '../text/span.ts';
import { defineRule, everyKind } from './rule.ts';

/** Words of the template that nobody has replaced; in a document that says it is final, a mistake. */
export const unfilledPlaceholder = defineRule({
  id: 'unfilled-placeholder',
  kinds: everyKind,
  summary: 'Words of the template, or a TODO, still stand where something is to be written.',
  level: 'information',
  fixable: false,
  *check(document, { configuration }) {
    const { placeholders, actionItems, timeline, stage } = document;
    if (placeholders.length === 0) return;
    // Who is missing for a role is told once, with what the role demands.
    const openRoles = rolePlaces(document, demandedRoles(document, configuration)).map(({ field }) => field.valueSpan);
    // "TODO" is what many tables say of an action that nobody has begun, and of the column that says so.
    const states = actionItems
      .flatMap(({ status, header }) => [status?.span, header])
      .filter((place) => place !== undefined);
    // So is who or when is missing for an action, and the time that is missing for an entry: an error where it is final.
    const details = actionItems
      .flatMap(({ owner, due }) => [owner, due])
      .flatMap((detail) => (detail && saysNothing(detail.value) ? [detail.span] : []));
    const unread = stage === 'final' ? [] : (timeline?.unread ?? []).map((entry) => entry.span);
    const told = [...openRoles, ...details, ...unread];
    for (const { span, text } of placeholders) {
      if (text === 'TODO' && states.some((state) => contains(state, span))) continue;
      if (told.some((place) => contains(place, span))) continue;
      const words = excerpt(text);
      yield stage === 'final'
        ? {
            span,
            level: 'error',
            message: `"${words}" still stands in a document that says it is finished; write what belongs here, or remove it.`,
          }
        : { span, message: `"${words}" is still to be filled in; write what belongs here, or remove it.` };
    }
  },
});
