// Whether something is an incident. This file imports nothing.

/** Client → server: what to ask, to tell an incident from an everyday problem. */
export const triageQuestionsRequest = 'incidentDocs/triageQuestions';
export interface TriageQuestionsParams {
  /** The document that it is about, which need not be there yet: the settings nearest to it hold. */
  readonly uri?: string;
}
export interface TriageQuestions {
  /** Answered with yes or no. */
  readonly questions: readonly { readonly name: string; readonly question: string }[];
  /** Answered with a number, or not at all. */
  readonly figures: readonly { readonly name: string; readonly question: string; readonly unit: string }[];
}

/** Client → server: what the answers mean. */
export const triageRequest = 'incidentDocs/triage';
export interface TriageParams {
  readonly answers: Readonly<Record<string, boolean | number>>;
  /** As in the questions. */
  readonly uri?: string;
}
export interface TriageResult {
  readonly incident: boolean;
  /** Null where it is none. */
  readonly severity: string | null;
  readonly reasons: readonly string[];
  /** What gave the severity, for the incident document. */
  readonly grounds?: string;
  /** What the incident is called where measurements began it. */
  readonly title?: string;
}
