import { choice, list, mapOf, nameOf, number, optional, otherwise, record, text } from '../shapes/describe.ts';
import { days, duration, responseTime } from './written/duration.ts';
import { goal, percentage } from './written/quantity.ts';

const service = record('A service that incidents can affect.', {
  name: text('What documents call it.'),
  owner: optional(nameOf(['team', 'person'], 'The team or person that answers for it.')),
  slos: otherwise(list('The objectives that it is held to.', nameOf('SLO', 'The name of an entry of `slos`.')), []),
});

/** The services that incidents can affect. */
export const services = otherwise(
  list(
    'The services that incidents can affect. Once one is named here, every other mention of a service in this file must be one of them.',
    service,
    'name',
  ),
  [],
);

const indicator = record('What is measured of a service.', {
  name: text('The name by which objectives refer to it.'),
  description: otherwise(text('What it says, in words.'), ''),
  measurement: otherwise(text('How it is measured.'), ''),
  current: optional(number('What it is now, in the unit of its objective.', { minimum: 0, maximum: 1e9 })),
});

/** The indicators of S1. What they are now is for the team to say. */
export const slis = otherwise(list('What is measured of a service; the list is complete.', indicator, 'name'), [
  {
    name: 'availability',
    description: 'Percentage of successful requests',
    measurement: '(successful_requests / total_requests) * 100',
    current: undefined,
  },
  {
    name: 'latency',
    description: 'Time to process requests',
    measurement: 'p99 response time',
    current: undefined,
  },
  {
    name: 'errorRate',
    description: 'Percentage of failed requests',
    measurement: '(failed_requests / total_requests) * 100',
    current: undefined,
  },
]);

const objective = record(
  'What is promised of an indicator; what is left to 100 % over the window is the error budget.',
  {
    name: text('The name by which services refer to it.'),
    sli: nameOf('SLI', 'The indicator.'),
    target: goal('The promise.'),
    window: otherwise(days('The days over which it must hold.'), 30),
  },
);

/** The objectives of S1: 99.9 % over 30 days leave a budget of 43.2 minutes. */
export const slos = otherwise(list('The objectives; the list is complete.', objective, 'name'), [
  { name: 'availability', sli: 'availability', target: { bound: 'at least', amount: 99.9, unit: '%' }, window: 30 },
  { name: 'latency', sli: 'latency', target: { bound: 'at most', amount: 500, unit: 'ms' }, window: 30 },
  { name: 'errorRate', sli: 'errorRate', target: { bound: 'at most', amount: 0.1, unit: '%' }, window: 30 },
]);

/** What customers are owed. Source of all numbers: S1. */
export const sla = record('What customers are owed.', {
  services: otherwise(
    list('The services that it covers; all of them where none is named.', nameOf('service', 'A service.')),
    [],
  ),
  availability: otherwise(percentage('The availability that is promised for each period.'), 99.9),
  period: otherwise(
    choice('How long a period is.', {
      month: 'A calendar month.',
      quarter: 'Three calendar months.',
      year: 'A calendar year.',
    }),
    'month',
  ),
  credit: record('What is paid back when the promise is broken.', {
    step: otherwise(percentage('How far below the promise each step lies, in percentage points.'), 0.1),
    perStep: otherwise(percentage('The share of the period’s fees that each step pays back.'), 10),
    most: otherwise(percentage('The most that is paid back.'), 100),
  }),
  supportWithin: otherwise(
    mapOf('How soon support answers, by severity.', responseTime('How soon support answers.'), { keys: 'severity' }),
    new Map<string, number | undefined>([
      ['SEV-1', 15],
      ['SEV-2', 60],
      ['SEV-3', 4 * 60],
      ['SEV-4', undefined],
    ]),
  ),
  backups: record('How data is kept safe.', {
    every: otherwise(duration('How often a backup is made.'), 24 * 60),
    keptFor: otherwise(days('How long a backup is kept.'), 30),
  }),
  recoveryTime: otherwise(duration('The recovery time objective (RTO): how soon a service is back.'), 4 * 60),
  recoveryPoint: otherwise(
    duration('The recovery point objective (RPO): how much of the newest data may be lost.'),
    24 * 60,
  ),
});
