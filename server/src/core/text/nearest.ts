/** The known word that a mistyped one most likely means, case aside; undefined where none is near. */
export function nearestWord(word: string, known: readonly string[]): string | undefined {
  const near = known.flatMap((candidate) => {
    const distance = slipBetween(word, candidate);
    return distance === undefined ? [] : [{ candidate, distance }];
  });
  return near.toSorted((a, b) => a.distance - b.distance)[0]?.candidate;
}

/**
 * By how many letters a word differs from one that it may be meant for, case aside; undefined where these are too many for a
 * slip of the pen: more than a quarter of the word's, and more than one.
 */
export function slipBetween(word: string, candidate: string): number | undefined {
  const [wanted, other] = [word.toLowerCase(), candidate.toLowerCase()];
  const furthest = Math.max(1, Math.floor(wanted.length / 4));
  // Words of lengths that differ by more are further apart than that, too.
  if (Math.abs(other.length - wanted.length) > furthest) return undefined;
  const distance = distanceOf(wanted, other);
  return distance <= furthest ? distance : undefined;
}

/** How many letters must be added, removed, replaced or swapped with their neighbour (Levenshtein, Damerau). */
function distanceOf(a: string, b: string): number {
  let above: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const swapped = isSwap ? (above[j - 2] ?? 0) + 1 : replaced;
      next.push(Math.min(replaced, swapped, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    above = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
