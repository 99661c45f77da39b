import type { WireKind } from '../../../server/src/protocol/channels.ts';

/** What people read for a kind. */
export const kindNames: Readonly<Record<WireKind, string>> = {
  runbook: 'Runbook',
  incident: 'Live incident',
  postmortem: 'Postmortem',
};

/** The kind of a name that somebody else wrote; undefined where there is no such kind. */
export function kindNamed(name: string): WireKind | undefined {
  return name === 'runbook' || name === 'incident' || name === 'postmortem' ? name : undefined;
}
