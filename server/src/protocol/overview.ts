// What the views list of a workspace. This file imports nothing.

/** Client → server: the incidents of the workspace and the actions that are still to be done. */
export const workspaceOverviewRequest = 'incidentDocs/workspaceOverview';
export interface WorkspaceOverview {
  /** Live ones first, newest first; then those that await a postmortem, the earliest due first; then the others. */
  readonly incidents: readonly ListedIncident[];
  /** The earliest due first. */
  readonly actions: readonly ListedAction[];
  /** What is left to whom, the most first; what nobody owns stands last, without a name. */
  readonly owners: readonly { readonly owner?: string; readonly open: number; readonly overdue: number }[];
}
export interface ListedIncident {
  readonly uri: string;
  readonly title: string;
  readonly severity?: string;
  readonly status?: string;
  readonly state: 'live' | 'awaiting' | 'resolved';
  /** ISO 8601. */
  readonly startedAt?: string;
  readonly nextUpdateAt?: string;
  /** The day by which the postmortem is due, `2024-01-17`, and whether that is over. */
  readonly reviewBy?: string;
  readonly isReviewLate?: boolean;
  /** The address of its postmortem, where it has one in the workspace. */
  readonly postmortem?: string;
}
export interface ListedAction {
  readonly uri: string;
  /** The title of the document. */
  readonly document: string;
  readonly text: string;
  readonly owner?: string;
  /** `2024-02-01` where it can be read, else as it is written. */
  readonly due?: string;
  readonly status?: string;
  readonly ticket?: string;
  /** `soon` within seven days; `undated` where no day can be read. */
  readonly urgency: 'overdue' | 'soon' | 'later' | 'undated';
  /** Zero-based, in UTF-16 code units. */
  readonly range: { readonly start: Place; readonly end: Place };
}
interface Place {
  readonly line: number;
  readonly character: number;
}
