import type { Severity } from '../configuration/severities.ts';
import type { Edit } from './edit.ts';

/** What the team has settled, as far as a change needs it. */
export interface ChangeSettings {
  readonly severities: readonly Severity[];
  readonly roles: readonly { readonly name: string }[];
}

/** A change that is none, or can't be. */
export interface Refused {
  /** Why nothing was changed, and what would be right. */
  readonly reason: string;
}

/** A change of a field, and what the timeline says of it. */
export interface Change {
  readonly edits: readonly (Edit | undefined)[];
  readonly entry: string;
}
