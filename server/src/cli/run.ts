import { nearestWord } from '../core/text/nearest.ts';
import { readArguments } from './arguments.ts';
import { commands } from './commands/index.ts';
import type { ExitStatus } from './commands/command.ts';
import { isFailure } from './failure.ts';
import { isSystemError, reasonOf } from './files/reason.ts';
import { commandHelp, generalHelp } from './help.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

/** Does what the words of the command line say; a bug of ours ends as one sentence, too. */
export async function run(words: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  try {
    return await obey(words, terminal);
  } catch (error) {
    // What can't be read is told where it is read; what the system still refuses here is the output.
    const trouble = isSystemError(error)
      ? "The output can't be written"
      : 'This should not have happened, please report it';
    terminal.complain(`${trouble}: ${reasonOf(error)}.`);
    return 2;
  }
}

async function obey([name, ...words]: readonly string[], terminal: Terminal): Promise<ExitStatus> {
  const refuse = (sentence: string): ExitStatus => {
    terminal.complain(sentence);
    return 2;
  };
  if (name === undefined) return refuse('Which command? "incident-docs --help" lists them.');
  if (name === '--help' || name === '-h') {
    await terminal.print(generalHelp(commands));
    return 0;
  }
  if (name === '--version' || name === '-V') {
    await terminal.print(`${version}\n`);
    return 0;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command) {
    const near = nearestWord(
      name,
      commands.map((candidate) => candidate.name),
    );
    const advice = near ? `did you mean "${near}"?` : '"incident-docs --help" lists the commands.';
    return refuse(`There is no command "${name}"; ${advice}`);
  }
  if (asksForHelp(words)) {
    await terminal.print(commandHelp(command));
    return 0;
  }
  const given = readArguments(words, command.options);
  return isFailure(given) ? refuse(given.failure) : command.run(given, terminal);
}

/** Behind `--` everything is an operand. */
function asksForHelp(words: readonly string[]): boolean {
  const end = words.indexOf('--');
  return (end < 0 ? words : words.slice(0, end)).some((word) => word === '--help' || word === '-h');
}
