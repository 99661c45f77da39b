const numbers: ReadonlyMap<string, number> = new Map([
  ...'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, value] as const),
  ...(
    [
      ['thirty', 30],
      ['forty', 40],
      ['forty-five', 45],
      ['fifty', 50],
      ['sixty', 60],
      ['seventy', 70],
      ['eighty', 80],
      ['ninety', 90],
    ] as const
  ).toReversed(),
]);

/**
 * The numbers that people write as words where they tell of minutes and hours, as alternatives of a pattern. The longer ones
 * come first: "fourteen" is not "four".
 */
export const numberWords = [...numbers.keys()].toSorted((a, b) => b.length - a.length).join('|');

/** The number that a word stands for; undefined for one that is none of `numberWords`. */
export function figureOf(word: string): number | undefined {
  return numbers.get(word.toLowerCase());
}

const counted = new RegExp(`\\b(?:${numberWords})(?=[ -]?(?:s|m|h|d|w))`, 'i');

/** A length of time with its number in figures: "about forty minutes" as "about 40 minutes". */
export function inFigures(words: string): string {
  return words.replace(counted, (word) => String(numbers.get(word.toLowerCase())));
}
