/**
 * What a function makes of a thing and of what the answer depends on besides: known as long as that is what it was when the
 * function was asked about the thing last, the same objects and words, and in a list the same things. The function must be one
 * that stays the same; what it is given behind these only helps it to look at them. Of objects that move with the text an
 * answer names the places themselves, never a copy of one.
 */
export type Latest = <K extends object, const D extends readonly unknown[], T, C extends readonly unknown[]>(
  make: (thing: K, on: D, ...besides: C) => T,
  thing: K,
  on: D,
  ...besides: C
) => T;

/** For a text that is read once. */
export const makeLatest: Latest = (make, thing, on, ...besides) => make(thing, on, ...besides);

interface Made {
  readonly on: readonly unknown[];
  readonly value: unknown;
}

/** One that knows nothing yet. */
export function createLatest(): Latest {
  const known = new WeakMap<object, WeakMap<object, Made>>();
  return <K extends object, const D extends readonly unknown[], T, C extends readonly unknown[]>(
    make: (thing: K, on: D, ...besides: C) => T,
    thing: K,
    on: D,
    ...besides: C
  ): T => {
    let answers = known.get(make);
    if (!answers) known.set(make, (answers = new WeakMap()));
    const before = answers.get(thing);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an answer is found only by the function that made it
    if (before && areSame(before.on, on)) return before.value as T;
    const value = make(thing, on, ...besides);
    answers.set(thing, { on, value });
    return value;
  };
}

function areSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  for (let index = 0; index < some.length; index++) {
    const one = some[index];
    const other = others[index];
    if (one !== other && !(Array.isArray(one) && Array.isArray(other) && haveSame(one, other))) return false;
  }
  return some.length === others.length;
}

function haveSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((thing, index) => thing === other[index]);
}
