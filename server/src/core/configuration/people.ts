import { flag, list, mapOf, nameOf, optional, otherwise, record, text } from '../shapes/describe.ts';
import { webAddress } from './written/pattern.ts';
import { timeZone } from './written/calendar.ts';

const person = record('A person.', {
  name: optional(text('The name.')),
  email: optional(text('The e-mail address.')),
  timezone: optional(timeZone('The time zone, where it is not the team’s.')),
});

/** Who belongs to the team. */
export const people = mapOf(
  'Who belongs to the team, by handle. Once somebody is named here, every other mention of a person must be one of them.',
  otherwise(person, { name: undefined, email: undefined, timezone: undefined }),
);

/** Somebody who takes part: a person, a role of an incident, an address. */
export function participant(meaning: string) {
  return nameOf(['person', 'role', 'address'], meaning, {
    responders: 'Everybody who took part in the response.',
    leads: 'The engineering leads.',
  });
}

const role = record('A role in an incident.', {
  name: text('What documents call it: `Incident Commander`.'),
  duty: otherwise(text('What whoever holds it does, and nobody else.'), ''),
  changesSystem: otherwise(flag('Whether whoever holds it may change the system; others only look.'), false),
});

/** The roles in an incident. Source: S2 and S4. */
export const roles = otherwise(
  list('The roles in an incident; the list is complete.', role, 'name'),
  [
    ['Incident Commander', 'Coordinates the response and holds every role that is not handed on'],
    ['Communications Lead', 'Tells stakeholders and keeps the incident document up to date'],
    ['Operations Lead', 'Works on the system, and is the only one who changes it'],
    ['Planning Lead', 'Files bugs, arranges hand-overs and keeps track of what was changed'],
    ['Engineer in Charge', 'Coordinates the engineers who do the operational work'],
    ['Management', 'Is kept up to date'],
  ].map(([name = '', duty = '']) => ({ name, duty, changesSystem: name === 'Operations Lead' })),
);

/** Where news of an incident goes. Source: S1. */
export const communication = record('Where news of an incident goes; nothing is sent without a preview.', {
  channel: otherwise(text('The incident channel, as updates name it.'), '#incidents'),
  executives: otherwise(list('Who gets the executives’ e-mail.', participant('A person, a role or an address.')), []),
  statusPage: optional(webAddress('The address of the status page.')),
  webhook: optional(webAddress('Where an update is posted, once it has been confirmed.')),
});
