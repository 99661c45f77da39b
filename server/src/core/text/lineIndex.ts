import { changeBetween } from './change.ts';
import { firstThat } from './ordered.ts';
import type { Span } from './span.ts';

/** A zero-based place in a text; `character` counts UTF-16 code units, as the Language Server Protocol does. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Knows where each line of a text starts. A line ends with LF, CRLF or CR. */
export class LineIndex {
  #known: readonly number[] | undefined;
  #earlier: KnownLines | undefined;

  /** Where the lines of an earlier version of the text are known, only what has changed is looked at. */
  constructor(
    readonly text: string,
    earlier?: LineIndex,
  ) {
    if (earlier && earlier.#known) this.#earlier = { text: earlier.text, starts: earlier.#known };
  }

  /** Many texts are only carried about: nothing is looked for before somebody asks. */
  #starts(): readonly number[] {
    this.#known ??= this.#earlier ? startsAfter(this.#earlier, this.text) : startsOf(this.text);
    this.#earlier = undefined;
    return this.#known;
  }

  get lineCount(): number {
    return this.#starts().length;
  }

  /** The offset at which a zero-based line starts; a line past the end starts at the end of the text. */
  startOf(line: number): number {
    if (line < 0) return 0;
    return this.#starts()[line] ?? this.text.length;
  }

  /** The zero-based line that holds an offset. */
  lineAt(offset: number): number {
    const starts = this.#starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  positionAt(offset: number): Position {
    const bounded = Math.max(0, Math.min(offset, this.text.length));
    const line = this.lineAt(bounded);
    return { line, character: bounded - this.startOf(line) };
  }

  /** Finds the line of each thing of a list in document order, in one walk through both, and what `make` makes of them. */
  linesOf<T, R>(
    things: readonly T[],
    offsetOf: (thing: T) => number,
    make: (thing: T, line: number, lineStart: number) => R,
  ): R[] {
    const starts = this.#starts();
    let line = 0;
    return things.map((thing) => {
      const offset = offsetOf(thing);
      while ((starts[line + 1] ?? Infinity) <= offset) line++;
      return make(thing, line, starts[line] ?? 0);
    });
  }

  offsetAt(position: Position): number {
    const start = this.startOf(position.line);
    return Math.max(start, Math.min(start + position.character, this.contentSpan(position.line).end));
  }

  /** The span of a line without its line ending. */
  contentSpan(line: number): Span {
    const start = this.startOf(line);
    let end = this.startOf(line + 1);
    while (end > start && isLineEnding(this.text.charCodeAt(end - 1))) end--;
    return { start, end };
  }

  /** The span of a line with its line ending. */
  fullSpan(line: number): Span {
    return { start: this.startOf(line), end: this.startOf(line + 1) };
  }

  /** The line ending that the text uses most at its beginning; LF for a text of one line. */
  get newline(): '\n' | '\r\n' {
    const first = this.text.indexOf('\n');
    return first > 0 && this.text.charCodeAt(first - 1) === 13 ? '\r\n' : '\n';
  }
}

/** A text, and where each of its lines starts. */
interface KnownLines {
  readonly text: string;
  readonly starts: readonly number[];
}

function startsAfter({ text: earlier, starts }: KnownLines, text: string): readonly number[] {
  // What stands before a change may be one half of a line ending.
  if (earlier.includes('\r') || text.includes('\r')) return startsOf(text);
  const { start, oldEnd, newEnd } = changeBetween(earlier, text) ?? { start: 0, oldEnd: 0, newEnd: 0 };
  const front = starts.slice(
    0,
    firstThat(starts, (place) => place > start),
  );
  const behind = starts.slice(firstThat(starts, (place) => place > oldEnd));
  const fresh = startsOf(text.slice(start, newEnd)).slice(1);
  return front.concat(
    fresh.map((place) => place + start),
    behind.map((place) => place + newEnd - oldEnd),
  );
}

function startsOf(text: string): number[] {
  const starts = [0];
  if (text.includes('\r')) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
    }
  } else {
    // Far faster than a look at each character.
    for (let next = text.indexOf('\n'); next >= 0; next = text.indexOf('\n', next + 1)) starts.push(next + 1);
  }
  return starts;
}

function isLineEnding(code: number): boolean {
  return code === 10 || code === 13;
}
