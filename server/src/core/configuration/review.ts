import { choice, list, mapOf, number, otherwise, record } from '../shapes/describe.ts';
import { participant } from './people.ts';
import { duration } from './written/duration.ts';

const weekday = choice('A day of the week.', {
  Monday: '',
  Tuesday: '',
  Wednesday: '',
  Thursday: '',
  Friday: '',
  Saturday: '',
  Sunday: '',
});

/** When a postmortem is reviewed, and by whom. Source of the two days and of the attendees: S1. */
export const review = record('When a postmortem is reviewed, and by whom.', {
  daysAfter: otherwise(
    number('How many days after the end of the incident; one that is no working day passes to the next that is.', {
      minimum: 0,
      maximum: 365,
      whole: true,
    }),
    2,
  ),
  attendees: otherwise(list('Who is invited.', participant('A person, a role or an address.')), [
    'responders',
    'leads',
  ]),
  workingDays: otherwise(list('The days on which people work; the next business day is one of them.', weekday), [
    'Monday',
    'Tuesday',
    'Wednesday',
    'Thursday',
    'Friday',
  ]),
});

/** What the reports measure the team against: S1’s figures. */
export const metrics = record('What the reports measure the team against.', {
  mttr: otherwise(
    mapOf('The mean time to repair that the team aims at, by severity.', duration('The time aimed at.'), {
      keys: 'severity',
    }),
    new Map([
      ['SEV-1', 45],
      ['SEV-2', 90],
      ['SEV-3', 240],
      ['SEV-4', 1440],
    ]),
  ),
});
