/** `**01:38: alerts fired**`: of the mark that begins before the stamp, the words have only the end. */
export function withoutOpenMark(words: string): string {
  const line = /^[^\n]*(?:\n(?![ \t]*(?:[-*+]|\d+[.)]) |[ \t]*\n)[^\n]*)*/.exec(words)?.[0] ?? words;
  return line.split('**').length % 2 === 0 ? line.replace('**', '').trimEnd() + words.slice(line.length) : words;
}
