import type { Configuration } from '../../configuration/configuration.ts';
import type { IncidentDocument } from '../document.ts';
import { commandingRole } from './commander.ts';
import { incidentSeverity, isLive } from './live.ts';

/** The roles that somebody must hold: those of the severity while the incident goes on; none in any other document. */
export function demandedRoles(document: IncidentDocument, { roles, severities }: Configuration): readonly string[] {
  const commander = commandingRole(roles);
  if (commander === undefined || !isLive(document) || document.likeness === 'distant') return [];
  return incidentSeverity(document, severities)?.roles ?? [commander];
}
