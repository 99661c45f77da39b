import { parseArgs } from 'node:util';
import { nearestWord } from '../core/text/nearest.ts';
import type { Failure } from './failure.ts';

/** An option that a command takes. */
export interface Option {
  /** Without the dashes: `max-warnings`. */
  readonly name: string;
  /** What stands for its value in the help: `N`; undefined for an option that is there or not. */
  readonly value?: string;
  /** The values that it may have, where they are a list. */
  readonly choices?: readonly string[];
  /** What it does, in one line. */
  readonly summary: string;
}

/** What a person wrote behind a command's name. */
export interface Arguments {
  /** All as it was written. */
  readonly words: readonly string[];
  /** What is no option: paths, a rule's name. */
  readonly operands: readonly string[];
  /** Whether an option is there. */
  has(name: string): boolean;
  /** The value of an option; the last one of several. */
  value(name: string): string | undefined;
}

/** Reads the words behind a command's name; fails with what is wrong with them. */
export function readArguments(words: readonly string[], options: readonly Option[]): Arguments | Failure {
  const { tokens } = parseArgs({
    args: [...words],
    options: Object.fromEntries(
      options.map(({ name, value }) => [name, { type: value === undefined ? 'boolean' : 'string' } as const]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const operands: string[] = [];
  const values = new Map<string, string | undefined>();
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const known = options.find(({ name }) => token.rawName === `--${name}`);
    const failure = known ? wrongValue(token, known) : unknownOption(token.rawName, options);
    if (failure !== undefined) return { failure };
    values.set(token.name, token.value);
  }
  return { words, operands, has: (name) => values.has(name), value: (name) => values.get(name) };
}

interface GivenOption {
  readonly rawName: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

function unknownOption(name: string, options: readonly Option[]): string {
  const names = options.map((option) => `--${option.name}`);
  const near = nearestWord(name, names);
  return near ? `Unknown option ${name}; did you mean ${near}?` : `Unknown option ${name}.`;
}

function wrongValue({ rawName: name, value, inlineValue }: GivenOption, known: Option): string | undefined {
  if (known.value === undefined) return value === undefined ? undefined : `The option ${name} takes no value.`;
  const missing = value === undefined || value === '' || (!inlineValue && /^-./.test(value));
  if (missing) return `The option ${name} needs a value: ${name} ${known.value}.`;
  if (known.choices && !known.choices.includes(value))
    return `The option ${name} takes ${inWords(known.choices)}, not "${value}".`;
  return undefined;
}

/** `text, json or sarif` */
function inWords(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} or ${words.at(-1) ?? ''}`;
}
