// What stands before and after the run of a step. This file imports nothing.

/** Client → server: what a person must know before a step's text runs. */
export const stepGuardsRequest = 'incidentDocs/stepGuards';
export interface StepGuardsParams {
  readonly uri: string;
  /** The step's, as `stepAt` gives it. */
  readonly id: string;
  /** What is to run, and the same as a person reads it, with the values of parameters; secrets are in neither. */
  readonly command: string;
  readonly shown: string;
}
export interface StepGuardsResult {
  readonly version: number | null;
  /** Why it is dangerous; empty for an ordinary step. */
  readonly dangers: readonly WireDanger[];
  /** As a person reads it, with keys, tokens and passwords hidden that stand in the open. */
  readonly shown: string;
  /** Where the runbook expects to run. */
  readonly expected: readonly WireContext[];
  /** Keys of the front matter's `context` that nobody can ask a live value of. */
  readonly unknownContexts: readonly string[];
  /** True for a step that its runbook calls not idempotent. */
  readonly runsOnce: boolean;
}
export interface WireDanger {
  readonly command: string;
  /** What it does, as the end of a sentence: `deletes whole folders for good`. */
  readonly reason: string;
}
export interface WireContext {
  readonly kind: 'kubernetes' | 'aws' | 'gcp' | 'azure' | 'account' | 'host';
  /** As the runbook calls it. */
  readonly label: string;
  /** Any of these is right. */
  readonly values: readonly string[];
}

/** Client → server: a text with its keys, tokens and passwords hidden. */
export const maskRequest = 'incidentDocs/mask';
export interface MaskParams {
  readonly text: string;
}
export interface MaskResult {
  readonly text: string;
}

/** Client → server: the section of a runbook for when a step has failed: its rollback, "If this fails". */
export const afterFailureRequest = 'incidentDocs/afterFailure';
export interface AfterFailureParams {
  readonly uri: string;
  readonly id: string;
}
export interface AfterFailureResult {
  /** Undefined where the runbook has none. */
  readonly heading?: string;
  /** The zero-based line of the heading. */
  readonly line?: number;
}

/** Client → server: the edit that puts a program's output below a timeline's entry; the answer is as for an entry. */
export const entryOutputRequest = 'incidentDocs/entryOutput';
export interface EntryOutputParams {
  readonly uri: string;
  /** The entry's, as they were written. */
  readonly words: string;
  /** Without escape sequences and secrets. */
  readonly output: string;
}
