import type { Span } from '../text/span.ts';

/** The replacement of a span of the text. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}
