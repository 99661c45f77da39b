import type { Severity } from '../../configuration/severities.ts';
import type { IncidentDocument } from '../document.ts';
import { headerField } from '../fields.ts';
import { severityIn } from '../values/severity.ts';

/** Whether an incident goes on: its document has a status, and that is not resolved or closed. */
export function isLive({ kind, stage }: IncidentDocument): boolean {
  return kind === 'incident' && stage === 'draft';
}

/** Whether the document of an incident says that it is over. */
export function isOver({ kind, stage }: IncidentDocument): boolean {
  return kind === 'incident' && stage === 'final';
}

/**
 * The team's severity that the header states, by itself or beside the status ("Active, SEV-2"); undefined where it states none,
 * or one that the team does not have.
 */
export function incidentSeverity({ fields }: IncidentDocument, severities: readonly Severity[]): Severity | undefined {
  const names = severities.map(({ name }) => name);
  const stated = severityIn(headerField(fields, 'Severity')?.value ?? '', names)?.name;
  const beside = headerField(fields, 'Status')?.value.split(/[\s,;()]+/) ?? [];
  return severities.find(({ name }) => (stated === undefined ? beside.includes(name) : name === stated));
}
