/** The three documents that an engineering team keeps about incidents. */
export type DocumentKind = 'runbook' | 'incident' | 'postmortem';

export const documentKinds: readonly DocumentKind[] = ['runbook', 'incident', 'postmortem'];

/** What a section is for, whatever a team calls it. */
export type SectionRole =
  | 'summary'
  | 'background'
  | 'impact'
  | 'detection'
  | 'timeline'
  | 'cause'
  | 'resolution'
  | 'well'
  | 'wrong'
  | 'lucky'
  | 'lessons'
  | 'actions'
  | 'related'
  | 'further'
  | 'symptoms'
  | 'meaning'
  | 'investigation'
  | 'mitigation'
  | 'escalation'
  | 'related-runbooks'
  | 'postmortem-links'
  | 'stakeholders'
  | 'roles'
  | 'status-report'
  | 'objectives'
  | 'checklists';

/** How a field's value is read and completed. */
export type FieldType = 'text' | 'date' | 'date-time' | 'duration' | 'severity' | 'status' | 'people' | 'services';
