/**
 * What a function makes of a thing: known where it was asked before, made where it was not. The function must be one that
 * stays the same, and go by the thing alone: by the words of a text, or by what never changes of an object.
 */
export type Recall = <K extends string | object, T>(make: (thing: K) => T, thing: K) => T;

/** At least so many answers of each function are kept; beyond that, those that have been asked for lately. */
const fewest = 2000;

interface Answer {
  readonly value: unknown;
}

interface Answers {
  readonly aboutObjects: WeakMap<object, Answer>;
  /** Those about words, and an earlier generation of them, which goes when there are as many new ones. */
  words: Map<string, Answer>;
  earlier: Map<string, Answer>;
}

/** A recall that knows nothing yet. */
export function createRecall(): Recall {
  const known = new Map<unknown, Answers>();
  return <K extends string | object, T>(make: (thing: K) => T, thing: K): T => {
    let answers = known.get(make);
    if (!answers) known.set(make, (answers = { aboutObjects: new WeakMap(), words: new Map(), earlier: new Map() }));
    let answer = find(answers, thing);
    if (!answer) keep(answers, thing, (answer = { value: make(thing) }));
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- an answer is found only by the function that made it
    return answer.value as T;
  };
}

/** A recall that keeps nothing: for a text that is read once. */
export const makeAnew: Recall = (make, thing) => make(thing);

function find(answers: Answers, thing: string | object): Answer | undefined {
  if (typeof thing !== 'string') return answers.aboutObjects.get(thing);
  const answer = answers.words.get(thing);
  if (answer) return answer;
  const earlier = answers.earlier.get(thing);
  if (earlier) keep(answers, thing, earlier);
  return earlier;
}

function keep(answers: Answers, thing: string | object, answer: Answer): void {
  if (typeof thing !== 'string') {
    answers.aboutObjects.set(thing, answer);
    return;
  }
  if (answers.words.size >= Math.max(fewest, answers.earlier.size * 1.5)) {
    answers.earlier = answers.words;
    answers.words = new Map();
  }
  answers.words.set(thing, answer);
}
