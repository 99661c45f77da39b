import type { Span } from '../../core/text/span.ts';

/** What is said of the words under the pointer. */
export interface Explanation {
  readonly span: Span;
  /** Markdown. */
  readonly words: string;
}
