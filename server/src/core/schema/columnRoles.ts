/** What a section is for by its table: what is to be done by whom and until when, or what happened when. */
export function roleOfColumns(columns: readonly string[]): string | undefined {
  const has = (words: RegExp): boolean => columns.some((column) => words.test(column));
  const [first = ''] = columns;
  if (
    has(/^(?:due|deadline|until|by$|by when|target date)/i) &&
    has(/^(?:owner|assignee|responsible|who|champion|status|state)\b/i)
  )
    return 'actions';
  return columns.length > 1 && /^(?:time|when|timestamp)\b/i.test(first) ? 'timeline' : undefined;
}
