// Changes of a live incident. This file imports nothing.

/** Client → server: the edit that changes a field of a live incident and writes the timeline entry, both at once. */
export const incidentChangeRequest = 'incidentDocs/incidentChange';
export interface IncidentChangeParams {
  readonly uri: string;
  /** ISO 8601. */
  readonly at: string;
  readonly change:
    | { readonly kind: 'severity'; readonly severity: string; readonly reason?: string }
    | { readonly kind: 'status'; readonly status: string; readonly note?: string }
    | { readonly kind: 'role'; readonly role: string; readonly person: string }
    | {
        readonly kind: 'update';
        readonly audience: 'channel' | 'statusPage' | 'executives';
        readonly message: string;
      }
    | { readonly kind: 'objective'; readonly objective: string; readonly met: boolean }
    | { readonly kind: 'affected'; readonly group: string; readonly who: string }
    | { readonly kind: 'report'; readonly report: string };
}

/** Client → server: what a live incident is now, for the questions about its change. */
export const incidentStateRequest = 'incidentDocs/incidentState';
export interface IncidentStateParams {
  readonly uri: string;
}
export interface IncidentState {
  readonly title: string;
  /** As the team names it; undefined where the document states none that the team has. */
  readonly severity?: string;
  readonly status?: string;
  /** The statuses in their order. */
  readonly statuses: readonly string[];
  readonly severities: readonly {
    readonly name: string;
    readonly title: string;
    readonly criteria: readonly string[];
  }[];
  readonly roles: readonly { readonly name: string; readonly duty: string; readonly holder?: string }[];
  /** Whom a role can go to: the team's people, and whoever takes part already. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Undefined where the incident has no such moment, ISO 8601 otherwise. */
  readonly startedAt?: string;
  readonly nextUpdateAt?: string;
  /** Every how many minutes the stakeholders hear. */
  readonly updateEvery?: number;
  /** The objectives that are not called met. */
  readonly unmet: readonly string[];
  readonly objectives: readonly { readonly text: string; readonly met: boolean }[];
  /** The fields for who is affected, with what they say. */
  readonly affected: readonly { readonly group: string; readonly who: string }[];
  readonly live: boolean;
}
