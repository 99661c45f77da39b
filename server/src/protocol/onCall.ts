// Who is on call, and whom to page next. This file imports nothing.

/** Client → server: who is on call for a team at a moment. */
export const onCallRequest = 'incidentDocs/onCall';
export interface OnCallParams {
  /** The first team of the configuration where it is left out. */
  readonly team?: string;
  /** ISO 8601. */
  readonly at: string;
  /** The document whose configuration answers; else the first folder's that has a rotation. */
  readonly uri?: string;
}
export interface OnCallResult {
  readonly team: string;
  /** Every team that has a rotation. */
  readonly teams: readonly string[];
  readonly primary: OnCallPerson | null;
  readonly secondary: OnCallPerson | null;
  /** From when and until when it is they, as ISO 8601. */
  readonly from: string;
  readonly until: string;
  /** Whom to page when nobody answers, first to last. */
  readonly escalation: readonly EscalationLevel[];
}
export interface OnCallPerson {
  /** The handle or address that the configuration has. */
  readonly id: string;
  /** How people call them: `Amina Diallo (amina)`. */
  readonly name: string;
}
export interface EscalationLevel {
  /** From 1. */
  readonly level: number;
  readonly name: string;
  readonly person: OnCallPerson | null;
  /** The minutes that the level has from its page on, before the next one is paged. */
  readonly after: number;
}
