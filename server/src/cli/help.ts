import type { Option } from './arguments.ts';
import type { Command } from './commands/command.ts';

/** What is said to somebody who asks for help without naming a command. */
export function generalHelp(commands: readonly Command[]): string {
  return `Checks runbooks, live incident documents and postmortems that are kept as Markdown.

Usage: incident-docs COMMAND

${table(commands.map(({ name, operands, summary }) => [`${name} ${operands}`.trim(), summary]))}
  --help, -h         Show this; behind a command, what it takes
  --version, -V      Show the version

Example: incident-docs lint --fix docs/postmortems
`;
}

/** What a command takes. */
export function commandHelp({ name, operands, summary, notes, options }: Command): string {
  const usage = ['incident-docs', name, '[option…]', operands].filter((word) => word !== '').join(' ');
  const rows = options.map((option) => [optionWords(option), option.summary] as const);
  return `${summary}.\n\nUsage: ${usage}\n\n${table([...rows, ['--help, -h', 'Show this']])}${notes === '' ? '' : `\n${notes}\n`}`;
}

function optionWords({ name, value }: Option): string {
  return value === undefined ? `--${name}` : `--${name} ${value}`;
}

function table(rows: readonly (readonly [string, string])[]): string {
  const width = Math.max(17, ...rows.map(([left]) => left.length));
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}\n`).join('');
}
