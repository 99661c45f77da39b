/** What a place in a block is to the shell that reads the block. */
export interface ShellPlace {
  /**
   * `none` in a bare word; `single` and `double` inside such quotes; `heredoc` and `literal-heredoc`, whose delimiter is
   * quoted, in the text that is fed to a command; `other` where nobody can tell simply: arithmetic, `${…}`, backticks.
   */
  readonly quoting: 'none' | 'single' | 'double' | 'heredoc' | 'literal-heredoc' | 'comment' | 'other';
  /** Whether nothing of the word stands before it, quotes included. */
  readonly startsWord: boolean;
  /** Whether the word consists of it alone, quotes aside. */
  readonly isWord: boolean;
  /** Whether it is in the value of `NAME=value`, which no shell splits into words. */
  readonly isAssigned: boolean;
  /** The program that reads the place's text again as a program of its own: `ssh`, `sh -c`; undefined where none does. */
  readonly rereadBy: string | undefined;
  /** The line of the block, counted from 0. */
  readonly line: number;
}
