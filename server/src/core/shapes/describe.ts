import type { Fields, RecordForm, RecordOf, Shape } from './shape.ts';

/** Any text. */
export function text(meaning: string): Shape<string> {
  return { form: { kind: 'text' }, meaning };
}

/** A number within bounds. */
export function number(
  meaning: string,
  { minimum, maximum, whole = false }: { minimum: number; maximum: number; whole?: boolean },
): Shape<number> {
  return { form: { kind: 'number', minimum, maximum, whole }, meaning };
}

/** True or false. */
export function flag(meaning: string): Shape<boolean> {
  return { form: { kind: 'flag' }, meaning };
}

/** One of some words, each with its meaning. */
export function choice<const W extends string>(meaning: string, choices: Readonly<Record<W, string>>): Shape<W> {
  return { form: { kind: 'choice', choices: new Map(Object.entries<string>(choices)) }, meaning };
}

/** The name of something that is defined elsewhere, or one of some words that stand for themselves. */
export function nameOf(
  of: string | readonly string[],
  meaning: string,
  also: Readonly<Record<string, string>> = {},
): Shape<string> {
  return {
    form: { kind: 'name', of: typeof of === 'string' ? [of] : of, also: new Map(Object.entries(also)) },
    meaning,
  };
}

/** A list. Where `by` names a key of its entries, that key tells them apart, and one that a default has too keeps what it does not state. */
export function list<T>(meaning: string, item: Shape<T>, by?: keyof T & string): Shape<readonly T[]> {
  return { form: { kind: 'list', item, by }, meaning };
}

/** A list that may be written as its only entry. */
export function oneOrMany<T>(item: Shape<T>): Shape<readonly T[]> {
  return {
    form: { kind: 'shorthand', short: item, full: list(item.meaning, item), lift: (one) => [one] },
    meaning: item.meaning,
  };
}

/** A mapping with fixed keys; it has a fallback itself where each of them has one. */
export function record<F extends Fields>(
  meaning: string,
  fields: F,
  check?: (value: RecordOf<F>) => { readonly key: keyof F & string; readonly message: string } | undefined,
): Shape<RecordOf<F>> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what the reader hands to the check has these fields
  const form = { kind: 'record', fields, sparse: false, check: check as RecordForm['check'] } as const;
  const entries: [string, unknown][] = [];
  for (const [key, { fallback }] of Object.entries(fields)) {
    if (!fallback) return { form, meaning };
    entries.push([key, fallback.value]);
  }
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- each entry is the fallback of its field
  return { form, meaning, fallback: { value: Object.fromEntries(entries) as RecordOf<F> } };
}

/** A mapping of which only what is written counts, as it is laid over something else. */
export function sparseRecord<F extends Fields>(meaning: string, fields: F): Shape<Partial<RecordOf<F>>> {
  return { form: { kind: 'record', fields, sparse: true, check: undefined }, meaning, fallback: { value: {} } };
}

/** A mapping whose keys are names, of something that is defined elsewhere or made up. */
export function mapOf<T>(
  meaning: string,
  value: Shape<T> | ((key: string) => Shape<T>),
  { keys, known = [] }: { keys?: string; known?: readonly string[] } = {},
): Shape<ReadonlyMap<string, T>> {
  return {
    form: { kind: 'map', keys, known, value: typeof value === 'function' ? value : () => value },
    meaning,
    fallback: { value: new Map() },
  };
}

/** What may be written short, and in full where there is more to say. */
export function shorthand<S, T>(short: Shape<S>, full: Shape<T>, lift: (short: S) => T): Shape<T> {
  return {
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the reader lifts only what it has read by the short shape
    form: { kind: 'shorthand', short, full, lift: (value) => lift(value as S) },
    meaning: full.meaning,
    ...(full.fallback ? { fallback: full.fallback } : {}),
  };
}

/** The same, with what holds where nothing is written. */
export function otherwise<T>(shape: Shape<T>, value: T): Shape<T> {
  return { ...shape, fallback: { value } };
}

/** The same; where nothing is written, it is undefined. */
export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return { ...shape, fallback: { value: undefined } };
}

/** Text of a certain form. The pattern need not begin with `^` nor end with `$`; `read` may still refuse what matches it. */
export function written<T>(
  meaning: string,
  {
    expected,
    pattern,
    examples,
    read,
    write,
  }: {
    readonly expected: string;
    readonly pattern: RegExp;
    readonly examples: readonly string[];
    readonly read: (match: RegExpExecArray) => { readonly value: T } | undefined;
    readonly write: (value: T) => string;
  },
): Shape<T> {
  const whole = new RegExp(`^(?:${pattern.source})$`, 'u');
  return {
    form: {
      kind: 'written',
      expected,
      pattern: whole.source,
      examples,
      read(given) {
        const match = whole.exec(given.trim());
        return match ? read(match) : undefined;
      },
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only what this shape has read is written
      write: (value) => write(value as T),
    },
    meaning,
  };
}
