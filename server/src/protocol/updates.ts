// Updates for the stakeholders of an incident. This file imports nothing.

/** Who reads an update. */
export type UpdateAudience = 'channel' | 'statusPage' | 'executives';

/** Client → server: an update in words, for one audience. */
export const draftUpdateRequest = 'incidentDocs/draftUpdate';
export interface DraftUpdateParams {
  readonly uri: string;
  readonly audience: UpdateAudience;
  readonly message: string;
  /** ISO 8601. */
  readonly at: string;
}
export interface DraftUpdateResult {
  /** As the audience's tool wants it: Slack's mark-up for the channel. */
  readonly text: string;
  /** The same without mark-up. */
  readonly plain: string;
  readonly subject: string;
  /** ISO 8601; null once the incident is over. */
  readonly nextUpdateAt: string | null;
  /** What customers should not read, in the words for the status page. */
  readonly leaks: readonly string[];
}

/** Client → server: whom an incident's updates are for, and where they go. */
export const updatePlanRequest = 'incidentDocs/updatePlan';
export interface UpdatePlanParams {
  readonly uri: string;
}
export interface UpdatePlan {
  /** Those whom the severity tells of the incident come first. */
  readonly audiences: readonly { readonly audience: UpdateAudience; readonly told: boolean }[];
  /** What the summary says, to begin from. */
  readonly message: string;
  /** The channel, as the team calls it. */
  readonly channel: string;
  /** The executives' addresses, as far as they are known. */
  readonly executives: readonly string[];
  readonly statusPage?: string;
  /** Where the team's configuration has updates posted to. */
  readonly webhook?: string;
}
