/**
 * What a sticky or global pattern finds at `at`, as long as it ends no later than `end`. The pattern's own position is
 * set before each use, so one pattern may serve all callers.
 */
export function matchAt(pattern: RegExp, text: string, at: number, end: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match && match.index + match[0].length <= end ? match : undefined;
}
