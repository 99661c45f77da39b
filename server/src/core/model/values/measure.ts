/** A figure, which those of a name or version (`v2`) are not, a number in words, or a word that leaves no doubt how many. */
const measure =
  /(?<![\p{L}\d._-])\d|\b(?:all (?:of )?(?:\w+ ){0,2}(?!at\b)\w{4,}|every|each|everyone|everybody|everything|none|(?:not|n['’]t|cannot) (?:\w+ ){0,3}(?:any|at all)|no(?! (?:longer|way|access|idea|one could))|nobody|nothing|entire(?:ly)?|whole|complete(?:ly)?|total(?:ly)?|half|third|quarter|(?:for|after|about|only|than) one|two|three|four|five|six|seven|eight|nine|ten|twelve|dozens?|hundreds?|thousands?|millions?)\b/iu;

/** Whether a text says how much or how many. */
export function isMeasured(text: string): boolean {
  return measure.test(text);
}
