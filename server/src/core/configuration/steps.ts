import { list, mapOf, optional, otherwise, record, text } from '../shapes/describe.ts';
import { regularExpression } from './written/pattern.ts';

const dangerous = record('Commands that are asked about before they run.', {
  pattern: regularExpression('A regular expression; a command that holds a match is dangerous. Case does not count.'),
  reason: text('Why it is dangerous, as whoever is about to run it reads it.'),
});

/** What runs the blocks that no shell reads, unless a team says otherwise. */
const builtInInterpreters: ReadonlyMap<string, string> = new Map([
  ['python', 'python3'],
  ['python3', 'python3'],
  ['py', 'python3'],
  ['javascript', 'node'],
  ['js', 'node'],
  ['typescript', 'npx tsx'],
  ['ts', 'npx tsx'],
  ['ruby', 'ruby'],
  ['rb', 'ruby'],
  ['perl', 'perl'],
  ['php', 'php'],
  ['go', 'go run'],
]);

/** The command that runs a block in a language that no shell reads: the team's, else the built-in one; undefined for no language of a program. */
export function interpreterOf(language: string, team: ReadonlyMap<string, string>): string | undefined {
  const command = (team.get(language) ?? builtInInterpreters.get(language))?.trim();
  return command === '' ? undefined : command;
}

/** How the steps of runbooks run. */
export const steps = record('How the steps of runbooks run.', {
  interpreters: otherwise(
    mapOf(
      'Which program runs a block that no shell runs, by the language of its fence; the block’s file is its last argument. Languages that are not named here keep their own: `python3` for python, `node` for js and so on; an empty command takes one away.',
      text('A command: `python3`.'),
    ),
    builtInInterpreters,
  ),
  dangerousCommands: otherwise(list('Commands to ask about, beside those that are always asked about.', dangerous), []),
  context: record('Where runbooks expect to run, unless their own `context` says otherwise.', {
    kubernetes: optional(text('The kube-context.')),
    account: optional(text('The cloud account or project.')),
    host: optional(text('The host.')),
  }),
});
