/** A character that nobody sees and that changes what runs. */
export interface HiddenCharacter {
  /** Where it stands in the text, and how many UTF-16 code units it takes. */
  readonly index: number;
  readonly length: number;
  /** `U+202E` */
  readonly code: string;
  /** What it is, with its article. */
  readonly name: string;
}

const named: ReadonlyMap<number, string> = new Map([
  [0x00, 'a null character'],
  [0x07, 'a bell'],
  [0x08, 'a backspace'],
  [0x0b, 'a vertical tab'],
  [0x0c, 'a form feed'],
  [0x1b, 'an escape character, with which a terminal is told what to show'],
  [0x7f, 'a delete character'],
  [0xa0, 'a no-break space, which no shell takes for a space'],
  [0xad, 'a soft hyphen'],
  [0x200b, 'a zero-width space'],
  [0x200c, 'a zero-width non-joiner'],
  [0x200d, 'a zero-width joiner'],
  [0x2060, 'a word joiner'],
  [0xfeff, 'a byte order mark'],
]);

// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const hidden =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\u00A0\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202F\u2028\u2029\u2060-\u2064\u2066-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E007F}]/gu;

/** The characters of a text that can't be seen, tabs and line ends aside; those that join emoji are no matter. */
export function hiddenCharacters(text: string): HiddenCharacter[] {
  return [...text.matchAll(hidden)].flatMap((match): HiddenCharacter[] => {
    const point = match[0].codePointAt(0) ?? 0;
    if (point === 0x200d && /\p{Extended_Pictographic}\uFE0F?$/u.test(text.slice(0, match.index))) return [];
    const code = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
    return [{ index: match.index, length: match[0].length, code, name: nameOf(point) }];
  });
}

function nameOf(point: number): string {
  const known = named.get(point);
  if (known !== undefined) return known;
  if (
    (point >= 0x202a && point <= 0x202e) ||
    (point >= 0x2066 && point <= 0x2069) ||
    point === 0x200e ||
    point === 0x200f
  )
    return 'a mark that turns the direction of the text around';
  if (point < 0x20 || (point >= 0x80 && point < 0xa0)) return 'a control character';
  return 'an invisible character';
}
