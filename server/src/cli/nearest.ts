/** The known word that a mistyped one most likely means; undefined where none is near. */
export function nearestOf(word: string, known: readonly string[]): string | undefined {
  const wanted = word.toLowerCase();
  const [best] = known
    .map((candidate) => ({ candidate, distance: distanceOf(wanted, candidate.toLowerCase()) }))
    .toSorted((a, b) => a.distance - b.distance);
  const near = best && best.distance <= Math.max(1, Math.floor(wanted.length / 3));
  return near ? best.candidate : (known.find((candidate) => wanted !== '' && candidate.includes(wanted)) ?? undefined);
}

/** How many letters must be added, removed, replaced, or exchanged with their neighbour: the optimal string alignment. */
function distanceOf(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, index) => index)];
  const at = (i: number, j: number): number => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const exchanged =
        a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(i - 2, j - 2) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(at(i - 1, j - 1) + (same ? 0 : 1), at(i - 1, j) + 1, at(i, j - 1) + 1, exchanged));
    }
  }
  return at(a.length, b.length);
}
