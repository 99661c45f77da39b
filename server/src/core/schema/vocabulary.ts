/** The three documents that an engineering team keeps about incidents. */
export type DocumentKind = 'runbook' | 'incident' | 'postmortem';

export const documentKinds: readonly DocumentKind[] = ['runbook', 'incident', 'postmortem'];

/** How a field's value is read and completed. */
export type FieldType = 'text' | 'date' | 'date-time' | 'duration' | 'severity' | 'status' | 'people' | 'services';
