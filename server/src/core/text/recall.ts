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
