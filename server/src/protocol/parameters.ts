// What the client and the server say to each other of the values that a step needs. This file imports nothing.

/** A shell as far as it matters to a value. */
export type WireShell = 'bash' | 'zsh' | 'fish' | 'sh' | 'powershell' | 'cmd' | 'other';

/** Client → server: a step with values in the places of its parameters. */
export const resolveStepRequest = 'incidentDocs/resolveStep';
export interface ResolveStepParams {
  readonly uri: string;
  readonly line: number;
  /** The version that the values were asked for; another one is refused. */
  readonly version: number | null;
  /** By the parameters' keys. The value of a secret never leaves the client. */
  readonly values: Readonly<Record<string, { readonly value: string } | { readonly secret: true }>>;
  /** The shell that reads the block. */
  readonly shell: WireShell;
  /** The shell of the terminal, which gets the environment. */
  readonly terminal: WireShell;
}
export interface ResolveStepResult {
  readonly version: number | null;
  /** What runs. */
  readonly command: string;
  /** The same as a person reads it: each value in its place, secrets hidden. */
  readonly shown: string;
  /** What the shell gets into its environment before. */
  readonly environment: Readonly<Record<string, string>>;
  /** Further variables of the environment, each with the key of the secret that it holds. */
  readonly secrets: Readonly<Record<string, string>>;
  /** What a secret must match, as a regular expression of the server's own, or why the step does not run. */
  readonly demands: readonly { readonly key: string; readonly pattern: string; readonly reason: string }[];
}
