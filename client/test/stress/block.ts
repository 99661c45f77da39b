/** The shells in which a block is run both ways: as a step, and as a script. */
export type StressShell = 'bash' | 'zsh' | 'dash' | 'fish';

/** A block as a runbook may have it. */
export interface StressBlock {
  readonly name: string;
  readonly code: string;
  readonly shells: readonly StressShell[];
  /** The language of its fence, where that is not the shell's own. */
  readonly language?: string;
  /** What the script is, where the fence holds more than what runs: prompts, output. */
  readonly script?: string;
  /** Which exit status a step has, where a script of that shell has another one. */
  readonly exitCode?: number;
}

/** A block as a table has it: its name, the shells that read it, its text. */
export type Row = readonly [
  name: string,
  shells: readonly StressShell[],
  code: string,
  more?: Pick<StressBlock, 'language' | 'script' | 'exitCode'>,
];

/** The shells of one family, as tables name them. */
export const posix: readonly StressShell[] = ['bash', 'zsh', 'dash'];
export const rich: readonly StressShell[] = ['bash', 'zsh'];
export const every: readonly StressShell[] = [...posix, 'fish'];
export const bash: readonly StressShell[] = ['bash'];
export const zsh: readonly StressShell[] = ['zsh'];
export const fish: readonly StressShell[] = ['fish'];

/** As many lines as that, each with its number. */
export const lines = (count: number, line: (number: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index + 1)).join('\n');

/** The blocks of a table. */
export function blocksOf(rows: readonly Row[]): readonly StressBlock[] {
  return rows.map(([name, shells, code, more]) => ({ name, shells, code, ...more }));
}
