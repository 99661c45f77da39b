/** A character as a terminal shows it: what is printed for it, and how many columns that takes. */
export interface Cell {
  readonly shown: string;
  readonly width: number;
  /** The UTF-16 offset in the text that it was cut from. */
  readonly offset: number;
}

/** Tabs go to the next multiple of this. */
const tabStop = 4;

/** What a terminal obeys or hides instead of showing it: control characters, bidi overrides, zero-width marks. */
const invisible =
  /[\p{Cc}\u00AD\u061C\u180E\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB\u{E0000}-\u{E007F}]/gu;

/** East Asian wide and full-width characters, and emoji (Unicode 16, UAX 11). */
const wide =
  /\p{Emoji_Presentation}|\uFE0F|[\u1100-\u115F\u2E80-\u303E\u3041-\u4DBF\u4E00-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF01-\uFF60\uFFE0-\uFFE6\u{17000}-\u{18DFF}\u{1AFF0}-\u{1B2FF}\u{1F200}-\u{1F2FF}\u{20000}-\u{3FFFD}]/u;

/** A text without anything that a terminal would obey: each such character is named instead, as in `<U+001B>`. */
export function visible(text: string): string {
  return text.replace(invisible, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}

/** The characters of one line, as a reader counts them. */
export function cellsOf(line: string): Cell[] {
  const cells: Cell[] = [];
  let column = 0;
  for (const { segment, index } of new Intl.Segmenter().segment(line)) {
    const shown = segment === '\t' ? ' '.repeat(tabStop - (column % tabStop)) : visible(segment);
    const width = shown === segment ? widthOf(segment) : shown.length;
    cells.push({ shown, width, offset: index });
    column += width;
  }
  return cells;
}

/** The columns that one character takes. */
function widthOf(character: string): number {
  if (wide.test(character)) return 2;
  return /^[\p{Mn}\p{Me}\u200C\u200D]+$/u.test(character) ? 0 : 1;
}
