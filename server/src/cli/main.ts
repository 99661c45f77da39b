import { repeatRun } from './cache/runs.ts';
import { processTerminal } from './terminal.ts';

// The status is left for when the last output has gone out; ending the process at once would cut a pipe short.
void obey(process.argv.slice(2)).then((status) => {
  process.exitCode = status;
});

/** Does what the words say; the linter is a program of its own, which is not loaded for what it has said before. */
async function obey(words: readonly string[]): Promise<number> {
  const terminal = processTerminal();
  const [command, ...rest] = words;
  const repeated = command === 'lint' ? await repeatRun(rest, terminal).catch(() => undefined) : undefined;
  if (repeated !== undefined) return repeated;
  const { run } = await import('./program.ts');
  return run(words, terminal);
}
