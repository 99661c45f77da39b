import { firstThat } from './ordered.ts';

/**
 * What a function makes of each thing of a list, all of it in one list: known of the things that stood before or behind the
 * same others when it was asked last, made of those between. For the function and the things holds what holds for `Recall`.
 */
export type RecallEach = <K extends object, T, C extends readonly unknown[]>(
  make: (thing: K, ...besides: C) => readonly T[],
  things: readonly K[],
  ...besides: C
) => readonly T[];

/** For lists that are looked at once. */
export const makeEach: RecallEach = (make, things, ...besides) => things.flatMap((thing) => make(thing, ...besides));

/** What a function has made of a list. */
interface MadeList {
  readonly things: readonly object[];
  readonly made: readonly unknown[];
  /** The index of the thing that each has been made of. */
  readonly origins: readonly number[];
}

/** A recall of lists that knows nothing yet. */
export function createRecallEach(): RecallEach {
  const known = new WeakMap<object, MadeList>();
  const compare = comparingEnds();
  return <K extends object, T, C extends readonly unknown[]>(
    make: (thing: K, ...besides: C) => readonly T[],
    things: readonly K[],
    ...besides: C
  ): readonly T[] => {
    const before = known.get(make) ?? nothingMade;
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a list is found only by the function that made it
    const made = before.made as readonly T[];
    const { first, behind } = compare(before.things, things);
    const fresh: T[] = [];
    const freshOrigins: number[] = [];
    for (let index = first; index < things.length - behind; index++) {
      const thing = things[index];
      if (thing)
        for (const one of make(thing, ...besides)) {
          fresh.push(one);
          freshOrigins.push(index);
        }
    }
    const start = firstThat(before.origins, (origin) => origin >= first);
    const end = firstThat(before.origins, (origin) => origin >= before.things.length - behind);
    const isSame = start === end && fresh.length === 0;
    const all = isSame ? made : made.slice(0, start).concat(fresh, made.slice(end));
    const by = things.length - before.things.length;
    const stay = by === 0 && areSame(before.origins.slice(start, end), freshOrigins);
    const origins = stay
      ? before.origins
      : before.origins.slice(0, start).concat(freshOrigins, shifted(before.origins.slice(end), by));
    known.set(make, { things, made: all, origins });
    return all;
  };
}

const nothingMade: MadeList = { things: [], made: [], origins: [] };

function areSame(some: readonly number[], others: readonly number[]): boolean {
  return some.length === others.length && some.every((number, index) => number === others[index]);
}

function shifted(numbers: number[], by: number): number[] {
  return by === 0 ? numbers : numbers.map((number) => number + by);
}

/** How many things two lists have in common at their beginnings, and how many others at their ends. */
interface CommonEnds {
  readonly first: number;
  readonly behind: number;
}

/** Compares lists, and remembers with what each was compared last: many functions are asked about the same list. */
function comparingEnds(): (one: readonly object[], other: readonly object[]) => CommonEnds {
  // Held weakly: one old list that somebody still has would keep all that came after it.
  const known = new WeakMap<
    readonly object[],
    { readonly other: WeakRef<readonly object[]>; readonly ends: CommonEnds }
  >();
  return (one, other) => {
    const latest = known.get(one);
    if (latest?.other.deref() === other) return latest.ends;
    const ends = commonEnds(one, other);
    known.set(one, { other: new WeakRef(other), ends });
    return ends;
  };
}

/** How many things two lists have in common at their beginnings, and how many others at their ends. */
export function commonEnds(one: readonly object[], other: readonly object[]): CommonEnds {
  const shorter = Math.min(one.length, other.length);
  let first = 0;
  while (first < shorter && one[first] === other[first]) first++;
  let behind = 0;
  while (behind < shorter - first && one[one.length - 1 - behind] === other[other.length - 1 - behind]) behind++;
  return { first, behind };
}
