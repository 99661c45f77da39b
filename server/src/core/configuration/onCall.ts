import { list, nameOf, optional, otherwise, record, text } from '../shapes/describe.ts';
import { date, timeZone, wallClock, weekdayTime } from './written/calendar.ts';
import { days, duration } from './written/duration.ts';

const turn = record('Who is on call for one period.', {
  primary: nameOf('person', 'Who is paged first.'),
  secondary: optional(nameOf('person', 'Who is paged when the first does not answer.')),
});

const override = record(
  'A time for which somebody else is on call; both ends are wall clock times in the rotation’s zone.',
  {
    from: wallClock('When it begins: `2026-03-30 09:00`.'),
    until: wallClock('When it ends.'),
    primary: optional(nameOf('person', 'Who is paged first; without one, whoever the rotation says.')),
    secondary: optional(nameOf('person', 'Who is paged next; without one, whoever the rotation says.')),
  },
  // Both are written the same way, so their letters are in the order of time.
  ({ from, until }) =>
    from < until
      ? undefined
      : { key: 'until', message: '"until" must be later than "from", for the override to hold.' },
);

const rotation = record(
  'Who is on call for a team, and when.',
  {
    team: text('The team.'),
    timezone: optional(timeZone('The zone of the hand-off; without one, the team’s `timezone`.')),
    every: otherwise(days('How long a turn lasts.'), 7),
    handOff: otherwise(weekdayTime('When the turn passes on.'), { weekday: 1, time: '09:00' }),
    starts: optional(date('The day on which the first of the schedule takes over.')),
    schedule: otherwise(list('The turns, repeated from the beginning when the last is over.', turn), []),
    overrides: otherwise(list('Turns that somebody else takes.', override), []),
  },
  ({ schedule, starts }) =>
    schedule.length > 1 && starts === undefined
      ? {
          key: 'starts',
          message:
            'A schedule of several turns needs "starts", the day on which the first takes over, to tell whose turn it is.',
        }
      : undefined,
);

const level = record('Whom to page next.', {
  name: text('What people call the level: `Primary on-call`.'),
  person: optional(
    nameOf(['person'], 'Who it is.', {
      primary: 'Whoever is on call first.',
      secondary: 'Whoever is on call second.',
    }),
  ),
  after: duration('How long this level has, from the page on, before the next is paged.'),
});

/** Who is on call, whom to page next, and what is expected of them. Source of all numbers: S1. */
export const onCall = record('Who is on call, whom to page next, and what is expected of them.', {
  rotations: otherwise(list('Who is on call, for each team.', rotation, 'team'), []),
  escalation: otherwise(list('Whom to page when nobody answers, first to last; the list is complete.', level, 'name'), [
    { name: 'Primary on-call', person: 'primary', after: 5 },
    { name: 'Secondary on-call', person: 'secondary', after: 10 },
    { name: 'Engineering Manager', person: undefined, after: 15 },
    { name: 'VP Engineering', person: undefined, after: 20 },
  ]),
  acknowledgeWithin: otherwise(duration('How soon a page is acknowledged.'), 5),
  respondWithin: otherwise(duration('How soon somebody works on it.'), 15),
});
