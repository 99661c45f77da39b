import type { Arguments, Option } from '../arguments.ts';
import type { Terminal } from '../terminal.ts';

/** 0: clean; 1: problems at error level, or too many warnings; 2: wrong use, configuration, or files that can't be read or written. */
export type ExitStatus = 0 | 1 | 2;

/** One of the things that the command line does. */
export interface Command {
  readonly name: string;
  /** What stands behind the name: `[path…]`. */
  readonly operands: string;
  /** What it does, in one line. */
  readonly summary: string;
  /** What the help says beyond the options; empty where these say all. */
  readonly notes: string;
  readonly options: readonly Option[];
  run(given: Arguments, terminal: Terminal): Promise<ExitStatus>;
}
