/**
 * What a place in a YAML text may hold, described once: reading, JSON Schema, completion, hover and writing all go by it.
 * `T` is the data that is read from the place.
 */
export interface Shape<T> {
  readonly form: Form;
  /** What it means, in one sentence of Markdown. */
  readonly meaning: string;
  /** What holds where nothing is written; a shape without one must be written. */
  readonly fallback?: { readonly value: T };
}

/** The data that a shape describes. */
export type ValueOf<S> = S extends Shape<infer T> ? T : never;

/** The keys of a mapping, each with what it may hold. */
export type Fields = Readonly<Record<string, Shape<unknown>>>;

/** The data of a mapping with these keys. */
export type RecordOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> };

/** How a shape looks in the text. */
export type Form =
  | { readonly kind: 'text' }
  | WrittenForm
  | { readonly kind: 'number'; readonly minimum: number; readonly maximum: number; readonly whole: boolean }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly choices: ReadonlyMap<string, string> }
  | NameForm
  | ListForm
  | RecordForm
  | MapForm
  | ShorthandForm;

/** Text that says more than its letters: a duration, a percentage, a glob. */
export interface WrittenForm {
  readonly kind: 'written';
  /** What is right, with an example: `a duration such as "30 min"`. */
  readonly expected: string;
  /** A regular expression that all that is right matches as a whole; the JSON Schema has it. */
  readonly pattern: string;
  /** What completion offers. */
  readonly examples: readonly string[];
  /** What a text says; undefined where it is none of these. */
  readonly read: (text: string) => { readonly value: unknown } | undefined;
  /** How a person would write a value. */
  readonly write: (value: unknown) => string;
}

/** The name of something that is defined elsewhere. */
export interface NameForm {
  readonly kind: 'name';
  /** What it may be a name of: `severity`, `person`. */
  readonly of: readonly string[];
  /** Words that stand for themselves, each with its meaning. */
  readonly also: ReadonlyMap<string, string>;
}

/** Entries in an order. */
export interface ListForm {
  readonly kind: 'list';
  readonly item: Shape<unknown>;
  /** The key of the entries that tells them apart, where one does. */
  readonly by: string | undefined;
}

/** A mapping whose keys are fixed. */
export interface RecordForm {
  readonly kind: 'record';
  readonly fields: Fields;
  /** True where only what is written is read, as for what is laid over something else. */
  readonly sparse: boolean;
  /** What is wrong with the record as a whole, at one of its keys. */
  readonly check: ((record: Readonly<Record<string, unknown>>) => RecordProblem | undefined) | undefined;
}

/** What is wrong with a record as a whole. */
export interface RecordProblem {
  readonly key: string;
  readonly message: string;
}

/** A mapping whose keys are names. */
export interface MapForm {
  readonly kind: 'map';
  /** What each key is a name of; undefined where a person makes the names up. */
  readonly keys: string | undefined;
  /** The names that are known beforehand. */
  readonly known: readonly string[];
  /** What may stand behind a key. */
  readonly value: (key: string) => Shape<unknown>;
}

/** A value that may be written short: one glob for a list of one. */
export interface ShorthandForm {
  readonly kind: 'shorthand';
  readonly short: Shape<unknown>;
  /** A list, a record or a map. */
  readonly full: Shape<unknown>;
  readonly lift: (short: unknown) => unknown;
}
