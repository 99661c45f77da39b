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

/** From and to, both included: controls, what has no width, what turns the direction around, tags. */
const hidden: readonly (readonly [from: number, to: number])[] = [
  [0x00, 0x08],
  [0x0b, 0x0c],
  [0x0e, 0x1f],
  [0x7f, 0xa0],
  [0xad, 0xad],
  [0x61c, 0x61c],
  [0x180e, 0x180e],
  [0x200b, 0x200f],
  [0x2028, 0x202f],
  [0x2060, 0x206f],
  [0xfeff, 0xfeff],
  [0xfff9, 0xfffb],
  [0xe0000, 0xe007f],
];
const zeroWidthJoiner = 0x200d;

/** Without one of these nothing is hidden, which is told at once. */
const unusual = /[^\t\n\r\x20-\x7e]/;

/** The characters of a text that can't be seen, tabs and line ends aside; those that join emoji are no matter. */
export function hiddenCharacters(text: string): HiddenCharacter[] {
  if (!unusual.test(text)) return [];
  const found: HiddenCharacter[] = [];
  let index = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (hidden.some(([from, to]) => from <= point && point <= to) && !joinsEmoji(text, index, point)) {
      const code = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
      found.push({ index, length: character.length, code, name: nameOf(point) });
    }
    index += character.length;
  }
  return found;
}

function joinsEmoji(text: string, index: number, point: number): boolean {
  return (
    point === zeroWidthJoiner && /\p{Extended_Pictographic}\uFE0F?$/u.test(text.slice(Math.max(0, index - 8), index))
  );
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
