/**
 * The places of a longest run of numbers that never fall. Read from behind, so that of equally long runs the one is found
 * that keeps what stands first.
 */
export function longestRising(numbers: readonly number[]): number[] {
  /** By length less one: where the best run of that length begins. */
  const heads: number[] = [];
  const next: (number | undefined)[] = [];
  for (let i = numbers.length - 1; i >= 0; i--) {
    const value = numbers[i] ?? 0;
    let low = 0;
    let high = heads.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[heads[middle] ?? 0] ?? 0) >= value) low = middle + 1;
      else high = middle;
    }
    next[i] = low > 0 ? heads[low - 1] : undefined;
    heads[low] = i;
  }
  const run: number[] = [];
  for (let at = heads.at(-1); at !== undefined; at = next[at]) run.push(at);
  return run;
}
