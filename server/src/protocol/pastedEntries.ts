// Entries that come from elsewhere. This file imports nothing.

/** Client → server: the edit that writes words copied from elsewhere into a timeline, with the times that they bring. */
export const pastedEntriesRequest = 'incidentDocs/pastedEntries';
export interface PastedEntriesParams {
  readonly uri: string;
  readonly text: string;
  /** The moment of words that bring no time, as ISO 8601. */
  readonly at: string;
  /** The zone of times that state none: that of whoever copied them. */
  readonly zone: string;
}
export interface PastedEntriesResult {
  readonly version: number | null;
  readonly edits: readonly {
    readonly range: {
      readonly start: { readonly line: number; readonly character: number };
      readonly end: { readonly line: number; readonly character: number };
    };
    readonly newText: string;
  }[];
  /** Where the last entry stands once the edits are made. */
  readonly line: number;
  readonly caret: { readonly line: number; readonly character: number };
  /** How many entries were written. */
  readonly count: number;
}
