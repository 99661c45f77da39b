/** Words as a scalar or key of YAML, within brackets too; quoted where they would mean something else. */
export function asWord(words: string): string {
  const isPlain = /^\p{L}[\p{L}\d '’/()&.?!-]*$/u.test(words) && !/^(?:true|false|yes|no|null|on|off)$/i.test(words);
  return isPlain ? words : JSON.stringify(words);
}
