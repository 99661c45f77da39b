/** A severity, its criteria and what it demands. */
export interface SeverityLevel {
  /** `SEV-1` */
  readonly name: string;
  /** `Critical` */
  readonly title: string;
  readonly criteria: readonly string[];
  /** How soon somebody responds, in minutes; 0 is at once, undefined the next business day. */
  readonly respondWithin: number | undefined;
  /** How often the stakeholders hear, in minutes. */
  readonly updateEvery: number;
}

/** The severities of S1, gravest first. */
export const defaultSeverities: readonly SeverityLevel[] = [
  {
    name: 'SEV-1',
    title: 'Critical',
    criteria: [
      'Complete service outage',
      'Data loss or corruption',
      'Security breach',
      'Revenue impact over $10K per hour',
    ],
    respondWithin: 0,
    updateEvery: 30,
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
    respondWithin: 15,
    updateEvery: 60,
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
    respondWithin: 60,
    updateEvery: 4 * 60,
  },
  {
    name: 'SEV-4',
    title: 'Low',
    criteria: ['Cosmetic issues', 'Minimal user impact', 'No revenue impact'],
    respondWithin: undefined,
    updateEvery: 24 * 60,
  },
];

/** How an incident comes to light (S4). */
export const incidentTriggers: readonly string[] = ['User report', 'Automated alert', 'Technical staff'];

/** The statuses of a live incident, in order (S1). */
export const incidentStatuses: readonly string[] = ['Investigating', 'Identified', 'Monitoring', 'Resolved'];
