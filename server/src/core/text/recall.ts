import { firstThat } from './ordered.ts';
import { ownWords } from './slice.ts';

/**
 * What a function makes of a thing: known where it was asked before, made where it was not. The function must be one that
 * stays the same, and go by the thing alone: by the words of a text, or by what never changes of an object. What it is given
 * besides only helps it to look at the thing, as the text does in which a node stands.
 */
export type Recall = <K extends string | object, T, C extends readonly unknown[]>(
  make: (thing: K, ...besides: C) => T,
  thing: K,
  ...besides: C
) => T;

/** How many answers about words a recall keeps. */
export interface Room {
  /** At least so many of each function; beyond that, those that have been asked for lately. */
  readonly fewest: number;
  /** Where they are about long texts, at least those about texts of so many UTF-16 units together. */
  readonly shortest: number;
  /** By how much more may be kept than what turned out to be too much before: 1 for a room that stays as it is. */
  readonly growth: number;
}

/** Enough for one document, however much there is in it. */
export const roomOfDocument: Room = { fewest: 2000, shortest: 100_000, growth: 1.5 };
/** For what many documents have in common; what is only one's must not pile up in it. */
export const roomOfAll: Room = { fewest: 500, shortest: 25_000, growth: 1 };

interface Answer {
  readonly value: unknown;
}

interface Answers {
  readonly aboutObjects: WeakMap<object, Answer>;
  /** Those about words, and an earlier generation of them, which goes when there are as many new ones. */
  words: Map<string, Answer>;
  earlier: Map<string, Answer>;
  /** How long the texts of each generation are together, in UTF-16 units. */
  wordsLength: number;
  earlierLength: number;
}

/** A recall that knows nothing yet; what it does not know it asks of the one behind it. */
export function createRecall(room: Room = roomOfDocument, behind: Recall = makeAnew): Recall {
  const known = new WeakMap<object, Answers>();
  return <K extends string | object, T, C extends readonly unknown[]>(
    make: (thing: K, ...besides: C) => T,
    thing: K,
    ...besides: C
  ): T => {
    let answers = known.get(make);
    if (!answers) known.set(make, (answers = nothingYet()));
    let answer = find(answers, thing, room);
    if (!answer) {
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same words
      const kept = (typeof thing === 'string' ? ownWords(thing) : thing) as K;
      keep(answers, kept, (answer = { value: behind(make, kept, ...besides) }), room);
    }
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an answer is found only by the function that made it
    return answer.value as T;
  };
}

/** A recall that keeps nothing: for a text that is read once. */
export const makeAnew: Recall = (make, thing, ...besides) => make(thing, ...besides);

function nothingYet(): Answers {
  return { aboutObjects: new WeakMap(), words: new Map(), earlier: new Map(), wordsLength: 0, earlierLength: 0 };
}

function find(answers: Answers, thing: string | object, room: Room): Answer | undefined {
  if (typeof thing !== 'string') return answers.aboutObjects.get(thing);
  const answer = answers.words.get(thing);
  if (answer) return answer;
  const earlier = answers.earlier.get(thing);
  if (earlier) keep(answers, thing, earlier, room);
  return earlier;
}

function keep(answers: Answers, thing: string | object, answer: Answer, room: Room): void {
  const { fewest, shortest, growth } = room;
  if (typeof thing !== 'string') {
    answers.aboutObjects.set(thing, answer);
    return;
  }
  const isFull =
    answers.words.size >= Math.max(fewest, answers.earlier.size * growth) ||
    answers.wordsLength >= Math.max(shortest, answers.earlierLength * growth);
  if (isFull) {
    answers.earlier = answers.words;
    answers.earlierLength = answers.wordsLength;
    answers.words = new Map();
    answers.wordsLength = 0;
  }
  answers.words.set(thing, answer);
  answers.wordsLength += thing.length;
}

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

/** What is known from earlier readings. */
export interface Knowledge {
  readonly recall: Recall;
  readonly each: RecallEach;
}

/** For a text that is read once. */
export const anew: Knowledge = { recall: makeAnew, each: makeEach };

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
    const origins = before.origins
      .slice(0, start)
      .concat(freshOrigins, shifted(before.origins.slice(end), things.length - before.things.length));
    known.set(make, { things, made: all, origins });
    return all;
  };
}

const nothingMade: MadeList = { things: [], made: [], origins: [] };

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
  const known = new WeakMap<readonly object[], { readonly other: readonly object[]; readonly ends: CommonEnds }>();
  return (one, other) => {
    const latest = known.get(one);
    if (latest?.other === other) return latest.ends;
    const ends = commonEnds(one, other);
    known.set(one, { other, ends });
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
