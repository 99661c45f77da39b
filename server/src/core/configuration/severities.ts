import { choice, list, nameOf, optional, otherwise, record, text } from '../shapes/describe.ts';
import type { ValueOf } from '../shapes/shape.ts';
import { duration, responseTime } from './written/duration.ts';
import { moneyBound, percentageBound } from './written/quantity.ts';

const audiences = {
  channel: 'The incident channel.',
  statusPage: 'The status page that customers see.',
  executives: 'The executives, by e-mail.',
} as const;

const severity = record('A severity, when it holds and what it demands.', {
  name: text('What documents call it: `SEV-1`.'),
  title: otherwise(text('What it means in a word: `Critical`.'), ''),
  criteria: otherwise(list('When it holds, in words; one of them is enough.', text('A criterion, in words.')), []),
  users: optional(percentageBound('The share of users affected from which on it holds.')),
  revenuePerHour: optional(moneyBound('The loss of revenue per hour from which on it holds.')),
  respondWithin: otherwise(responseTime('How soon somebody responds.'), undefined),
  updateEvery: otherwise(duration('How often the stakeholders hear.'), 24 * 60),
  notify: otherwise(list('Who hears of it.', choice('An audience.', audiences)), []),
  roles: otherwise(
    list(
      'The roles that somebody must hold; the commander holds all that are not handed on.',
      nameOf('role', 'A role.'),
    ),
    [],
  ),
});

/** A severity, when it holds and what it demands. `respondWithin` and `updateEvery` are in minutes, shares in percent. */
export type Severity = ValueOf<typeof severity>;

/** The severities of S1, gravest first; S1 has the response times, cadences and bounds, S4 the three roles. */
export const defaultSeverities: readonly Severity[] = [
  {
    name: 'SEV-1',
    title: 'Critical',
    criteria: [
      'Complete service outage',
      'Data loss or corruption',
      'Security breach',
      'Revenue impact over $10K per hour',
    ],
    users: undefined,
    revenuePerHour: { amount: 10_000, inclusive: false },
    respondWithin: 0,
    updateEvery: 30,
    notify: ['statusPage', 'channel', 'executives'],
    roles: ['Incident Commander', 'Communications Lead', 'Operations Lead'],
  },
  {
    name: 'SEV-2',
    title: 'High',
    criteria: [
      'Significant feature degradation',
      'More than 50 % of users affected',
      'Performance severely degraded',
      'Revenue impact $1K to $10K per hour',
    ],
    users: { amount: 50, inclusive: false },
    revenuePerHour: { amount: 1000, inclusive: true },
    respondWithin: 15,
    updateEvery: 60,
    notify: ['statusPage', 'channel'],
    roles: ['Incident Commander', 'Communications Lead', 'Operations Lead'],
  },
  {
    name: 'SEV-3',
    title: 'Medium',
    criteria: [
      'Minor feature degradation',
      'Less than 50 % of users affected',
      'Workaround available',
      'Minimal revenue impact',
    ],
    users: { amount: 0, inclusive: false },
    revenuePerHour: { amount: 0, inclusive: false },
    respondWithin: 60,
    updateEvery: 4 * 60,
    notify: ['statusPage'],
    roles: ['Incident Commander'],
  },
  {
    name: 'SEV-4',
    title: 'Low',
    criteria: ['Cosmetic issues', 'Minimal user impact', 'No revenue impact'],
    users: undefined,
    revenuePerHour: undefined,
    respondWithin: undefined,
    updateEvery: 24 * 60,
    notify: ['statusPage'],
    roles: ['Incident Commander'],
  },
];

/** The severities that documents may state. */
export const severities = otherwise(
  list(
    'The severities, gravest first; the list is complete. An entry that has the name of a default keeps what it does not state.',
    severity,
    'name',
  ),
  defaultSeverities,
);

/** How an incident comes to light (S4). */
export const incidentTriggers: readonly string[] = ['User report', 'Automated alert', 'Technical staff'];

/** The statuses of a live incident, in order (S1). */
export const incidentStatuses: readonly string[] = ['Investigating', 'Identified', 'Monitoring', 'Resolved'];
