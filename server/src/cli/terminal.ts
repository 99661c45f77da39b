import type { Writable } from 'node:stream';
import { styleText } from 'node:util';
import { visible } from './display.ts';
import { hasCode } from './files/reason.ts';

/** What a command sees of the process that runs it. */
export interface Terminal {
  /** The absolute path of the working directory, with forward slashes. */
  readonly workingFolder: string;
  /** How many columns a line may take; undefined where the output is not shown to a person. */
  readonly columns: number | undefined;
  /** Whether the output is coloured unless a command is told otherwise. */
  readonly colours: boolean;
  /** Writes to standard output. */
  readonly print: (text: string | Uint8Array) => Promise<void>;
  /** Writes to standard error what would be in the way of something else on standard output. */
  readonly note: (text: string | Uint8Array) => Promise<void>;
  /** Writes one sentence to standard error. */
  readonly complain: (sentence: string) => void;
  /** All bytes of standard input. */
  readonly readInput: () => Promise<Buffer>;
}

/** How a piece of text looks; each function returns it as it is where there are no colours. */
export interface Palette {
  readonly error: (text: string) => string;
  readonly warning: (text: string) => string;
  readonly information: (text: string) => string;
  readonly hint: (text: string) => string;
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

/** The terminal of this process. A reader that has gone away (`| head`) ends the output, not the work. */
export function processTerminal(): Terminal {
  const { stdin, stdout, stderr, env } = process;
  const folder = process.cwd().replaceAll('\\', '/');
  // What goes wrong with a write is told to whoever waits for it; without a listener it would end the process, too.
  for (const stream of [stdout, stderr]) stream.on('error', () => undefined);
  return {
    workingFolder: folder,
    columns: stdout.isTTY ? stdout.columns : undefined,
    colours: wantsColours(stdout.isTTY, env),
    print: (text) => written(stdout, text),
    note: (text) => written(stderr, text),
    complain(sentence) {
      stderr.write(`incident-docs: ${visible(sentence.replace(/\s*[\r\n]+\s*/g, ' '))}\n`);
    },
    async readInput() {
      const chunks: Buffer[] = [];
      for await (const chunk of stdin) chunks.push(chunk);
      return Buffer.concat(chunks);
    },
  };
}

/** Resolves when the text has left the process, or nobody is there to read it; rejects where it can't be written. */
function written(stream: Writable, text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    stream.write(text, (error) => {
      if (error && !hasCode(error, 'EPIPE')) reject(error);
      else resolve();
    });
  });
}

/** https://no-color.org and its counterpart: a variable that is set and not empty decides, else whether a person looks. */
function wantsColours(isTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  if (env['NO_COLOR']) return false;
  if (env['FORCE_COLOR']) return env['FORCE_COLOR'] !== '0';
  return isTerminal && env['TERM'] !== 'dumb';
}

/** The colours of the output, or none. */
export function palette(colours: boolean): Palette {
  type Style = Parameters<typeof styleText>[0];
  const style = (format: Style) => (text: string) =>
    colours && text !== '' ? styleText(format, text, { validateStream: false }) : text;
  return {
    error: style(['bold', 'red']),
    warning: style(['bold', 'yellow']),
    information: style(['bold', 'blue']),
    hint: style(['bold', 'cyan']),
    strong: style('bold'),
    faint: style('dim'),
  };
}
