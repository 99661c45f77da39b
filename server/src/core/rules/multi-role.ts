import { isLive } from '../model/incident/live.ts';
import { personKey, rolePlaces, type RolePlace } from '../model/incident/roles.ts';
import { allOf } from '../shapes/words.ts';
import { defineRule } from './rule.ts';

/** Somebody who holds several roles at once. */
export const multiRole = defineRule({
  id: 'multi-role',
  kinds: ['incident'],
  summary: 'One person holds several roles.',
  level: 'hint',
  fixable: false,
  *check(document, { configuration }) {
    if (!isLive(document)) return;
    const byPerson = new Map<string, RolePlace[]>();
    const names = configuration.roles.map(({ name }) => name);
    for (const place of rolePlaces(document, names)) {
      const key = personKey(place.holder ?? '');
      if (key !== '') byPerson.set(key, [...(byPerson.get(key) ?? []), place]);
    }
    for (const places of byPerson.values()) {
      const [first, second] = places;
      if (!first || !second) continue;
      yield {
        span: second.field.valueSpan,
        message: `"${first.holder ?? ''}" holds ${places.length} roles, ${allOf(places.map(({ role }) => role))}; hand one on as soon as somebody is free.`,
        related: [{ span: first.field.valueSpan, message: `Named as ${first.role} here.` }],
      };
    }
  },
});
