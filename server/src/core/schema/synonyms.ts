import type { FieldType } from './vocabulary.ts';

/**
 * What sections are for, whatever a team calls them: the headings by which teams call each section, in normalized form (see `normalizeLabel`). Sources: S1, S2, S4, the
 * Google SRE workbook, PagerDuty, Atlassian, Flutter, prometheus-operator, and what public repositories use.
 */
const headingsByRole: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    summary: [
      'summary',
      'executive summary',
      'incident summary',
      'issue summary',
      'overview',
      'what happened',
      'tl;dr',
      'tldr',
      'description',
    ],
    background: ['background', 'leadup', 'lead up', 'context'],
    impact: ['impact', 'users impacted', 'user impact', 'customer impact', 'impact assessment', 'business impact'],
    detection: ['detection', 'how was it detected', 'how we detected it'],
    timeline: [
      'timeline',
      'incident timeline',
      'timeline of events',
      'event timeline',
      'chain of events',
      'sequence of events',
      'key events',
      'chronology',
      'log of events',
      'timeline of incident',
      'timeline of the incident',
      'timeline of actions',
      'timeline of actions, communications and alerts',
    ],
    cause: [
      'root cause',
      'root causes',
      'root cause analysis',
      'root cause and trigger',
      'root causes and trigger',
      'cause',
      'causes',
      'contributing factors',
      'contributing factor',
      'contributing conditions',
      'contributing factors and root cause',
      'trigger',
      'fault',
      'five whys',
      'why it happened',
      'why did this happen',
    ],
    resolution: [
      'resolution',
      'resolution and recovery',
      'recovery',
      'response',
      'response and recovery',
      'fix',
      'fixes',
      'how we fixed it',
      'resolution and mitigation',
      'mitigation and resolution',
    ],
    well: [
      'what went well',
      'what worked',
      'what worked well',
      'things that went well',
      'what we did well',
      'went well',
    ],
    wrong: [
      'what went wrong',
      'what went poorly',
      'what could have gone better',
      'what could be improved',
      'what could have been better',
      'what went badly',
      'what went bad',
      "what didn't go so well",
      "what didn't go well",
      "what didn't work",
      'what did not go well',
      'things that could be improved',
      'things that went poorly',
      'where we can improve',
      'went wrong',
    ],
    lucky: ['where we got lucky', 'where did we get lucky', 'what went lucky', 'got lucky', 'luck'],
    lessons: [
      'lessons learned',
      'lessons learnt',
      'lessons',
      'learnings',
      'key learnings',
      'what did we learn',
      'what we learned',
      'what have we learned',
      'takeaways',
      'key takeaways',
      'insights',
    ],
    actions: [
      'action items',
      'actions',
      'action item',
      'corrective actions',
      'corrective and preventative measures',
      'corrective and preventive measures',
      'follow-up actions',
      'follow up actions',
      'follow-up',
      'follow-ups',
      'follow up',
      'follow ups',
      'follow-up tasks',
      'followup',
      'next steps',
      'recommendations',
      'remediation',
      'remediation items',
      'preventative measures',
      'prevention',
      'review actions',
      'post-incident actions',
      'post incident actions',
      'todo list',
    ],
    related: ['related incidents', 'related postmortems', 'related documents', 'similar incidents'],
    further: ['supporting information', 'appendix', 'references', 'further reading', 'additional information'],
    symptoms: ['symptoms', 'symptom', 'signs', 'alert', 'alerts', 'trigger condition', 'detection and symptoms'],
    meaning: ['meaning', 'what does this mean', 'what this alert means'],
    investigation: [
      'investigation steps',
      'investigation',
      'diagnosis',
      'diagnosis steps',
      'diagnostics',
      'diagnose',
      'triage',
      'troubleshooting',
      'troubleshooting steps',
      'debugging',
    ],
    mitigation: [
      'resolution steps',
      'mitigation',
      'mitigation steps',
      'remediation steps',
      'recovery steps',
      'how to fix',
      'how to resolve',
      'solution',
      'solutions',
      'steps',
      'procedure',
    ],
    escalation: [
      'escalation',
      'escalation path',
      'escalation contacts',
      'escalation policy',
      'who to contact',
      'whom to call',
      'who to call',
      'call for help',
      'getting help',
      'contacts',
    ],
    'related-runbooks': ['related runbooks', 'see also', 'related', 'related playbooks'],
    'postmortem-links': ['postmortem links', 'postmortems', 'past incidents', 'previous incidents', 'incident history'],
    stakeholders: ['stakeholders', 'stakeholder', 'who is involved', 'responders'],
    roles: ['roles', 'command hierarchy', 'incident roles', 'command structure', 'response team'],
    'status-report': [
      'detailed status report',
      'detailed status',
      'current status',
      'status report',
      'technical status',
    ],
    objectives: ['resolution objectives', 'exit criteria', 'resolution criteria', 'objectives'],
    checklists: ['response checklist', 'response checklists', 'checklist', 'checklists'],
  }),
);

const roleByHeading: ReadonlyMap<string, string> = new Map(
  [...headingsByRole].flatMap(([role, headings]) => headings.map((heading) => [heading, role] as const)),
);

const labelsByType: readonly (readonly [FieldType, readonly string[]])[] = [
  ['date', ['date', 'incident date', 'date of incident', 'datum']],
  [
    'date-time',
    [
      'date/time',
      'date and time',
      'started',
      'start time',
      'started at',
      'resolved at',
      'next update',
      'next update due',
      'declared',
    ],
  ],
  [
    'duration',
    [
      'duration',
      'incident duration',
      'total duration',
      'time to detection',
      'time to recovery',
      'time to repair',
      'time to resolve',
      'time to resolution',
      'total impact duration',
      'downtime',
      'dauer',
    ],
  ],
  ['severity', ['severity', 'sev', 'severity level', 'incident severity', 'priority', 'schweregrad']],
  ['status', ['status', 'state', 'incident status', 'current status']],
  [
    'people',
    [
      'authors',
      'author',
      'owner',
      'owners',
      'incident commander',
      'communications lead',
      'operations lead',
      'planning lead',
      'postmortem owner',
      'engineer in charge',
      'commander',
    ],
  ],
  [
    'services',
    ['services affected', 'affected services', 'services', 'faulty service', 'affected products', 'components'],
  ],
];

const typeByLabel: ReadonlyMap<string, FieldType> = new Map(
  labelsByType.flatMap(([type, labels]) => labels.map((label) => [label, type] as const)),
);

/** The role of a normalized heading; undefined for one that no vocabulary knows. */
export function roleOfHeading(normalized: string): string | undefined {
  return roleByHeading.get(normalized);
}

/** What sections can be for: the roles that the rules and commands know. */
export const knownRoles: readonly string[] = [...headingsByRole.keys(), 'external-message', 'internal-message'];

/** All normalized headings that stand for a role. */
export function headingsOfRole(role: string): readonly string[] {
  return headingsByRole.get(role) ?? [];
}

/** How the value of a field with this normalized label is read. */
export function typeOfLabel(normalized: string): FieldType {
  return typeByLabel.get(normalized) ?? 'text';
}
