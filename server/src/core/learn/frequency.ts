/** How often each word occurs, most frequent first; of equals the one that came first. */
export function byFrequency<T>(words: Iterable<T>): readonly (readonly [T, number])[] {
  const counts = new Map<T, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1]);
}

/** The word that occurs most often; undefined where there is none. */
export function mostFrequent<T>(words: Iterable<T>): T | undefined {
  return byFrequency(words)[0]?.[0];
}
