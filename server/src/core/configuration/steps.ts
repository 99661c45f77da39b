import { list, mapOf, optional, otherwise, record, text } from '../shapes/describe.ts';
import { regularExpression } from './written/pattern.ts';

const dangerous = record('Commands that are asked about before they run.', {
  pattern: regularExpression('A regular expression; a command that holds a match is dangerous. Case does not count.'),
  reason: text('Why it is dangerous, as whoever is about to run it reads it.'),
});

/** How the steps of runbooks run. */
export const steps = record('How the steps of runbooks run.', {
  interpreters: otherwise(
    mapOf(
      'Which program runs a block that no shell runs, by the language of its fence; the block’s file is its last argument.',
      text('A command: `python3`.'),
    ),
    new Map([
      ['python', 'python3'],
      ['py', 'python3'],
      ['javascript', 'node'],
      ['js', 'node'],
      ['typescript', 'npx tsx'],
      ['ts', 'npx tsx'],
      ['ruby', 'ruby'],
      ['rb', 'ruby'],
      ['perl', 'perl'],
      ['php', 'php'],
    ]),
  ),
  dangerousCommands: otherwise(list('Commands to ask about, beside those that are always asked about.', dangerous), []),
  context: record('Where runbooks expect to run, unless their own `context` says otherwise.', {
    kubernetes: optional(text('The kube-context.')),
    account: optional(text('The cloud account or project.')),
    host: optional(text('The host.')),
  }),
});
