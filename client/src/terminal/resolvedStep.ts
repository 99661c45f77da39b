import type { Shell } from './shell.ts';

/** A step whose parameters have their values. */
export interface ResolvedStep {
  /** The text that runs. */
  readonly command: string;
  /** The same as it is shown, confirmed and recorded: each value in its place, those of variables too, secrets hidden. */
  readonly shown: string;
  /** What the shell's environment gets before the text runs. */
  readonly environment: Readonly<Record<string, string>>;
  /** The values of secrets among them, which nobody is shown. */
  readonly secrets: readonly string[];
  /** The terminal's shell as the values were quoted for it; undefined where there are none. */
  readonly quotedFor: Shell | undefined;
}
