// The end of an incident. This file imports nothing.

interface Place {
  readonly line: number;
  readonly character: number;
}

/** Client → server: what it takes to resolve an incident, for the questions about it. */
export const resolutionStateRequest = 'incidentDocs/resolutionState';
export interface ResolutionStateParams {
  readonly uri: string;
}
export interface ResolutionState {
  readonly title: string;
  /** Whether it is over already. */
  readonly over: boolean;
  readonly checks: readonly { readonly name: CheckName; readonly wants: string }[];
  /** The objectives that are not called met. */
  readonly unmet: readonly string[];
  /** How many minutes the effect of the mitigation is watched. */
  readonly watch: number;
}
export type CheckName = 'errorRate' | 'latencyP99Ms' | 'trafficRatio';

/** Client → server: the edit that resolves an incident, or that begins the watch before. */
export const resolveIncidentRequest = 'incidentDocs/resolveIncident';
export interface ResolveIncidentParams {
  readonly uri: string;
  /** ISO 8601. */
  readonly at: string;
  readonly resolution: string;
  readonly rootCause?: string;
  /** Error rate and traffic as fractions of 1, the latency in ms. */
  readonly checks: Partial<Readonly<Record<CheckName, number>>>;
  /** The objectives that are called met with this. */
  readonly met: readonly string[];
  /** Why it counts as over although something speaks against it. */
  readonly override?: string;
  /** Whether all checks have held before the watch. */
  readonly verified: boolean;
}
export interface ResolveIncidentResult {
  readonly version: number | null;
  readonly edits: readonly {
    readonly range: { readonly start: Place; readonly end: Place };
    readonly newText: string;
  }[];
  readonly line: number;
  readonly caret: Place;
  /** Until when the incident is watched, ISO 8601; undefined for one that is resolved. */
  readonly watchedUntil?: string;
  /** When the postmortem is reviewed, ISO 8601; undefined for an incident that is watched. */
  readonly reviewAt?: string;
  /** The review as a file that calendars open. */
  readonly ics?: string;
}
