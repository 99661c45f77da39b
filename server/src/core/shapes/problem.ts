import type { Span } from '../text/span.ts';

/** What is wrong with a YAML text, at its place. */
export interface Problem {
  /** The rule that says so. */
  readonly rule: 'config-syntax' | 'config-unknown-key' | 'config-type' | 'config-reference';
  readonly span: Span;
  /** What is wrong and what would be right, in one sentence. */
  readonly message: string;
}

/** A name that a YAML text uses for something that is defined elsewhere, in it or beside it. */
export interface NameUse {
  /** What it may be a name of: `severity`, `person`. */
  readonly of: readonly string[];
  readonly name: string;
  readonly span: Span;
  /** What is read from the keys beside it. */
  readonly siblings: Readonly<Record<string, unknown>>;
}

/** What has been read by a shape. */
export interface ShapeReading<T> {
  readonly value: T;
  /** In document order. */
  readonly problems: readonly Problem[];
  readonly names: readonly NameUse[];
}
